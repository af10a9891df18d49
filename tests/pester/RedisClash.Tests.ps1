# Another module may have other versions of the libraries that a fleet needs (architecture.md#no-third-party-dll).
BeforeDiscovery { Import-Module $PSScriptRoot/Redis.psm1 }

Describe 'Beside a module that carries another StackExchange.Redis and System.IO.Pipelines' -Skip:(-not (Test-RedisServer)) {
    BeforeAll {
        Import-Module $PSScriptRoot/Simulator.psm1, $PSScriptRoot/Recipes.psm1, $PSScriptRoot/Redis.psm1
        $simulator = Start-Simulator
        $redis = Start-TestRedis
        $module = Get-ChildItem $PSScriptRoot/../WeComRobot.OtherModule/bin -Recurse -Filter WeComRobot.OtherModule.dll |
            Sort-Object LastWriteTime | Select-Object -Last 1

        $theirs = "Import-Module '$module'; Test-OtherRedis $($redis.EndPoint) | ForEach-Object { `$_.Stored; `$_.Piped }"
        $ours = @"
            Import-Module '$PSScriptRoot/Simulator.psm1'
            Import-WeComRobot
            Set-WeComRateLimit -Scope Fleet -Redis '$($redis.EndPoint),keyPrefix=clash:'
            Send-WeComText hi -Robot '$(Get-Webhook $simulator)' -PassThru | ForEach-Object MessageType
"@
        $loaded = @'
            foreach ($name in 'StackExchange.Redis', 'System.IO.Pipelines') {
                "$name $([AppDomain]::CurrentDomain.GetAssemblies().GetName().Where({ $_.Name -eq $name }).Count)"
            }
'@
    }

    AfterAll {
        Stop-Simulator $simulator
        Stop-TestRedis $redis
    }

    AfterEach { $null = Invoke-TestRedis $redis FLUSHALL }

    It 'a fleet is joined after that module was used, and both go on working' {
        $said = Invoke-Pwsh '-Command', "`$ErrorActionPreference = 'Stop'; $theirs; $ours; $theirs; $ours; $loaded"

        $said.Output.Trim() -split '\r?\n' | Should -Be @(
            @('through Redis', 'through a pipe', 'text') * 2
            'StackExchange.Redis 2', 'System.IO.Pipelines 2')
        Invoke-TestRedis $redis --scan --pattern clash:* | Should -Not -BeNullOrEmpty
    }

    It 'a fleet is joined before that module is used, and both go on working' {
        $said = Invoke-Pwsh '-Command', "`$ErrorActionPreference = 'Stop'; $ours; $theirs; $ours; $theirs; $loaded"

        $said.Output.Trim() -split '\r?\n' | Should -Be @(
            @('text', 'through Redis', 'through a pipe') * 2
            'StackExchange.Redis 2', 'System.IO.Pipelines 2')
        Invoke-TestRedis $redis --scan --pattern clash:* | Should -Not -BeNullOrEmpty
    }
}
