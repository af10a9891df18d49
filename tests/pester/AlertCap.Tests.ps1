# Set-WeComRateLimit -PerHour: how many messages about alerts a robot sends in an hour, and what becomes of the others.
Describe 'The cap on alerts' {
    BeforeAll {
        Import-Module $PSScriptRoot/Simulator.psm1, $PSScriptRoot/Robots.psm1, $PSScriptRoot/State.psm1
        $null = Use-StateFolder
        Import-WeComRobot
        $simulator = Start-Simulator

        # The first line of each markdown message, without what surrounds it
        function Get-Head { (Get-Received $simulator).Payload.markdown.content | ForEach-Object { $_ -replace '(?s)^.*?\*\*(.*?)\*\*.*', '$1' } }
    }

    AfterAll {
        Unregister-WeComRobot ops
        Stop-Simulator $simulator
        Restore-StateFolder
    }

    BeforeEach {
        Remove-Item $env:WECOM_STATE_DIR -Recurse -ErrorAction Ignore
        Clear-Simulator $simulator
        $robot = Get-Webhook $simulator
        Register-WeComRobot ops -Webhook $robot -Default
        Set-WeComRateLimit -PerHour 2 -Robot ops *>&1 | Should -BeNullOrEmpty
    }

    It 'is shown beside the window, with what was sent' {
        'a', 'b', 'c' | ForEach-Object { Send-WeComAlert $_ }
        $window = Get-WeComRateLimit ops

        $window.AlertsPerHour, $window.AlertsSent, $window.Used | Should -Be 2, 2, 2
        $window | Out-String | Should -Match 'Alerts +: 2 an hour, 2 sent'
    }

    It 'is not shown where there is none' {
        $window = Get-WeComRateLimit (Get-Webhook $simulator)

        $window.AlertsPerHour, $window.AlertsSent | Should -Be $null, 0
        $window | Out-String | Should -Not -Match Alerts
    }

    It 'counts repetitions and ends, and holds back neither what is critical nor the end of it' {
        $receipts = @(
            Send-WeComAlert a -RepeatAfter 0 -PassThru
            Send-WeComAlert a -RepeatAfter 0 -PassThru
            Send-WeComAlert a -RepeatAfter 0 -PassThru
            Send-WeComAlert b -Severity Critical -PassThru
            Send-WeComAlert b -Resolved -PassThru
            Send-WeComAlert a -Resolved -PassThru
        )

        "$($receipts.Status)" | Should -Be 'Sent Sent Suppressed Sent Resolved Suppressed'
    }

    It 'tells what it held back in one message after the hour, before what comes next' {
        'a', 'b', 'c', 'c', 'd' | ForEach-Object { Send-WeComAlert $_ }
        Send-WeComAlert d -Resolved
        $null = Send-WeComAlert c
        Step-AlertTime 01:00
        Clear-Simulator $simulator
        Send-WeComAlert e

        $heads = Get-Head
        $heads[0] | Should -Match '^Warning: 4 more in the hour from \d{4}-\d\d-\d\d \d\d:\d\d$'
        $heads[1] | Should -Be 'Warning: e'
        ((Get-Received $simulator)[0].Payload.markdown.content -split "`n")[-2..-1] | Should -Match '^(🟠 c × 3|🟢 d × 1 \(resolved after \d+ s\))$'
        (Send-WeComAlert c -PassThru).Status | Should -Be Suppressed
    }

    It 'lets Send-WeComOutbox tell it' {
        'a', 'b', 'c' | ForEach-Object { Send-WeComAlert $_ }
        Step-AlertTime 01:00
        Clear-Simulator $simulator
        Get-HostText { Send-WeComOutbox -WhatIf } | Should -BeLike '*What if:*beyond the cap*ops*'
        Send-WeComOutbox *>&1 | Should -BeNullOrEmpty

        Get-Head | Should -BeLike 'Warning: 1 more in the hour from *'
        Send-WeComOutbox
        @(Get-Received $simulator).Count | Should -Be 1
    }

    It 'is told to registered robots alone' {
        'a', 'b', 'c' | ForEach-Object { Send-WeComAlert $_ }
        Step-AlertTime 01:00
        Clear-Simulator $simulator
        Unregister-WeComRobot ops
        Send-WeComOutbox *>&1 | Should -BeNullOrEmpty
        Register-WeComRobot ops -Webhook $robot -Default
        Send-WeComOutbox *>&1 | Should -BeNullOrEmpty

        Get-Head | Should -BeLike 'Warning: 1 more in the hour from *'
    }

    It 'holds for other processes, and until 0 lifts it' {
        Invoke-Process {
            param($robot)
            Register-WeComRobot ops -Webhook $robot -Default
            'a', 'b', 'c' | ForEach-Object { "$((Send-WeComAlert $_ -PassThru).Status)" }
            Set-WeComRateLimit -PerHour 0 -Robot ops
        } $robot | Should -Be Sent, Sent, Suppressed

        (Get-WeComRateLimit ops).AlertsPerHour | Should -BeNullOrEmpty
        (Send-WeComAlert d -PassThru).Status | Should -Be Sent
    }

    It 'is for a webhook without a name, too' {
        $webhook = Get-Webhook $simulator
        Set-WeComRateLimit -PerHour 1 -Robot $webhook
        'a', 'b' | ForEach-Object { (Send-WeComAlert $_ -Robot $webhook -PassThru).Status } | Should -Be Sent, Suppressed
        (Get-WeComRateLimit $webhook).AlertsPerHour | Should -Be 1
    }

    It 'is not set <What>' -ForEach @(
        @{ What = 'below 0'; Given = @{ PerHour = -1; Robot = 'ops' } }
        @{ What = 'with a limit for the minute'; Given = @{ PerHour = 1; Limit = 5; Robot = 'ops' } }
        @{ What = 'with a scope'; Given = @{ PerHour = 1; Scope = 'Machine'; Robot = 'ops' } }
    ) {
        { Set-WeComRateLimit @Given } | Should -Throw
        (Get-WeComRateLimit ops).AlertsPerHour | Should -Be 2
    }

    It 'needs a robot' {
        (Get-Command Set-WeComRateLimit).ParameterSets.Where({ $_.Parameters.Name -contains 'PerHour' }).Parameters.Where({ $_.Name -eq 'Robot' }).IsMandatory | Should -BeTrue
        (Get-Failure { Set-WeComRateLimit -PerHour 1 -Robot nobody }).FullyQualifiedErrorId | Should -BeLike 'WeComRobotNotFound,*'
    }

    It 'is not set with -WhatIf, which says what would be done' {
        $text = Get-HostText { Set-WeComRateLimit -PerHour 5 -Robot ops -WhatIf; Set-WeComRateLimit -PerHour 0 -Robot ops -WhatIf }

        $text | Should -BeLike '*What if:*at 5 an hour*ops*What if:*Lift*ops*'
        (Get-WeComRateLimit ops).AlertsPerHour | Should -Be 2
    }
}
