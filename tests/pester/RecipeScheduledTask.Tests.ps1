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

        It 'reports a job that <What>, and ends with <ExitCode>' -ForEach @(
            @{ What = 'went well'; Code = '"working"'; ExitCode = 0; Says = "nightly on $([Environment]::MachineName) succeeded (* s)"; Mentions = $null }
            @{ What = 'throws'; Code = 'throw "disk full"'; ExitCode = 1; Says = "nightly * failed with error 'disk full' (*"; Mentions = 'lisi' }
            @{ What = 'writes an error'; Code = 'Get-Item ./nowhere'; ExitCode = 1; Says = 'nightly * failed with error *nowhere*'; Mentions = 'lisi' }
            @{ What = 'exits with a number'; Code = 'exit 3'; ExitCode = 1; Says = 'nightly * failed with exit code 3 (*'; Mentions = 'lisi' }
        ) {
            $run = Invoke-Task '-Job', (New-Job nightly $Code), '-Mention', 'lisi'

            $run.ExitCode | Should -Be $ExitCode
            $received = (Get-Received $simulator).Payload.text
            $received.content | Should -BeLike $Says
            $received.mentioned_list | Should -Be $Mentions
            Get-Content "$folder/task.log" | Should -BeLike "20* $($received.content); the group was told"
            Assert-NoKey $key $run.Output
        }

        It 'with -OnlyFailure reports only a job that failed' {
            (Invoke-Task '-Job', (New-Job good '1'), '-OnlyFailure').ExitCode | Should -Be 0
            (Invoke-Task '-Job', (New-Job bad 'exit 1'), '-OnlyFailure').ExitCode | Should -Be 1

            (Get-Received $simulator).Payload.text.content | Should -BeLike 'bad on *'
        }

        It 'ends with <ExitCode> if the job ended with <Job> and the message fails<Way>' -ForEach @(
            @{ Job = 0; More = @(); Way = ''; ExitCode = 0 }
            @{ Job = 0; More = '-FailOnNotification'; Way = ' with -FailOnNotification'; ExitCode = 2 }
            @{ Job = 3; More = @(); Way = ''; ExitCode = 1 }
            @{ Job = 3; More = '-FailOnNotification'; Way = ' with -FailOnNotification'; ExitCode = 1 }
        ) {
            Add-Fault $simulator @{ errcode = 93000; errmsg = "stopped $robot" }
            $run = Invoke-Task (@('-Job', (New-Job nightly "exit $Job")) + $More)

            $run.ExitCode | Should -Be $ExitCode
            $log = Get-Content "$folder/task.log" -Raw
            $log | Should -BeLike '*; the group was not told: *93000*'
            Get-Received $simulator | Should -BeNullOrEmpty
            Assert-NoKey $key $run.Output, $log
        }

        It 'runs the job even if the module or the robot is missing' -ForEach @{ More = '-Module', './nowhere' }, @{ More = '-Robot', 'nobody' } {
            $run = Invoke-Pwsh (@('-File', "$recipes/scheduled-task.ps1", '-Folder', $folder, '-Job', (New-Job nightly '"worked"')) + $More)

            $run.ExitCode | Should -Be 0
            $run.Output | Should -BeLike '*worked*the group was not told*'
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
            (Get-Received $simulator).Payload.text.content | Should -BeLike 'nightly job on * succeeded*'
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
                $run.Output | Should -BeLike '*the group was told*'
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

            $run.ExitCode | Should -Be 2
            $run.Output | Should -BeLike "*the group was not told: *'ops'*"
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
