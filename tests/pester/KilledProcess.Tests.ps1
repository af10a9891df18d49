# These tests kill real processes while they send.
Describe 'A process that is killed' {
    BeforeAll {
        Import-Module $PSScriptRoot/Simulator.psm1, $PSScriptRoot/Robots.psm1, $PSScriptRoot/State.psm1
        Import-WeComRobot
        $simulator = Start-Simulator
    }

    AfterAll {
        Unregister-WeComRobot ops -ErrorAction Ignore
        Stop-Simulator $simulator
    }

    BeforeEach {
        $null = Use-StateFolder "$(New-Guid)"
        Clear-Simulator $simulator
        $robot = Get-Webhook $simulator
    }

    AfterEach { Restore-StateFolder }

    It 'while posting: the message may have arrived, the previous ones have, and its later parts stay with it' {
        Add-Fault $simulator @{}, @{}, @{ delayMs = 60000 }
        $sender = Start-Script {
            param($webhook)
            Register-WeComRobot ops -Webhook $webhook
            'short', ('word ' * 900) | Send-WeComText -Robot ops -OnFailure Outbox
        } $robot
        Wait-For { (Get-ReceivedText $simulator).Count -eq 3 } | Should -BeTrue
        (Get-WeComOutbox).State | Should -Be Sending, Sending
        Stop-Script $sender

        $items = Get-WeComOutbox
        $items.State | Should -Be Unknown, Unknown
        $items.Message.Text.Content | ForEach-Object { $_.Substring(0, 5) } | Should -Be '(2/3)', '(3/3)'
        Register-WeComRobot ops -Webhook $robot
        Send-WeComOutbox
        Get-ReceivedText $simulator | ForEach-Object { $_.Substring(0, 5) } | Should -Be short, '(1/3)', '(2/3)'

        # The user sees in the group that the second part has arrived
        Get-WeComOutbox | Where-Object Part -EQ 3 | Send-WeComOutbox
        Get-ReceivedText $simulator | ForEach-Object { $_.Substring(0, 5) } | Should -Be short, '(1/3)', '(2/3)', '(3/3)'
        (Get-WeComOutbox).Part | Should -Be 2
    }

    It 'before its post is read: the outcome is unknown, and the user decides' {
        Add-Fault $simulator @{ cut = 'before'; delayMs = 60000 }
        $sender = Start-Sender $robot 1
        Wait-For { (Get-OutboxFile *.posting).Count -eq 1 } | Should -BeTrue
        Stop-Script $sender
        Clear-Simulator $simulator
        Register-WeComRobot ops -Webhook $robot

        (Get-WeComOutbox).State | Should -Be Unknown
        Send-WeComOutbox
        Get-ReceivedText $simulator | Should -BeNullOrEmpty
        Get-WeComOutbox | Send-WeComOutbox
        Get-ReceivedText $simulator | Should -Be 1
    }

    It 'while waiting for the window: the message is pending' {
        Set-WeComRateLimit -Limit 1 -Robot $robot -Scope Machine
        $sender = Start-Sender $robot 3
        Wait-For { (Get-ReceivedText $simulator).Count -eq 1 -and (Get-OutboxFile *.taken).Count -eq 1 } | Should -BeTrue
        Stop-Script $sender

        $item = Get-WeComOutbox
        "$($item.State)", $item.Message.Text.Content | Should -Be Pending, 2
    }

    It 'at any moment: every started message has arrived or is kept, and only unknown ones can arrive twice' {
        foreach ($moment in 1, 4, 9) {
            Clear-Simulator $simulator
            $robot = Get-Webhook $simulator
            $sender = Start-Sender $robot 20 "$moment-"
            Wait-For { (Get-ReceivedText $simulator).Count -ge $moment } | Should -BeTrue
            Stop-Script $sender
            $arrived, $kept = @(Get-ReceivedText $simulator), @(Get-WeComOutbox)
            Register-WeComRobot ops -Webhook $robot
            Send-WeComOutbox
            $after = @(Get-ReceivedText $simulator)

            $after | Sort-Object -Unique | Should -HaveCount $after.Count
            $unknown = @($kept | Where-Object State -EQ Unknown).Message.Text.Content
            $begun = @($after + @($unknown) -ne $null | Sort-Object -Unique)
            # The numbers have no gap, so none was lost
            $begun | ForEach-Object { [int] ($_ -replace '.*-') } | Sort-Object | Should -Be (1..$begun.Count)
            $kept.Count | Should -BeLessOrEqual 1
            $arrived | Should -Be $after[0..($arrived.Count - 1)]
            Clear-WeComOutbox -Confirm:$false
        }
    }

    It 'while sending the outbox: the posted message is unknown, and the next run sends the rest' {
        Send-Kept one, two, three, four $robot
        Add-Fault $simulator @{}, @{ delayMs = 60000 }
        $delivery = Start-Delivery $robot
        Wait-For { (Get-ReceivedText $simulator).Count -eq 2 } | Should -BeTrue
        Stop-Script $delivery
        Send-WeComOutbox

        Get-ReceivedText $simulator | Should -Be one, two, three, four
        $item = Get-WeComOutbox
        "$($item.State)", $item.Message.Text.Content | Should -Be Unknown, two
    }
}
