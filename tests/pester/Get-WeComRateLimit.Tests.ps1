Describe 'Get-WeComRateLimit' {
    BeforeAll {
        Import-Module $PSScriptRoot/Simulator.psm1, $PSScriptRoot/Samples.psm1, $PSScriptRoot/Robots.psm1, $PSScriptRoot/State.psm1
        $null = Use-StateFolder
        Import-WeComRobot
        $simulator = Start-Simulator
    }

    AfterAll {
        Unregister-WeComRobot ops -ErrorAction Ignore
        Stop-Simulator $simulator
        Restore-StateFolder
    }

    BeforeEach { $robot = Get-Webhook $simulator }

    It 'shows an unused window' {
        $window = Get-WeComRateLimit $robot

        $window | Should -BeOfType WeComRobot.RateLimiting.WindowInfo
        $window.Robot, $window.Limit, $window.Window, $window.Used, $window.Left |
            Should -Be (Get-Address $robot), 20, ([timespan]::FromMinutes(1)), 0, 20
        $window.NextFree | Should -BeLessOrEqual ([DateTimeOffset]::UtcNow.AddSeconds(1))
    }

    It 'counts sent messages' {
        1..3 | Send-WeComText -Robot $robot
        $window = Get-WeComRateLimit $robot

        $window.Used, $window.Left | Should -Be 3, 17
        $window.NextFree | Should -BeLessOrEqual ([DateTimeOffset]::UtcNow.AddSeconds(1))
    }

    It 'shows when a full window has room again' {
        Set-WeComRateLimit -Limit 2 -Robot $robot
        $before = [DateTimeOffset]::UtcNow
        1..2 | Send-WeComText -Robot $robot
        $after = [DateTimeOffset]::UtcNow
        $window = Get-WeComRateLimit $robot

        $window.Used, $window.Left | Should -Be 2, 0
        # A minute after the first of them arrived, and a little
        $window.NextFree | Should -BeGreaterOrEqual $before.AddSeconds(60)
        $window.NextFree | Should -BeLessOrEqual $after.AddSeconds(61)
    }

    It 'does not count uploads, -WhatIf, and messages rejected before sending' {
        $null = Publish-WeComMedia (New-TestFile a.txt (1..6)) -Robot $robot
        Send-WeComText hi -Robot $robot -WhatIf
        $null = Get-Failure { Send-WeComText '' -Robot $robot }

        (Get-WeComRateLimit $robot).Used | Should -Be 0
    }

    It 'returns the slot of a message that was not sent' {
        $socket = New-ClosedPort
        $down = "http://$($socket.LocalEndPoint)/cgi-bin/webhook/send?key=$(New-Guid)"
        $null = Get-Failure { Send-WeComText hi -Robot $down }
        $socket.Dispose()

        (Get-WeComRateLimit $down).Used | Should -Be 0
    }

    It 'counts messages that may have arrived' {
        Add-Fault $simulator @{ status = 500 }
        $null = Get-Failure { Send-WeComText hi -Robot $robot }

        (Get-WeComRateLimit $robot).Used | Should -Be 1
    }

    It 'shows a window that the service has closed' {
        Add-Fault $simulator @{ errcode = 45009 }
        $before = [DateTimeOffset]::UtcNow
        $null = Get-Failure { Send-WeComText hi -Robot $robot }
        $window = Get-WeComRateLimit $robot

        $window.Left | Should -Be 0
        $window.NextFree | Should -BeGreaterOrEqual $before.AddSeconds(60)
    }

    It 'counts the messages of other processes, and names the shared file' {
        Send-WeComText hi -Robot $robot
        $used = Wait-Script (Start-Script { param($robot) Send-WeComText hi -Robot $robot; (Get-WeComRateLimit $robot).Used } $robot)
        $window = Get-WeComRateLimit $robot

        $used.Trim() | Should -Be 2
        $window.Used | Should -Be 2
        $window.StatePath | Should -BeLike (Join-Path $env:WECOM_STATE_DIR windows *.window)
        $window.StatePath | Should -Exist
        $window.StatePath | Should -Not -BeLike "*$($robot.Split('=')[1])*"
        Get-Content $window.StatePath -Raw | Should -Not -BeLike "*$($robot.Split('=')[1])*"
    }

    It 'counts in memory when the folder cannot be used, and the sender''s verbose output says why' {
        $folder = $env:WECOM_STATE_DIR
        $env:WECOM_STATE_DIR = New-TestFile taken (1..6)
        $said = Send-WeComText hi -Robot $robot -Verbose 4>&1
        $window = Get-WeComRateLimit $robot
        $env:WECOM_STATE_DIR = $folder

        "$said" | Should -BeLike '*window*cannot be used*'
        $window.StatePath | Should -BeNullOrEmpty
        $window.Trouble | Should -BeLike '*taken*'
        $window.Used | Should -Be 1
    }

    It 'continues to count with a damaged file: <What>' -ForEach @(
        @{ What = 'empty'; Text = '' }
        @{ What = 'cut off'; Text = '{"li' }
        @{ What = 'something else'; Text = '[{}, "x", 1e999]' }
        @{ What = 'large'; Text = '[' + '0,' * 2MB }
    ) {
        Send-WeComText hi -Robot $robot
        Set-Content (Get-WeComRateLimit $robot).StatePath $Text -NoNewline
        { Get-WeComRateLimit $robot -ErrorAction Stop } | Should -Not -Throw
        Send-WeComText hi -Robot $robot *>&1 | Should -BeNullOrEmpty

        (Get-WeComRateLimit $robot).Used | Should -BeGreaterOrEqual 1
    }

    It 'accepts a name, the default robot and WECOM_ROBOT' {
        Register-WeComRobot ops -Webhook $robot
        (Get-WeComRateLimit ops).Robot | Should -Be (Get-Address $robot)
        $env:WECOM_ROBOT = $robot
        (Get-WeComRateLimit).Robot | Should -Be (Get-Address $robot)
        $env:WECOM_ROBOT = $null
        Register-WeComRobot ops -Webhook $robot -Default
        (Get-WeComRateLimit).Robot | Should -Be (Get-Address $robot)
        (Get-WeComRateLimit -Robot (Get-WeComRobot ops)).Robot | Should -Be (Get-Address $robot)
    }

    It 'accepts several robots, and reports an unknown name' {
        Register-WeComRobot ops -Webhook $robot
        $windows = Get-WeComRateLimit -Robot ops, nobody, $robot -ErrorVariable failure -ErrorAction SilentlyContinue

        @($windows).Count | Should -Be 2
        $failure.FullyQualifiedErrorId | Should -BeExactly 'WeComRobotNotFound,WeComRobot.Commands.GetWeComRateLimitCommand'
    }

    It 'prints used, left and limit' {
        Get-WeComRateLimit $robot | Out-String -Width 200 | Should -Match '20'
    }
}
