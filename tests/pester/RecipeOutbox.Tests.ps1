# docs/recipes/scheduled-task*.ps1 with -OnFailure Outbox: a message survives a night without network.
Describe 'The recipe of a scheduled task with an outbox' {
    BeforeAll {
        Import-Module $PSScriptRoot/Simulator.psm1, $PSScriptRoot/Robots.psm1, $PSScriptRoot/Trace.psm1, $PSScriptRoot/Recipes.psm1
        $recipes = "$(Split-Path (Split-Path $PSScriptRoot))/docs/recipes"
        $simulator = Start-Simulator
        $socket = New-ClosedPort
        # Registers the account's robot 'ops', without a vault
        $module = New-Item (Join-Path (Get-PSDrive TestDrive).Root account.psm1) -Value @"
            Import-Module '$(Get-ModulePath)' -Global
            `$quiet = if (`$env:QUIET) { @{ QuietHours = `$env:QUIET; TimeZone = 'UTC' } } else { @{} }
            if (`$env:OPS) { Register-WeComRobot ops -Webhook `$env:OPS @quiet }
            `$global:PSDefaultParameterValues['*-WeCom*:MaxRetry'] = 0
"@
    }

    AfterAll {
        $socket.Dispose()
        Stop-Simulator $simulator
    }

    BeforeEach {
        Clear-Simulator $simulator
        $account = @{ HOME = (New-Item (Join-Path (Get-PSDrive TestDrive).Root (New-Guid)) -ItemType Directory).FullName }
        $folder = Join-Path $account.HOME log
        $webhook = Get-Webhook $simulator
        $down = $webhook -replace ':\d+/', ":$($socket.LocalEndPoint.Port)/"
        $job = New-Item (Join-Path (Get-PSDrive TestDrive).Root nightly.ps1) -Value '"working"' -Force

        function Invoke-Task([string] $Ops) {
            Invoke-Pwsh '-File', "$recipes/scheduled-task.ps1", '-Module', "$module", '-Folder', $folder, '-Job', "$job",
                '-Robot', 'ops', '-OnFailure', 'Outbox', '-FailOnNotification' ($account + @{ OPS = $Ops })
        }

        function Invoke-Outbox([string] $Ops) {
            Invoke-Pwsh '-File', "$recipes/scheduled-task-outbox.ps1", '-Module', "$module", '-Folder', $folder ($account + @{ OPS = $Ops })
        }
    }

    It 'keeps the message of a night without network, and sends it when the network is back' {
        $night = Invoke-Task $down
        $night.ExitCode | Should -Be 0
        $night.Output | Should -BeLike '*nightly ended with 0. *127.0.0.1*outbox*'
        $still = Invoke-Outbox $down
        $still.ExitCode | Should -Be 1
        $still.Output | Should -BeLike '*outbox: 0 sent; left: 1 pending. *127.0.0.1*'
        $back = Invoke-Outbox $webhook
        $back.ExitCode | Should -Be 0 -Because $back.Output
        $back.Output | Should -BeLike '*outbox: 1 sent; left: none.*'

        (Get-Received $simulator).Payload.markdown.content | Should -BeLike '*nightly succeeded*'
        @(Get-Content (Join-Path $folder task.log)).Count | Should -Be 3
        $written = Get-ChildItem $account.HOME -Recurse -File -Force | Get-Content -Raw
        Find-Key @{ output = $night.Output, $still.Output, $back.Output -join ' '; files = "$written" } ($webhook -replace '.*=') | Should -BeNullOrEmpty
    }

    It 'sends to the group at once if possible, and then has nothing to do and nothing to report' {
        $night = Invoke-Task $webhook
        $night.ExitCode | Should -Be 0
        $night.Output.Trim() | Should -BeLike '*nightly ended with 0.'
        $outbox = Invoke-Outbox $webhook

        $outbox.ExitCode | Should -Be 0
        $outbox.Output | Should -BeNullOrEmpty
        @(Get-Content (Join-Path $folder task.log)).Count | Should -Be 1
    }

    It 'leaves what waits for the end of quiet hours, and reports nothing' {
        # It is quiet for hours yet, whatever time it is
        $end = [DateTimeOffset]::UtcNow.AddHours(6)
        $account.QUIET = '{0:HH:mm}-{1:HH:mm}' -f $end.AddHours(-7), $end
        $night = Invoke-Task $webhook
        $night.ExitCode | Should -Be 0
        $night.Output | Should -BeLike '*nightly ended with 0. *quiet hours*'
        $outbox = Invoke-Outbox $webhook

        $outbox.ExitCode | Should -Be 0
        $outbox.Output | Should -BeNullOrEmpty
        Get-Received $simulator | Should -BeNullOrEmpty
    }

    It 'leaves messages that may have arrived to the user, and says so' {
        Add-Fault $simulator @{ status = 500 }
        (Invoke-Task $webhook).Output | Should -BeLike '*nightly ended with 0. *may have arrived*'
        $outbox = Invoke-Outbox $webhook

        $outbox.ExitCode | Should -Be 1
        $outbox.Output | Should -BeLike '*outbox: 0 sent; left: 1 unknown.*'
        Get-Received $simulator | Should -BeNullOrEmpty
    }

    It 'reports the cause if the robot is no longer registered' {
        $null = Invoke-Task $down
        $outbox = Invoke-Outbox ''

        $outbox.ExitCode | Should -Be 1
        $outbox.Output | Should -BeLike "*left: 1 pending. *'ops'*"
    }

    It 'loses the message, and says so, if the robot is given as a webhook' {
        $run = Invoke-Pwsh '-File', "$recipes/scheduled-task.ps1", '-Module', "$module", '-Folder', $folder, '-Job', "$job", '-OnFailure', 'Outbox',
            '-FailOnNotification' ($account + @{ WECOM_ROBOT = $webhook })

        $run.ExitCode | Should -Be 1
        $run.Output | Should -BeLike '*nightly ended with 1. *Register-WeComRobot*'
    }
}
