BeforeDiscovery {
    Import-Module $PSScriptRoot/Redis.psm1, $PSScriptRoot/Robots.psm1
    $hasVaults = [bool] (Get-Module -ListAvailable Microsoft.PowerShell.SecretManagement)
}

# Runs the commands of docs/recipes/fleet.md against a Redis with the user that its script makes
Describe 'The recipe for a fleet' -Skip:(-not (Test-RedisServer)) {
    BeforeAll {
        Import-Module $PSScriptRoot/Simulator.psm1, $PSScriptRoot/Robots.psm1, $PSScriptRoot/Redis.psm1, $PSScriptRoot/Recipes.psm1, $PSScriptRoot/Engine.psm1
        $root = Split-Path (Split-Path $PSScriptRoot)
        $page = Get-Content $root/docs/recipes/fleet.md -Raw
        $address = 'redis.example.com:6380,ssl=true'

        # The blocks of the page in a language
        function Get-Block([string] $Language) {
            [regex]::Matches($page, "(?ms)^``````$Language\n(.*?)^``````") | ForEach-Object { $_.Groups[1].Value }
        }

        $simulator = Start-Simulator -Key (1..20 | ForEach-Object { [guid]::NewGuid().ToString() })
        $redis = Start-TestRedis
        # Whoever is not the user that the script makes has no rights
        $null = Invoke-TestRedis $redis ACL SETUSER admin on '>open-sesame-5678' '~*' '&*' +@all
        $env:REDISCLI_AUTH = 'open-sesame-5678'
        $null = redis-cli -p $redis.Port --user admin ACL SETUSER default off
        $line = (Get-Block sh)[0] -replace '-h .*', "-p $($redis.Port) --user admin" -replace 'fleet-user.sh', "'$root/docs/recipes/fleet-user.sh'"
        $password = sh -c $line
        $connection = (Get-Block text)[0].Trim().Replace($address, $redis.EndPoint).Replace('…', $password)

        function Invoke-Admin { redis-cli -p $redis.Port --user admin @args }
    }

    AfterAll {
        $env:REDISCLI_AUTH = $null
        Stop-TestRedis $redis
        Stop-Simulator $simulator
    }

    BeforeEach {
        Clear-Simulator $simulator
        $robot = Get-Webhook $simulator
        $null = Invoke-Admin ACL LOG RESET

        # How many messages the fleet has counted for the robot, as a machine of it sees them
        function Get-Used {
            $run = Invoke-Pwsh '-Command', "Import-Module '$(Get-ModulePath)'; (Get-WeComRateLimit).Used" @{ WECOM_ROBOT = $robot; WECOM_REDIS = $connection; WECOM_STATE_DIR = "$TestDrive/watcher" }
            $run.Output.Trim()
        }
    }

    It 'makes a user that can touch nothing else' {
        $password | Should -Match '^[0-9a-f]{64}$'
        $env:REDISCLI_AUTH = $password
        $said = foreach ($command in 'GET other', 'SET other 1', 'FLUSHALL', 'CONFIG GET requirepass', 'KEYS x', 'PUBLISH c m') {
            "$(redis-cli -p $redis.Port --user wecom @(-split $command))"
        }
        $env:REDISCLI_AUTH = 'open-sesame-5678'

        $said | Should -HaveCount 6
        $said | Should -BeLike 'NOPERM*'
    }

    It 'makes it again with another password' {
        $again = sh -c ($line -replace '^', 'FLEET_USER=ops FLEET_PREFIX=ops: ')

        $again | Should -Match '^[0-9a-f]{64}$'
        $again | Should -Not -Be $password
        (Invoke-Admin ACL LIST) -like 'user ops on *' | Should -Match ' ~ops:\* '
    }

    It 'prints no password of a user that it could not make' {
        $said = sh -c ($line -replace '--user admin', '--user nobody') 2>&1

        $LASTEXITCODE | Should -Be 1
        "$said" | Should -BeLike '*AUTH*'
        "$said" | Should -Not -Match '[0-9a-f]{64}'
    }

    It 'joins by WECOM_REDIS, and needs no right that the user lacks' {
        $script = "Import-Module '$(Get-ModulePath)'; Set-WeComRateLimit 10 -Scope Fleet; Register-WeComRobot ops -Webhook `$env:WECOM_ROBOT; Set-WeComRateLimit 9 -Scope Fleet -Robot ops
            'some text' | Set-Content a.txt; Send-WeComFile a.txt -Robot ops; Send-WeComFile a.txt -Robot ops -OnFailure Outbox
            Send-WeComText hi -Robot ops -OnFailure Outbox -MaxRetry 0 -WarningAction Ignore; Send-WeComOutbox; (Get-WeComRateLimit ops).Scope; (Get-WeComRateLimit ops).Limit"
        Add-Fault $simulator @{}, @{}, @{}, @{ errcode = -1 }
        $run = Invoke-Pwsh '-WorkingDirectory', "$TestDrive", '-Command', $script @{ WECOM_ROBOT = $robot; WECOM_REDIS = $connection; WECOM_STATE_DIR = "$TestDrive/one" }

        -split $run.Output | Should -Be Fleet, 9
        (Get-Received $simulator).Payload.msgtype | Should -Be file, file, text
        # StackExchange.Redis asks for the server's settings, and does without them
        Invoke-Admin --json ACL LOG | ConvertFrom-Json | ForEach-Object { $_.object } | Should -BeIn 'config|get'
    }

    It 'has a step of GitHub Actions join by WECOM_REDIS of its job' {
        $run = Invoke-Action @{ WECOM_ROBOT = $robot; WECOM_REDIS = $connection; SEND_WECOM_WEBHOOK = ''; SEND_WECOM_TEXT = 'The build is done.' }

        $run.ExitCode | Should -Be 0
        Assert-NoKey $password $run.Output
        Get-Used | Should -Be 1
    }

    It 'has a step of Azure DevOps join by the variable that redisVariable names' {
        $run = Invoke-AzureStep @{ WECOM_ROBOT = $robot; WECOM_REDIS = $connection; SEND_WECOM_TEXT = 'ready' }

        $run.ExitCode | Should -Be 0
        Assert-NoKey $password $run.Output
        Get-Used | Should -Be 1
    }

    Context 'with a vault, if Microsoft.PowerShell.SecretManagement is installed' -Skip:(-not $hasVaults -or -not (Test-DataFolder)) {
        It 'joins, sends, shows the window and sets the limit by the lines of the page' {
            $first, $lines = Get-Block powershell
            $first.Trim() | Should -BeExactly 'Set-Secret wecom-redis' -Because 'the test puts the secret there, as that would ask for it'
            $vault = (New-Item TestDrive:/vault -ItemType Directory).FullName
            $password | Export-Clixml $vault/wecom-redis.xml
            $script = @(
                "Import-Module '$(Get-ModulePath)'"
                "Register-SecretVault main -ModuleName '$(New-VaultModule $TestDrive)' -VaultParameters @{ Folder = '$vault' } -DefaultVault"
                'Register-WeComRobot ops -Webhook $env:WECOM_ROBOT'
                $lines -replace 'Import-Module WeComRobot' | ForEach-Object { $_.Replace($address, $redis.EndPoint) }
            ) -join "`n"
            $script | Should -Not -BeLike '*example*'
            $run = Invoke-Pwsh '-Command', $script @{ WECOM_ROBOT = $robot }

            $run.Output -replace '\e\[[\d;]*m' | Should -Match '(?s)Scope +: Fleet.*Holders +: .*\(1\).*Scope +: Fleet.*StatePath : 127.0.0.1:\d+,keyPrefix=wecom:\s+Trouble +:'
            $run.Output | Should -Not -Match 'WARNING|Exception|cannot'
            Assert-NoKey $password $run.Output
            (Get-Received $simulator).Payload.text.content | Should -Be 'Here I am.'
        }
    }
}
