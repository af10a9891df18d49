BeforeDiscovery {
    Import-Module $PSScriptRoot/Redis.psm1
}

# "The password never shows anywhere", as Redaction.Tests.ps1 has it for the key
Describe 'The password of a fleet''s Redis' -Skip:(-not (Test-RedisServer)) {
    BeforeAll {
        Import-Module $PSScriptRoot/Simulator.psm1, $PSScriptRoot/Robots.psm1, $PSScriptRoot/Samples.psm1, $PSScriptRoot/Redis.psm1, $PSScriptRoot/Trace.psm1
        $outside = $env:XDG_DATA_HOME, $env:WECOM_ROBOT, $env:WECOM_STATE_DIR
        $null = Use-DataFolder
        $env:WECOM_STATE_DIR = Join-Path $env:XDG_DATA_HOME state
        Import-WeComRobot
        $simulator = Start-Simulator
        $password = 'open-sesame-5678'
        $redis = Start-TestRedis -Argument '--requirepass', $password
        $robot = Get-Webhook $simulator
        $env:WECOM_ROBOT = $robot

        # What a user could look at after the script, which is typed with the password in place of <password>
        function Get-PasswordTrace([string] $Typed) {
            $script = New-TestFile call.ps1 ([System.Text.Encoding]::UTF8.GetBytes($Typed.Replace('<redis>', $redis.EndPoint).Replace('<password>', $password)))
            Get-Trace { & $script }
        }
    }

    AfterAll {
        $env:WECOM_REDIS = $null
        $env:XDG_DATA_HOME, $env:WECOM_ROBOT, $env:WECOM_STATE_DIR = $outside
        Stop-TestRedis $redis
        Stop-Simulator $simulator
    }

    It 'that showed would be detected' {
        Find-Key (Get-PasswordTrace "'<password>'") $password | Should -Not -BeNullOrEmpty
    }

    It 'typed as <Text> is never shown' -ForEach @(
        # Whatever is joined stays joined
        @{ Text = "`$env:WECOM_REDIS = '<redis>,password=<password>'; Send-WeComText hi -Verbose -Debug; Send-WeComText ''"; Shows = 'WeComInvalidMessage' }
        @{ Text = "`$env:WECOM_REDIS = '<redis>,password=<password>,sssl=true'; Send-WeComText hi; Send-WeComText '' -Verbose"; Shows = 'WECOM_REDIS' }
        @{ Text = "`$env:WECOM_REDIS = 'redis://:<password>@<redis>'; Send-WeComText hi"; Shows = 'WECOM_REDIS' }
        @{ Text = "Set-WeComRateLimit -Redis '<redis>,password=<password>' -WhatIf; Set-WeComRateLimit 5 -Redis '<redis>,password=<password>' -WhatIf -Verbose"; Shows = 'What if' }
        @{ Text = "Set-WeComRateLimit -Redis '<redis>,password=<password>,sssl=true' -Verbose -Debug"; Shows = 'WeComInvalidFleet' }
        @{ Text = "Set-WeComRateLimit -Redis '<redis>,password=<password>,with a comma' -ErrorAction Stop"; Shows = 'WeComInvalidFleet' }
        @{ Text = "Set-WeComRateLimit -Redis 'redis://user:<password>@<redis>'"; Shows = 'WeComInvalidFleet' }
        @{ Text = "Set-WeComRateLimit -Redis ('<redis>,nonsense=1,pass' + 'word=<password>')"; Shows = 'WeComInvalidFleet' }
        @{ Text = "`$p = '<password>'; Set-WeComRateLimit -Redis `"<redis>,nonsense=1,password=`$p`""; Shows = 'WeComInvalidFleet' }
        @{ Text = "Set-WeComRateLimit -Redis (ConvertTo-SecureString '<redis>,nonsense=1,Password = <password>' -AsPlainText)"; Shows = 'WeComInvalidFleet' }
        @{ Text = "try { Set-WeComRateLimit -Redis '<redis>,nonsense=1,password=<password>' } catch { `$_ }; Send-WeComText ''; Get-WeComRateLimit nobody"; Shows = 'WeComRobotNotFound' }
        @{ Text = "Set-WeComRateLimit 5 -Redis '<redis>,password=<password>' -Robot nobody -Verbose -Debug; Get-WeComRateLimit | ConvertTo-Json"; Shows = 'WeComRobotNotFound' }
        @{ Text = "`$p = '<password>'; Set-WeComRateLimit -Scope Fleet -Redis `"<redis>,password=`$p`"; Send-WeComText ''"; Shows = 'WeComInvalidMessage' }
        @{ Text = "Set-WeComRateLimit -Redis '<redis>,user=nobody,password=<password>' -Verbose; Get-WeComRateLimit -Verbose; Send-WeComText hi -Verbose"; Shows = 'refuses the user' }
    ) {
        $trace = Get-PasswordTrace $Text

        $trace.Values -join "`n" | Should -Match $Shows -Because 'it must have done that'
        Find-Key $trace $password | Should -BeNullOrEmpty
    }

    It 'is not shown once Redis is away' {
        Stop-TestRedis $redis
        $trace = Get-PasswordTrace "Set-WeComRateLimit 5 -Scope Fleet -Redis '<redis>,password=<password>' -Verbose -Debug -WarningAction Continue; Send-WeComText hi -Verbose; Get-WeComRateLimit; Get-WeComRateLimit | ConvertTo-Json"

        $trace.'Format-List' | Should -BeLike '*WeComStateUnwritable*' -Because 'it must have failed'
        $trace.JSON | Should -BeLike '*Trouble*'
        Find-Key $trace $password | Should -BeNullOrEmpty
    }
}
