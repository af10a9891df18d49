BeforeDiscovery {
    Import-Module $PSScriptRoot/Redis.psm1
}

Describe 'The outbox of a fleet' -Skip:(-not (Test-RedisServer)) {
    BeforeAll {
        Import-Module $PSScriptRoot/Simulator.psm1, $PSScriptRoot/Samples.psm1, $PSScriptRoot/Robots.psm1, $PSScriptRoot/State.psm1, $PSScriptRoot/Redis.psm1
        Import-WeComRobot
        $simulator = Start-Simulator
    }

    AfterAll { Stop-Simulator $simulator }

    BeforeEach {
        $null = Use-StateFolder "$(New-Guid)"
        Clear-Simulator $simulator
        $robot = Get-Webhook $simulator
        $redis = Start-TestRedis
        $env:WECOM_REDIS = $redis.EndPoint
    }

    AfterEach {
        $env:WECOM_REDIS = $null
        $null = Get-WeComRateLimit $robot
        if (-not $redis.Process.HasExited) { Stop-TestRedis $redis }
        Unregister-WeComRobot *
        Restore-StateFolder
    }

    It 'keeps messages and files, which another machine shows, delivers and removes' {
        Send-Kept a, b $robot
        Add-Fault $simulator @{}, @{ errcode = -1 }
        Send-WeComFile (New-TestFile c.txt (1..6)) -Robot ops -OnFailure Outbox -MaxRetry 0 -WarningAction Ignore
        Get-OutboxFile | Should -BeNullOrEmpty

        # Another machine
        Restore-StateFolder
        $null = Use-StateFolder "$(New-Guid)"
        (Get-WeComOutbox).State | Should -Be Pending, Pending, Pending
        Get-WeComOutbox | Select-Object -First 1 | Clear-WeComOutbox -Confirm:$false
        Send-WeComOutbox *>&1 | Should -BeNullOrEmpty

        # The first machine's upload serves the other
        (Get-Received $simulator).Payload.msgtype | Should -Be text, file
        @(Get-ReceivedMedia $simulator).Count | Should -Be 1
        Get-WeComOutbox | Should -BeNullOrEmpty
    }

    It 'is the machine''s while Redis is away: each cmdlet says so, and does the machine''s part' {
        Send-Kept 'in Redis' $robot
        Stop-TestRedis $redis
        Send-Kept 'on the machine' $robot

        $warnings = @()
        $shown = Get-WeComOutbox -WarningVariable +warnings -WarningAction SilentlyContinue
        $shown.Message.Text.Content | Should -Be 'on the machine'
        Send-WeComOutbox -WarningVariable +warnings -WarningAction SilentlyContinue
        Clear-WeComOutbox -Confirm:$false -WarningVariable +warnings -WarningAction SilentlyContinue
        Get-ReceivedText $simulator | Should -Be 'on the machine'
        $warnings.Count | Should -Be 3
        $warnings.Message | Should -BeLike "*$($redis.EndPoint)*"
    }
}
