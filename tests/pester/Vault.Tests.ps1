Describe 'A secret' {
    BeforeDiscovery {
        Import-Module $PSScriptRoot/Robots.psm1
        $hasVaults = [bool] (Get-Module -ListAvailable Microsoft.PowerShell.SecretManagement)
    }

    BeforeAll {
        Import-Module $PSScriptRoot/Simulator.psm1, $PSScriptRoot/Samples.psm1, $PSScriptRoot/Robots.psm1, $PSScriptRoot/Trace.psm1
        $outside = $env:XDG_DATA_HOME, $env:WECOM_ROBOT, $env:HOME
        $null = Use-DataFolder
        $env:WECOM_ROBOT = $null
        Import-WeComRobot
        $simulator = Start-Simulator
        # The folder of SecretManagement's list of vaults, never the user's own
        $env:HOME = (Get-PSDrive TestDrive).Root
    }

    AfterAll {
        $env:XDG_DATA_HOME, $env:WECOM_ROBOT, $env:HOME = $outside
        Stop-Simulator $simulator
    }

    BeforeEach {
        Clear-Simulator $simulator
        $webhook = Get-Webhook $simulator
        $key = $webhook.Split('=')[1]
    }

    It 'is unavailable without the module, and the error says what to install' {
        $said = Invoke-Process {
            param($empty)
            $PSModuleAutoLoadingPreference = 'All'
            $env:PSModulePath = $empty
            Register-WeComRobot ops -SecretName wecom-ops -Vault v
            Send-WeComText hi -Robot ops
        } (Get-PSDrive TestDrive).Root

        $said.Id | Should -BeExactly WeComRobotNotFound
        $said.Message | Should -BeLike "*secret 'wecom-ops' in vault 'v'*robot 'ops'*Microsoft.PowerShell.SecretManagement is not installed*Install-PSResource*"
    }

    # The list of vaults is in the user's profile, like the registered robots
    Context 'of a vault, if Microsoft.PowerShell.SecretManagement is installed' -Skip:(-not $hasVaults -or -not (Test-DataFolder)) {
        BeforeAll {
            $module = New-VaultModule (Get-PSDrive TestDrive).Root
            'main', 'other' | ForEach-Object {
                $folder = (New-Item "TestDrive:/$_" -ItemType Directory).FullName
                Register-SecretVault $_ -ModuleName $module -VaultParameters @{ Folder = $folder } -DefaultVault:($_ -eq 'main')
            }

            function Set-TestSecret([string] $Name, $Secret, [string] $Vault = 'main') { $Secret | Export-Clixml "TestDrive:/$Vault/$Name.xml" }

            function Get-Read([string] $Vault = 'main') { @(Get-Content "TestDrive:/$Vault/reads.log" -ErrorAction Ignore) }
        }

        AfterAll { 'main', 'other' | ForEach-Object { Unregister-SecretVault $_ } }

        BeforeEach {
            Unregister-WeComRobot *
            Get-ChildItem TestDrive:/main, TestDrive:/other | Remove-Item
        }

        It 'that holds several webhooks, one per line, is a pool: <_>' -ForEach 'text', 'a SecureString' {
            $webhooks = 1..2 | ForEach-Object { Get-Webhook $simulator }
            $text = $webhooks -join "`r`n"
            Set-TestSecret wecom-ops ($_ -eq 'text' ? "$text`n" : (ConvertTo-SecureString $text -AsPlainText))
            Register-WeComRobot ops -SecretName wecom-ops -RateLimit 2
            1..4 | Send-WeComText -Robot ops

            (Get-Received $simulator | Group-Object key).Name | Sort-Object | Should -Be ($webhooks -replace '.*=' | Sort-Object)
            foreach ($webhook in $webhooks) { (Get-WeComRobot ops).Address | Should -BeLike "*$(Get-Address $webhook)*" }
        }

        It 'can be <_>' -ForEach 'a URL', 'a key', 'a URL in a SecureString', 'a key in a SecureString', 'a URL between blank lines', 'a key with blanks in a SecureString' {
            $text = $_ -like 'a URL*' ? $webhook : $key
            if ($_ -like '*blank*') { $text = $_ -like '*lines' ? "`r`n  `r`n$text`r`n `r`n" : " $text " }
            Set-TestSecret wecom-ops ($_ -like '*SecureString' ? (ConvertTo-SecureString $text -AsPlainText) : $text)
            Register-WeComRobot ops -SecretName wecom-ops -BaseUri $simulator.Base
            Send-WeComText hi -Robot ops

            (Get-Received $simulator).key | Should -BeExactly $key
        }

        It 'is read by each kind of cmdlet, in each kind of pipeline' {
            Set-TestSecret wecom-ops $webhook
            Register-WeComRobot ops -SecretName wecom-ops -Default
            'one', 'two' | Send-WeComText
            Publish-WeComMedia (New-TestFile a.txt (1..6)) | Send-WeComFile -Robot ops

            (Get-Received $simulator).msgtype | Should -Be text, text, file
        }

        It 'is read from the named vault' {
            Set-TestSecret wecom-ops (Get-Webhook $simulator)
            Set-TestSecret wecom-ops $webhook other
            Register-WeComRobot ops -SecretName wecom-ops -Vault other
            Send-WeComText hi -Robot ops

            (Get-Received $simulator).key | Should -BeExactly $key
            Get-Read | Should -BeNullOrEmpty
        }

        It 'is found in any vault if none is named' {
            Set-TestSecret wecom-night $webhook other
            Register-WeComRobot ops -SecretName wecom-night
            Send-WeComText hi -Robot ops

            (Get-Received $simulator).key | Should -BeExactly $key
        }

        It 'is read when the robot is first used, and not again' {
            Set-TestSecret wecom-ops $webhook
            Register-WeComRobot ops -SecretName wecom-ops -Default
            $null = Get-WeComRobot
            $null = (TabExpansion2 'Send-WeComText hi -Robot ').CompletionMatches
            $before = Get-Read
            $address = (Get-WeComRobot ops).Address
            'one', 'two' | Send-WeComText -Robot ops
            Send-WeComText three

            $before | Should -BeNullOrEmpty
            $address | Should -BeExactly "secret 'wecom-ops'"
            Get-Read | Should -BeExactly wecom-ops
            (Get-WeComRobot ops).Address | Should -BeExactly (Get-Address $webhook)
            @(Get-Received $simulator).Count | Should -Be 3
        }

        It 'is read again if the robot is registered again' {
            Set-TestSecret wecom-ops (Get-Webhook $simulator)
            Register-WeComRobot ops -SecretName wecom-ops
            Send-WeComText old -Robot ops
            Set-TestSecret wecom-ops $webhook
            Register-WeComRobot ops -SecretName wecom-ops
            Send-WeComText new -Robot ops

            (Get-Received $simulator)[1].key | Should -BeExactly $key
        }

        It 'is shared with other runspaces and not read again' {
            Set-TestSecret wecom-ops $webhook
            Register-WeComRobot ops -SecretName wecom-ops
            Send-WeComText one -Robot ops
            $pipeline = New-Pipeline 'Send-WeComText two -Robot ops'
            $null = $pipeline.Invoke()
            $pipeline.Dispose()

            @(Get-Received $simulator).Count | Should -Be 2
            Get-Read | Should -BeExactly wecom-ops
        }

        Context 'that is unavailable: <What>' -ForEach @(
            @{ What = 'it is missing'; Arguments = @{ SecretName = 'gone' }; Says = "*secret 'gone'*robot 'ops'*gone*not found*Get-SecretInfo*" }
            @{ What = 'it is missing in its vault'; Arguments = @{ SecretName = 'gone'; Vault = 'main' }; Says = "*secret 'gone' in vault 'main'*robot 'ops'*not found*" }
            @{ What = 'its vault is missing'; Arguments = @{ SecretName = 'wecom-ops'; Vault = 'nowhere' }; Says = "*secret 'wecom-ops' in vault 'nowhere'*robot 'ops'*ault*not found*Get-SecretVault*" }
            @{ What = 'it is a hashtable'; Arguments = @{ SecretName = 'table' }; Says = "*secret 'table'*robot 'ops'*Hashtable*not text*" }
            @{ What = 'it is a credential'; Arguments = @{ SecretName = 'credential' }; Says = "*secret 'credential'*robot 'ops'*PSCredential*not text*" }
        ) {
            It 'causes an error that says so, for each message, and the other robots are served' {
                Set-TestSecret table @{ webhook = $webhook }
                Set-TestSecret credential (New-Credential ops $webhook)
                Register-WeComRobot ops @Arguments
                $failure = Get-Failure { 'one', 'two' | Send-WeComText -Robot ops, $webhook }

                @($failure).Count | Should -Be 2
                $failure.FullyQualifiedErrorId | Should -BeLike 'WeComRobotNotFound,WeComRobot.Commands.SendWeComTextCommand'
                $failure.CategoryInfo.Category | Should -Be ObjectNotFound, ObjectNotFound
                foreach ($message in $failure.Exception.Message) { $message | Should -BeLike $Says }
                $failure | Format-List * -Force | Out-String | Should -Not -BeLike "*$key*"
                (Get-Received $simulator).Payload.text.content | Should -Be one, two
            }
        }

        It 'causes an error with the vault''s own reason, and is tried again' {
            Set-TestSecret wecom-ops $webhook
            Set-Content TestDrive:/main/locked ''
            Register-WeComRobot ops -SecretName wecom-ops -Vault main
            $failure = Get-Failure { Send-WeComText one -Robot ops }
            Remove-Item TestDrive:/main/locked
            Send-WeComText two -Robot ops

            $failure.FullyQualifiedErrorId | Should -BeLike 'WeComRobotNotFound,*'
            $failure.Exception.Message | Should -BeLike "*secret 'wecom-ops' in vault 'main'*robot 'ops'*"
            $failure.Exception.Message | Should -Not -BeLike '*ErrorActionPreference*'
            (Get-Received $simulator).Payload.text.content | Should -Be two
        }

        It 'that contains no webhook is reported without its content, and is read again once it is corrected' {
            Set-TestSecret wecom-ops "${key}0"
            Register-WeComRobot ops -SecretName wecom-ops
            $trace = Get-Trace { Send-WeComText hi -Robot ops }
            Set-TestSecret wecom-ops $webhook
            Send-WeComText hi -Robot ops

            $trace.'Format-List' | Should -BeLike '*WeComInvalidAddress,*'
            Find-Key $trace $key | Should -BeNullOrEmpty
            (Get-Received $simulator).key | Should -BeExactly $key
        }

        It 'leaves no trace in a stream, in $Error or in a variable' {
            Set-TestSecret wecom-ops $webhook
            Register-WeComRobot ops -SecretName wecom-ops
            $before = Get-Variable | ForEach-Object Name
            $trace = Get-Trace { Send-WeComText hi -Robot ops -PassThru -Verbose -Debug -Confirm:$false; Get-WeComRobot }
            $after = Get-Variable | ForEach-Object Name

            Find-Key $trace $key | Should -BeNullOrEmpty
            $after | Where-Object { $_ -notin $before -and $_ -notin 'trace', 'before', 'after' } | Should -BeNullOrEmpty
            $global:Error | Should -BeNullOrEmpty
        }

        It 'serves the next process by reference, and its key is in no file' {
            $data = Use-DataFolder persisted
            Set-TestSecret wecom-ops $webhook
            $said = @(
                Invoke-Process { Register-WeComRobot ops -SecretName wecom-ops -Vault main -Default -Persist; Send-WeComText one }
                Invoke-Process { Send-WeComText two }
            )
            $files = Get-Content $data/* -Raw
            $null = Use-DataFolder

            $said | Should -BeNullOrEmpty
            (Get-Received $simulator).Payload.text.content | Should -Be one, two
            $files | Should -Not -BeNullOrEmpty
            Find-Key @{ file = $files } $key | Should -BeNullOrEmpty
        }
    }
}
