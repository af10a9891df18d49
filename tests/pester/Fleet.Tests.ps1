BeforeDiscovery {
    Import-Module $PSScriptRoot/Redis.psm1, $PSScriptRoot/Robots.psm1
    $hasVaults = [bool] (Get-Module -ListAvailable Microsoft.PowerShell.SecretManagement)
}

# This process is one machine by WECOM_REDIS, which it leaves with the variable; what -Redis joins lasts, so such a test has its own process
Describe 'A fleet' -Skip:(-not (Test-RedisServer)) {
    BeforeAll {
        Import-Module $PSScriptRoot/Simulator.psm1, $PSScriptRoot/Robots.psm1, $PSScriptRoot/State.psm1, $PSScriptRoot/Samples.psm1, $PSScriptRoot/Redis.psm1
        Import-WeComRobot
        $simulator = Start-Simulator
        $redis = Start-TestRedis

        # A machine is a process with a state folder of its own
        function Start-Machine([string] $Name, [scriptblock] $Script, [string[]] $Argument) {
            $folder, $env:WECOM_STATE_DIR = $env:WECOM_STATE_DIR, "$env:WECOM_STATE_DIR-$Name"
            try { Start-Script $Script $Argument } finally { $env:WECOM_STATE_DIR = $folder }
        }

        function Invoke-Machine([string] $Name, [scriptblock] $Script, [string[]] $Argument) {
            (Wait-Script (Start-Machine $Name $Script $Argument)).Trim() -split '\r?\n'
        }
    }

    AfterAll {
        Stop-TestRedis $redis
        Stop-Simulator $simulator
    }

    BeforeEach {
        $null = Use-StateFolder "$(New-Guid)"
        Clear-Simulator $simulator
        $robot = Get-Webhook $simulator
        $prefix = "$(New-Guid):"
        $fleet = "$($redis.EndPoint),keyPrefix=$prefix"
        $env:WECOM_REDIS = $null
    }

    AfterEach {
        $env:WECOM_REDIS = $null
        $null = Get-WeComRateLimit $robot
        Restore-StateFolder
    }

    It 'shares the window of a robot: a message waits for those of another machine' {
        $env:WECOM_REDIS = $fleet
        Set-WeComRateLimit 3 -WindowSec 5 -Scope Fleet
        $gate = "$env:WECOM_STATE_DIR.gate"
        $other = Start-Machine other {
            param($robot, $gate)
            $null = Get-WeComRateLimit $robot
            $null = New-Item "$gate.ready"
            while (-not (Test-Path $gate)) { Start-Sleep -Milliseconds 10 }
            (Send-WeComText hi -Robot $robot -PassThru).SentAt.UtcTicks
        } $robot, $gate
        $null = Wait-For { Test-Path "$gate.ready" }
        $first = (1..3 | Send-WeComText -Robot $robot -PassThru)[0]
        $null = New-Item $gate

        ([long] (Wait-Script $other) - $first.SentAt.UtcTicks) / 1e7 | Should -BeGreaterThan 5
        (Get-Received $simulator).Count | Should -Be 4
    }

    It 'shows what all of its machines have sent, which machines they are, and where the window is' {
        $env:WECOM_REDIS = $fleet
        Invoke-Machine other { param($robot) 1..20 | Send-WeComText -Robot $robot } $robot | Should -BeNullOrEmpty
        $window = Get-WeComRateLimit $robot

        $window.Scope, $window.Used, $window.Left | Should -Be 'Fleet', 20, 0
        $window.StatePath | Should -BeExactly $fleet
        $window.Holders.Machine, $window.Holders.Slots | Should -Be ([Environment]::MachineName), 20
        $window | Out-String -Width 300 | Should -Match "(?s)Scope +: Fleet.*Holders +: .*\(20\).*State +: .*keyPrefix="
    }

    It 'has a limit for all robots, and for one of them' {
        $env:WECOM_REDIS = $fleet
        $other = Get-Webhook $simulator
        Set-WeComRateLimit 7 -Scope Fleet
        Set-WeComRateLimit 5 30 -Scope Fleet -Robot $other

        Invoke-Machine other { param($robot, $other) (Get-WeComRateLimit -Robot $robot, $other | ForEach-Object { "$($_.Limit)/$($_.Window.TotalSeconds)" }) -join ' ' } $robot, $other |
            Should -Be '7/60 5/30'
    }

    It 'is the one of WECOM_REDIS, as that changes' {
        $env:WECOM_REDIS = $fleet
        (Get-WeComRateLimit $robot).StatePath | Should -BeExactly $fleet
        $env:WECOM_REDIS = $fleet -replace '.$', '2:'
        (Get-WeComRateLimit $robot).StatePath | Should -BeExactly $env:WECOM_REDIS
        $env:WECOM_REDIS = $null
        (Get-WeComRateLimit $robot).Scope | Should -Be Machine
    }

    It 'that WECOM_REDIS misspells is one warning, and messages go out under the machine''s window' {
        $env:WECOM_REDIS = "$($redis.EndPoint),sssl=true"
        $said = 1..2 | ForEach-Object { Send-WeComText $_ -Robot $robot *>&1 }

        @($said).Count | Should -Be 1
        $said | Should -BeOfType System.Management.Automation.WarningRecord
        $said | Should -BeLike '*WECOM_REDIS*machine''s window*Part 2*not a known option*'
        (Get-Received $simulator).Count | Should -Be 2
        (Get-WeComRateLimit $robot).Scope | Should -Be Machine
    }

    It 'that Set-WeComRateLimit joins takes the place of that of WECOM_REDIS, to the end of the process' {
        $env:WECOM_REDIS = "$($redis.EndPoint),keyPrefix=other:"
        Invoke-Machine one {
            param($robot, $fleet)
            (Get-WeComRateLimit $robot).StatePath
            Set-WeComRateLimit -Scope Fleet -Redis $fleet
            (Get-WeComRateLimit $robot).StatePath
            $env:WECOM_REDIS = 'nonsense://'
            (Get-WeComRateLimit $robot).StatePath
        } $robot, $fleet | Should -BeExactly $env:WECOM_REDIS, $fleet, $fleet
    }

    It 'is joined with a limit: <Call>' -ForEach @(
        @{ Call = 'Set-WeComRateLimit 7 -Redis $fleet' }
        @{ Call = 'Set-WeComRateLimit 7 60 -Scope Fleet -Redis (ConvertTo-SecureString $fleet -AsPlainText) -Robot $robot' }
        @{ Call = '$robot | Set-WeComRateLimit -Limit 7 -Redis $fleet' }
    ) {
        Invoke-Machine one ([scriptblock]::Create("param(`$robot, `$fleet) $Call")) $robot, $fleet | Should -BeNullOrEmpty
        $env:WECOM_REDIS = $fleet

        (Get-WeComRateLimit $robot).Limit | Should -Be 7
    }

    It 'is not joined with -WhatIf, which says what it would do' {
        $said = Invoke-Machine one {
            param($robot, $fleet)
            Set-WeComRateLimit 7 -Scope Fleet -Redis $fleet -WhatIf
            (Get-WeComRateLimit $robot).Scope
        } $robot, $fleet

        $said[-1] | Should -Be Machine
        Get-HostText { Set-WeComRateLimit 7 -Scope Fleet -Redis $fleet -WhatIf } | Should -BeLike "*Join the fleet*$fleet*rate limit to 7*scope Fleet*"
    }

    It 'that was not joined has no limit: the error says how to join' {
        $failure = { Set-WeComRateLimit 5 -Scope Fleet } | Should -Throw -PassThru

        $failure.FullyQualifiedErrorId | Should -BeExactly 'WeComInvalidFleet,WeComRobot.Commands.SetWeComRateLimitCommand'
        $failure.CategoryInfo.Category | Should -Be InvalidArgument
        $failure.Exception.Message | Should -BeLike '*-Redis*WECOM_REDIS*'
    }

    It 'is not joined by <Redis>: an error says what is wrong' -ForEach @(
        @{ Redis = ''; Says = '*names no server*' }
        @{ Redis = 'redis://127.0.0.1'; Says = '*Part 1*not a server*' }
        @{ Redis = '127.0.0.1,keyPrefix=a{b}'; Says = '*Part 2*braces*' }
        @{ Redis = '127.0.0.1,user=wecom,hunter2'; Says = '*Part 3*after an option*' }
        @{ Redis = '127.0.0.1,defaultDatabase=3'; Says = '*Part 2*keyPrefix*' }
        @{ Redis = 5; Says = '*this is Int32*' }
        @{ Redis = $null; Says = '*this is $null*' }
    ) {
        $failure = { Set-WeComRateLimit 5 -Redis $Redis } | Should -Throw -PassThru

        $failure.FullyQualifiedErrorId | Should -BeExactly 'WeComInvalidFleet,WeComRobot.Commands.SetWeComRateLimitCommand'
        $failure.Exception.Message | Should -BeLike $Says
    }

    It 'is not joined by parameters that do not go together: <Call>' -ForEach @(
        @{ Call = 'Set-WeComRateLimit -Redis $fleet -Vault main'; Says = '*-Vault*-RedisSecretName*' }
        @{ Call = 'Set-WeComRateLimit -Redis "$fleet,password=a" -RedisSecretName b'; Says = '*two passwords*' }
        @{ Call = 'Set-WeComRateLimit 5 -Redis $fleet -Scope Machine'; Says = '*-Scope Machine*' }
    ) {
        $failure = { & ([scriptblock]::Create($Call)) } | Should -Throw -PassThru

        $failure.FullyQualifiedErrorId | Should -BeExactly 'WeComInvalidFleet,WeComRobot.Commands.SetWeComRateLimitCommand'
        $failure.Exception.Message | Should -BeLike $Says
    }

    It 'is joined by a connection string without quotes, of which PowerShell makes a list' {
        Invoke-Machine one {
            param($robot, $fleet, $server)
            Set-WeComRateLimit -Redis $server,keyPrefix=list:
            (Get-WeComRateLimit $robot).StatePath
        } $robot, $fleet, $redis.EndPoint | Should -BeExactly "$($redis.EndPoint),keyPrefix=list:"
    }

    It 'whose libraries cannot be loaded is one warning, and messages go out under the machine''s window' {
        $original = (Get-Module WeComRobot).ModuleBase
        $copy = New-Item (Join-Path $TestDrive copy bin) -ItemType Directory
        Copy-Item (Join-Path $original WeComRobot.psd1) $copy.Parent
        Copy-Item (Join-Path $original bin Core) $copy -Recurse
        Set-Content (Join-Path $copy Core Redis StackExchange.Redis.dll) damaged
        $module, $env:WECOM_MODULE = $env:WECOM_MODULE, (Join-Path $copy.Parent WeComRobot.psd1)
        try {
            $said = Invoke-Machine one {
                param($robot, $fleet)
                $env:WECOM_REDIS = $fleet
                1..2 | ForEach-Object { Send-WeComText $_ -Robot $robot }
            } $robot, $fleet
        }
        finally { $env:WECOM_MODULE = $module }

        @($said).Count | Should -Be 1
        $said | Should -BeLike '*cannot be loaded*'
        (Get-Received $simulator).Count | Should -Be 2
    }

    It 'whose Redis is away is joined with a warning, sends go on, and the window is shared once Redis is back' {
        $away = Start-TestRedis
        Stop-TestRedis $away
        $said = Invoke-Machine one {
            param($robot, $fleet, $gate)
            Set-WeComRateLimit -Scope Fleet -Redis $fleet
            1..3 | ForEach-Object { Send-WeComText $_ -Robot $robot }
            'sent'
            [string] (Get-WeComRateLimit $robot).Scope
            (Get-WeComRateLimit $robot).Trouble
            Set-WeComRateLimit 5 -Scope Fleet
            # Again asked for, again answered
            Set-WeComRateLimit -Scope Fleet -Redis $fleet
            Import-Module "$gate/Redis.psm1", "$gate/Robots.psm1"
            $null = New-PSDrive TestDrive FileSystem $env:WECOM_STATE_DIR -Scope Global
            $back = Start-TestRedis -Port ($fleet -replace '.*:')
            $null = Wait-For { (Get-WeComRateLimit $robot).Scope -eq 'Fleet' }
            (Get-WeComRateLimit $robot).Used
            Send-WeComText 4 -Robot $robot
            (Get-WeComRateLimit $robot).Used
            Stop-TestRedis $back
        } $robot, $away.EndPoint, $PSScriptRoot

        $said[0] | Should -BeLike "*Redis of the fleet, '$($away.EndPoint)*cannot be used*machine's window*"
        $said[1, 2] | Should -Be 'sent', 'Machine'
        $said[3] | Should -BeLike "*$($away.EndPoint)*No connection*counts alone*"
        $said[4] | Should -BeLike '*limit cannot be set for the fleet*'
        $said[5] | Should -BeExactly $said[0]
        $said[6, 7] | Should -Be 3, 4
        $said.Count | Should -Be 8
        (Get-Received $simulator).Payload.text.content | Should -Be 1, 2, 3, 4
    }

    It 'whose Redis goes away during a session is one warning, of whichever cmdlet comes first: <Call>' -ForEach @(
        @{ Call = '1..3 | ForEach-Object { Send-WeComText $_ -Robot $robot }' }
        @{ Call = '1..3 | ForEach-Object { $null = Publish-WeComMedia $file -Robot $robot -Force }' }
    ) {
        $mortal = Start-TestRedis
        $env:WECOM_REDIS = $mortal.EndPoint
        $file = New-TestFile a.txt (1..6)
        Send-WeComText before -Robot $robot *>&1 | Should -BeNullOrEmpty
        Stop-TestRedis $mortal
        $said = & ([scriptblock]::Create($Call)) *>&1

        @($said).Count | Should -Be 1
        $said | Should -BeOfType System.Management.Automation.WarningRecord
        $said | Should -BeLike "*Redis of the fleet, '$($mortal.EndPoint)*"
    }

    It 'whose user lacks rights is a warning that says so: <Rule>' -ForEach @(
        @{ Rule = '~other:* +@all'; Says = '*lacks a right*NOPERM*keys*' }
        @{ Rule = '~* +@all -evalsha -eval'; Says = "*lacks a right*NOPERM*eval*" }
        @{ Rule = '~* +get'; Says = "*NOPERM*'echo'*" }
    ) {
        $null = Invoke-TestRedis $redis ACL SETUSER limited on resetpass resetkeys nocommands '>pass' @(-split $Rule)
        $said = Invoke-Machine one {
            param($robot, $fleet)
            Set-WeComRateLimit -Scope Fleet -Redis "$fleet,user=limited,password=pass"
            Send-WeComText hi -Robot $robot
        } $robot, $fleet

        @($said).Count | Should -Be 1
        $said | Should -BeLike $Says
        (Get-Received $simulator).Count | Should -Be 1
    }

    It 'that refuses the password is a warning that says so' {
        $guarded = Start-TestRedis -Argument '--requirepass', 'open-sesame-5678'
        $env:WECOM_REDIS = "$($guarded.EndPoint),password=wrong"

        Send-WeComText hi -Robot $robot *>&1 | Should -BeLike '*refuses the user or the password*'
        Stop-TestRedis $guarded
    }

    Context 'with a password in a vault, if Microsoft.PowerShell.SecretManagement is installed' -Skip:(-not $hasVaults -or -not (Test-DataFolder)) {
        BeforeAll {
            $guarded = Start-TestRedis -Argument '--requirepass', 'open-sesame-5678'
            # The folder of SecretManagement's list of vaults, never the user's own
            $outside = $env:HOME
            $env:HOME = (Get-PSDrive TestDrive).Root
            $folder = (New-Item TestDrive:/vault -ItemType Directory).FullName
            Register-SecretVault main -ModuleName (New-VaultModule (Get-PSDrive TestDrive).Root) -VaultParameters @{ Folder = $folder } -DefaultVault
            'open-sesame-5678' | Export-Clixml TestDrive:/vault/wecom-redis.xml
        }

        AfterAll {
            Unregister-SecretVault main
            $env:HOME = $outside
            Stop-TestRedis $guarded
        }

        It 'is joined by the secret''s name: <Vault>' -ForEach @{ Vault = '' }, @{ Vault = '-Vault main' } {
            Invoke-Machine one ([scriptblock]::Create("param(`$robot, `$fleet)
                Set-WeComRateLimit -Scope Fleet -Redis `$fleet -RedisSecretName wecom-redis $Vault
                (Get-WeComRateLimit `$robot).Scope")) $robot, $guarded.EndPoint | Should -Be Fleet
        }

        It 'is not joined if the secret cannot be read: the error names it' {
            $failure = { Set-WeComRateLimit -Scope Fleet -Redis $guarded.EndPoint -RedisSecretName gone } | Should -Throw -PassThru

            $failure.FullyQualifiedErrorId | Should -BeExactly 'WeComInvalidFleet,WeComRobot.Commands.SetWeComRateLimitCommand'
            $failure.Exception.Message | Should -BeLike "*secret 'gone'*cannot be read*Get-SecretInfo*"
        }
    }
}
