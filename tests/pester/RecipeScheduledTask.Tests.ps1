# Runs the scripts of docs/recipes/scheduled-task* as the page shows them.
Describe 'The recipe' {
    BeforeDiscovery {
        # The tests that need these are skipped if they are missing
        $vaults = (Get-Module Microsoft.PowerShell.SecretManagement, Microsoft.PowerShell.SecretStore -ListAvailable).Count -ge 2
    }

    BeforeAll {
        Import-Module $PSScriptRoot/Simulator.psm1, $PSScriptRoot/Recipes.psm1
        $root = Split-Path (Split-Path $PSScriptRoot)
        $recipes = "$root/docs/recipes"
        $simulator = Start-Simulator -Key (1..200 | ForEach-Object { [guid]::NewGuid().ToString() })
    }

    AfterAll { Stop-Simulator $simulator }

    BeforeEach {
        Clear-Simulator $simulator
        $robot = Get-Webhook $simulator
        $key = $robot -replace '.*='
    }

    Context 'of a scheduled task' {
        BeforeAll {
            $folder = "$TestDrive/task"
            function New-Job([string] $Name, [string] $Code) { Set-Content "$TestDrive/$Name.ps1" $Code; "$TestDrive/$Name.ps1" }
            function Invoke-Task([string[]] $Argument, [hashtable] $Environment = @{ WECOM_ROBOT = $robot }) {
                Invoke-Pwsh (@('-File', "$recipes/scheduled-task.ps1", '-Module', (Get-ModulePath), '-Folder', $folder) + $Argument) $Environment
            }
        }

        AfterEach { Remove-Item $folder -Recurse -ErrorAction Ignore }

        It 'tells of a job that <What>, and ends with <ExitCode>' -ForEach @(
            @{ What = 'went well'; Code = '"working"'; ExitCode = 0; Says = "*Info: nightly succeeded*working*"; Logs = 'nightly ended with 0.' }
            @{ What = 'throws'; Code = 'throw "disk full"'; ExitCode = 1; Says = '*Warning: nightly failed*disk full*<@lisi>'; Logs = 'nightly ended with 1. disk full' }
            @{ What = 'writes an error'; Code = 'Get-Item ./nowhere'; ExitCode = 1; Says = '*Warning: nightly failed*nowhere*<@lisi>'; Logs = 'nightly ended with 1. *nowhere*' }
            @{ What = 'exits with a number'; Code = '"on"; exit 3'; ExitCode = 3; Says = '*Warning: nightly failed*Exit code: 3*<@lisi>'; Logs = 'nightly ended with 3.' }
        ) {
            $run = Invoke-Task '-Job', (New-Job nightly $Code), '-Mention', 'lisi'

            $run.ExitCode | Should -Be $ExitCode
            $told = (Get-Received $simulator).Payload.markdown.content
            $told | Should -BeLike "*$([Environment]::MachineName)*"
            $told | Should -BeLike $Says
            if (-not $ExitCode) { $told | Should -Not -BeLike '*lisi*' }
            Get-Content "$folder/task.log" | Should -BeLike "20* $Logs"
            Assert-NoKey $key $run.Output
        }

        It 'with -OnlyFailure tells of a job that failed, how often, and of the first that went well after it' {
            $codes = '1', 'exit 1', 'exit 1', '1', '1' | ForEach-Object { (Invoke-Task '-Job', (New-Job nightly $_), '-OnlyFailure').ExitCode }

            $codes | Should -Be 0, 1, 1, 0, 0
            $told = (Get-Received $simulator).Payload.markdown.content
            $told | Should -HaveCount 3
            $told[0] | Should -BeLike '*nightly failed*'
            $told[1] | Should -BeLike '*nightly failed*Fired 2 times*'
            $told[2] | Should -BeLike '*Resolved: nightly succeeded*fired 2×*'
        }

        It 'ends with <ExitCode> if the job ended with <Job> and the message fails<Way>' -ForEach @(
            @{ Job = 0; More = @(); Way = ''; ExitCode = 0 }
            @{ Job = 0; More = '-FailOnNotification'; Way = ' with -FailOnNotification'; ExitCode = 1 }
            @{ Job = 3; More = @(); Way = ''; ExitCode = 3 }
            @{ Job = 3; More = '-FailOnNotification'; Way = ' with -FailOnNotification'; ExitCode = 3 }
        ) {
            Add-Fault $simulator @{ errcode = 93000; errmsg = "stopped $robot" }
            $run = Invoke-Task (@('-Job', (New-Job nightly "exit $Job")) + $More)

            $run.ExitCode | Should -Be $ExitCode
            $log = @(Get-Content "$folder/task.log")
            $log | Should -BeLike "20* nightly ended with $ExitCode. *93000*"
            Get-Received $simulator | Should -BeNullOrEmpty
            Assert-NoKey $key $run.Output, $log
        }

        It 'runs the job even if the <What> is missing' -ForEach @(
            @{ What = 'module'; More = { '-Module', './nowhere' }; Logs = 'The group cannot be told: *nowhere*' }
            @{ What = 'robot'; More = { '-Robot', 'nobody', '-Module', (Get-ModulePath) }; Logs = "The group was not told *'nobody'*" }
        ) {
            $run = Invoke-Pwsh (@('-File', "$recipes/scheduled-task.ps1", '-Folder', $folder, '-Job', (New-Job nightly '"worked"; exit 4')) + (& $More))

            $run.ExitCode | Should -Be 4
            $run.Output | Should -BeLike '*worked*'
            Get-Content "$folder/task.log" | Should -BeLike "20* nightly ended with 4. $Logs"
        }

        It 'is registered with command lines that run, for <What>' -ForEach @(
            @{ What = 'Windows PowerShell and an account with a password'; Shell = 'powershell.exe'; Outbox = ''
                Who = '-Account ([pscredential]::new("CONTOSO\jobs", (ConvertTo-SecureString pa55word -AsPlainText -Force)))' }
            @{ What = 'PowerShell 7, a managed account and an outbox'; Shell = 'pwsh.exe'; Who = '-ManagedAccount CONTOSO\jobs$'; Outbox = '-OutboxMinutes 10' }
        ) {
            $job = New-Job 'nightly job' '"worked"'
            # Only Windows has the ScheduledTasks module: these functions replace its commands and return their arguments
            $run = Invoke-Pwsh '-Command', @"
                function New-ScheduledTaskAction(`$Execute, `$Argument) { @{ Execute = `$Execute; Argument = `$Argument } }
                function New-ScheduledTaskTrigger([switch] `$Daily, [switch] `$Once, [datetime] `$At, [timespan] `$RepetitionInterval) {
                    `$Daily ? "daily at `$(`$At.ToString('HH:mm'))" : "every `$RepetitionInterval"
                }
                function New-ScheduledTaskSettingsSet([switch] `$StartWhenAvailable, `$MultipleInstances, [timespan] `$ExecutionTimeLimit) { 'settings' }
                function New-ScheduledTaskPrincipal(`$UserId, `$LogonType) { @{ UserId = `$UserId; LogonType = `$LogonType } }
                function Register-ScheduledTask(`$TaskName, `$Action, `$Trigger, `$Settings, `$User, `$Password, `$Principal) {
                    [pscustomobject] `$PSBoundParameters | ConvertTo-Json -Compress
                }
                & '$recipes/scheduled-task-register.ps1' -TaskName backup -Job '$job' -Shell $Shell $Who $Outbox ``
                    -Argument '-Module "$(Get-ModulePath)" -Folder "$folder"'
"@
            $run.ExitCode | Should -Be 0 -Because $run.Output
            $task, $second = $run.Output.Trim() -split '\r?\n' | ConvertFrom-Json

            $task.Trigger | Should -Be 'daily at 03:00'
            $task.Action.Execute | Should -Be $Shell
            $task.Action.Argument | Should -Not -Match 'pa55word'
            if ($task.Principal) { $task.Principal.UserId, $task.Principal.LogonType | Should -Be 'CONTOSO\jobs$', 'Password' }
            else { $task.User, $task.Password | Should -Be 'CONTOSO\jobs', 'pa55word' }
            $arguments = [regex]::Matches($task.Action.Argument, '"([^"]*)"|(\S+)') | ForEach-Object { $_.Value.Trim('"') }
            if ($Outbox) {
                # A raw webhook is not stored: the script asks for a name
                $arguments -join ' ' | Should -BeLike '* -OnFailure Outbox *'
                $second.TaskName, $second.Trigger, $second.Principal.UserId | Should -Be 'backup outbox', 'every 00:10:00', 'CONTOSO\jobs$'
                $outboxArguments = [regex]::Matches($second.Action.Argument, '"([^"]*)"|(\S+)') | ForEach-Object { $_.Value.Trim('"') }
                (Invoke-Pwsh ($outboxArguments + '-Module', (Get-ModulePath))).ExitCode | Should -Be 0
                return
            }
            $second | Should -BeNullOrEmpty
            (Invoke-Pwsh $arguments @{ WECOM_ROBOT = $robot }).ExitCode | Should -Be 0
            (Get-Received $simulator).Payload.markdown.content | Should -BeLike '*nightly job succeeded*'
        }
    }

    # On Windows the store is in the user's profile, whatever HOME is
    Context 'of a scheduled task with a vault (skipped if SecretManagement or SecretStore is missing)' -Skip:(-not $vaults -or $IsWindows) {
        BeforeAll {
            # The account's home, with store, vault and registered robots
            $account = @{ HOME = "$TestDrive/account" }
            $null = New-Item $account.HOME -ItemType Directory
            function Invoke-VaultScript([string] $Webhook, [string[]] $Name = 'ops') {
                Invoke-Pwsh '-Command', (
                    "& '$recipes/scheduled-task-vault.ps1' -Module '$(Get-ModulePath)' -Robot $Name" +
                    ' -Webhook (ConvertTo-SecureString $env:GIVEN -AsPlainText -Force)') (@{ GIVEN = $Webhook } + $account)
            }
        }

        It 'sends to a robot whose webhook is in the vault, and later to the new webhook' {
            $first, $second = $robot, (Get-Webhook $simulator)
            Set-Content "$TestDrive/nightly.ps1" '"working"'
            $said = foreach ($webhook in $first, $second) {
                $set = Invoke-VaultScript $webhook
                $set.ExitCode | Should -Be 0 -Because $set.Output
                $set.Output
                $run = Invoke-Pwsh '-File', "$recipes/scheduled-task.ps1", '-Module', (Get-ModulePath), '-Job', "$TestDrive/nightly.ps1", '-Robot', 'ops' $account
                $run.ExitCode | Should -Be 0
                $run.Output | Should -BeLike '*nightly ended with 0.*'
                $run.Output
            }

            $said[0] | Should -BeLike "*secret 'wecom-ops' in vault 'WeCom'*"
            (Get-Received $simulator).key | Should -Be ($first -replace '.*='), ($second -replace '.*=')
            $files = Get-ChildItem $account.HOME -Recurse -File -Force | Get-Content -Raw
            foreach ($key in ($first, $second) -replace '.*=') { Assert-NoKey $key ($said + $files) }
        }

        It 'reports that the store is locked if the password file is gone' {
            $null = Invoke-VaultScript $robot
            $run = Invoke-Pwsh '-File', "$recipes/scheduled-task.ps1", '-Module', (Get-ModulePath), '-Job', "$TestDrive/nightly.ps1", '-Robot', 'ops',
                '-Folder', "$TestDrive/empty", '-FailOnNotification' $account

            $run.ExitCode | Should -Be 1
            $run.Output | Should -BeLike "*nightly ended with 1. *'ops'*"
            Assert-NoKey $key $run.Output
        }

        It 'changes nothing if the account''s store has another password' {
            $account.HOME = "$TestDrive/other"
            $null = New-Item $account.HOME -ItemType Directory
            $null = Invoke-Pwsh '-Command', 'Set-SecretStoreConfiguration -Password (ConvertTo-SecureString own -AsPlainText -Force) -Interaction None -Confirm:$false' $account
            $run = Invoke-VaultScript $robot

            $run.ExitCode | Should -Be 1
            "$($account.HOME)/.local/share/WeComTask/store-password.xml" | Should -Not -Exist
            (Invoke-Pwsh '-Command', 'Unlock-SecretStore -Password (ConvertTo-SecureString own -AsPlainText -Force) -ErrorAction Stop' $account).ExitCode | Should -Be 0
            Assert-NoKey $key $run.Output
        }
    }
}
