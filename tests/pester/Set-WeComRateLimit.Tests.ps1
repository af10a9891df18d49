Describe 'Set-WeComRateLimit' {
    BeforeAll {
        Import-Module $PSScriptRoot/Simulator.psm1, $PSScriptRoot/Robots.psm1, $PSScriptRoot/State.psm1
        $simulator = Start-Simulator
    }

    AfterAll { Stop-Simulator $simulator }

    BeforeEach {
        # A limit for all robots of a process stays, so each test has its own process or robot
        $null = Use-StateFolder "$(New-Guid)"
        Import-WeComRobot
        Clear-Simulator $simulator
        $robot, $other = (Get-Webhook $simulator), (Get-Webhook $simulator)

        # The limit that applies in a process of its own after the script has run there
        function Get-Limit([scriptblock] $Script, [string[]] $Argument = ($robot, $other)) {
            Invoke-Process ([scriptblock]::Create("
                param(`$robot, `$other)
                $Script
                Get-WeComRateLimit -Robot `$robot, `$other | ForEach-Object { `"`$(`$_.Limit)/`$(`$_.Window.TotalSeconds)`" }")) $Argument
        }
    }

    AfterEach { Restore-StateFolder }

    It 'writes nothing' {
        Set-WeComRateLimit -Limit 5 -Robot $robot *>&1 | Should -BeNullOrEmpty
    }

    It 'sets the limit of one robot, in this process' {
        Set-WeComRateLimit -Limit 5 -WindowSec 2.5 -Robot $robot
        $window = Get-WeComRateLimit $robot

        $window.Limit, $window.Window.TotalSeconds | Should -Be 5, 2.5
        (Get-WeComRateLimit $other).Limit | Should -Be 20
        Get-Limit {} | Should -Be 20/60, 20/60
    }

    It 'sets the limit of all robots, in this process' {
        Get-Limit { Set-WeComRateLimit -Limit 7 -WindowSec 3 } | Should -Be 7/3, 7/3
        Get-Limit {} | Should -Be 20/60, 20/60
    }

    It 'sets the limit of one robot for all processes' {
        Set-WeComRateLimit -Limit 8 -Scope Machine -Robot $robot

        Get-Limit {} | Should -Be 8/60, 20/60
        (Get-WeComRateLimit $robot).Limit | Should -Be 8
    }

    It 'sets the limit of all robots for all processes' {
        Set-WeComRateLimit -Limit 9 -WindowSec 30 -Scope Machine

        Get-Limit {} | Should -Be 9/30, 9/30
        Join-Path $env:WECOM_STATE_DIR limit.json | Should -Exist
    }

    It 'has a precedence: this robot in the process, this robot on the machine, all in the process, all on the machine' {
        Get-Limit {
            Set-WeComRateLimit -Limit 4 -Scope Machine
            Set-WeComRateLimit -Limit 3
        } | Should -Be 3/60, 3/60
        Get-Limit {
            Set-WeComRateLimit -Limit 3
            Set-WeComRateLimit -Limit 2 -Scope Machine -Robot $robot
        } | Should -Be 2/60, 3/60
        Get-Limit { Set-WeComRateLimit -Limit 1 -Robot $robot } | Should -Be 1/60, 4/60
        Get-Limit {} | Should -Be 2/60, 4/60
        Get-Limit { Register-WeComRobot ops -Webhook $robot -RateLimit 6; $robot = 'ops' } | Should -Be 6/60, 4/60
    }

    It 'makes the message after the limit wait' {
        Set-WeComRateLimit -Limit 2 -WindowSec 1 -Robot $robot
        $receipts = 1..3 | Send-WeComText -Robot $robot -PassThru

        $receipts[0, 1].Waited | Should -Be (, [timespan]::Zero * 2)
        ($receipts[2].SentAt - $receipts[0].SentAt).TotalSeconds | Should -BeGreaterThan 1
        (Get-Received $simulator).Payload.text.content | Should -Be 1, 2, 3
    }

    It 'counts messages sent before the change' {
        1..3 | Send-WeComText -Robot $robot
        Set-WeComRateLimit -Limit 5 -Robot $robot
        $window = Get-WeComRateLimit $robot

        $window.Used, $window.Left | Should -Be 3, 2
    }

    It 'sets the limit of each robot of a pool' {
        Register-WeComRobot pool -Webhook $robot, $other
        Set-WeComRateLimit -Limit 5 -Robot pool
        Unregister-WeComRobot pool

        (Get-WeComRateLimit $robot).Limit, (Get-WeComRateLimit $other).Limit | Should -Be 5, 5
    }

    It 'rejects <Name> <Value>' -ForEach @(
        @{ Name = 'Limit'; Value = 0 }
        @{ Name = 'Limit'; Value = -1 }
        @{ Name = 'WindowSec'; Value = 0 }
        @{ Name = 'WindowSec'; Value = -5 }
        @{ Name = 'WindowSec'; Value = 3601 }
        @{ Name = 'WindowSec'; Value = [double]::NaN }
        @{ Name = 'WindowSec'; Value = [double]::PositiveInfinity }
    ) {
        $arguments = @{ Limit = 5; Robot = $robot }
        $arguments[$Name] = $Value

        { Set-WeComRateLimit @arguments -ErrorAction Stop } | Should -Throw
        (Get-WeComRateLimit $robot).Limit | Should -Be 20
    }

    It 'reports an unknown name' {
        $failure = Get-Failure { Set-WeComRateLimit -Limit 5 -Robot nobody }

        $failure.FullyQualifiedErrorId | Should -BeExactly 'WeComRobotNotFound,WeComRobot.Commands.SetWeComRateLimitCommand'
    }

    It 'reports what cannot be saved for the machine if the folder is not writable' {
        $null = New-Item $env:WECOM_STATE_DIR -ItemType File -Force
        $failure = @(Get-Failure { Set-WeComRateLimit -Limit 5 -Scope Machine })

        $failure.Count | Should -Be 1
        $failure.FullyQualifiedErrorId | Should -BeExactly 'WeComStateUnwritable,WeComRobot.Commands.SetWeComRateLimitCommand'
        $failure.Exception.Message | Should -BeLike "*$env:WECOM_STATE_DIR*"
    }

    It 'does nothing with -WhatIf, and describes what it would do: <Scope>' -ForEach @{ Scope = 'Process' }, @{ Scope = 'Machine' } {
        $text = Get-HostText { Set-WeComRateLimit -Limit 5 -Scope $Scope -Robot $robot -WhatIf }

        $text | Should -BeLike '*What if:*5*'
        $text | Should -Not -BeLike "*$($robot.Split('=')[1])*"
        Join-Path $env:WECOM_STATE_DIR limit.json | Should -Not -Exist
        (Get-WeComRateLimit $robot).Limit | Should -Be 20
    }
}
