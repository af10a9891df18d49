# Real processes that share a robot's minute and the outbox, and that are killed in the middle of it.
Describe 'Several processes' {
    BeforeAll {
        Import-Module $PSScriptRoot/Simulator.psm1, $PSScriptRoot/Robots.psm1, $PSScriptRoot/State.psm1
        Import-WeComRobot
        $socket = New-ClosedPort
        $down = "http://$($socket.LocalEndPoint)/cgi-bin/webhook/send?key=$(New-Guid)"

        function Get-Text { @((Get-Received $simulator).Payload.text.content) -ne $null }

        # A sender of <Count> messages to the robot 'ops', each kept until it is delivered; ends when they are
        function Start-Sender([int] $Count, [string] $Prefix = '') {
            Start-Script {
                param($webhook, $count, $prefix)
                Register-WeComRobot ops -Webhook $webhook
                1..$count | ForEach-Object { "$prefix$_" } | Send-WeComText -Robot ops -OnFailure Outbox
            } $robot, $Count, $Prefix
        }

        # Keeps messages for 'ops', whose robot is $robot from then on
        function Send-Kept([string[]] $Content) {
            Register-WeComRobot ops -Webhook $down
            $Content | Send-WeComText -Robot ops -OnFailure Outbox -WarningAction Ignore
            Register-WeComRobot ops -Webhook $robot
        }

        function Start-Delivery {
            Start-Script { param($webhook) Register-WeComRobot ops -Webhook $webhook; Send-WeComOutbox -Verbose } $robot
        }
    }

    AfterAll {
        Unregister-WeComRobot ops -ErrorAction Ignore
        $socket.Dispose()
    }

    BeforeEach { $null = Use-StateFolder "$(New-Guid)" }

    AfterEach { Restore-StateFolder }

    Context 'that send to one robot' {
        BeforeAll { $simulator = Start-Simulator -Rate 5/2 }

        AfterAll { Stop-Simulator $simulator }

        It 'share its minute: none is refused, none waits longer than it must, and each keeps its order' {
            $robot = Get-Webhook $simulator
            Set-WeComRateLimit -Limit 5 -WindowSec 2 -Scope Machine
            $running = 'a', 'b', 'c' | ForEach-Object { Start-Sender 4 $_ }
            $said = $running | ForEach-Object { Wait-Script $_ }

            # A 45009 would be a warning
            -join $said | Should -BeNullOrEmpty
            foreach ($name in 'a', 'b', 'c') {
                Get-Text | Where-Object { $_ -like "$name*" } | Should -Be (1..4 | ForEach-Object { "$name$_" })
            }
            # 12 messages at 5 in 2 s: the last after two times that
            $times = [DateTimeOffset[]] (Get-Received $simulator).receivedAt
            ($times[-1] - $times[0]).TotalSeconds | Should -BeGreaterThan 4
            ($times[-1] - $times[0]).TotalSeconds | Should -BeLessThan 7
        }

        It 'get the slot of one that was killed back, after its window' {
            $robot = Get-Webhook $simulator
            Clear-Simulator $simulator
            Set-WeComRateLimit -Limit 1 -WindowSec 1 -Scope Machine
            Add-Fault $simulator @{ delayMs = 60000 }
            $dead = Start-Script { param($robot) Send-WeComText dead -Robot $robot -TimeoutSec 1 } $robot
            Wait-For { [bool] (Get-Received $simulator) } | Should -BeTrue
            Stop-Script $dead
            $receipt = Send-WeComText living -Robot $robot -PassThru

            $receipt.Waited.TotalSeconds | Should -BeLessThan 3
        }
    }

    Context 'one of which is killed' {
        BeforeAll { $simulator = Start-Simulator }

        AfterAll { Stop-Simulator $simulator }

        BeforeEach {
            Clear-Simulator $simulator
            $robot = Get-Webhook $simulator
        }

        It 'while it posts: the message may have arrived, the ones before did, and its later parts are pending' {
            Add-Fault $simulator @{}, @{}, @{ delayMs = 60000 }
            $sender = Start-Script {
                param($webhook)
                Register-WeComRobot ops -Webhook $webhook
                'short', ('word ' * 900) | Send-WeComText -Robot ops -OnFailure Outbox
            } $robot
            Wait-For { (Get-Text).Count -eq 3 } | Should -BeTrue
            (Get-WeComOutbox).State | Should -Be Sending, Sending
            Stop-Script $sender

            $items = Get-WeComOutbox
            $items.State | Should -Be Unknown, Pending
            $items.Message.Text.Content | ForEach-Object { $_.Substring(0, 5) } | Should -Be '(2/3)', '(3/3)'
            Register-WeComRobot ops -Webhook $robot
            Send-WeComOutbox
            Get-Text | ForEach-Object { $_.Substring(0, 5) } | Should -Be short, '(1/3)', '(2/3)', '(3/3)'
            (Get-WeComOutbox).State | Should -Be Unknown
        }

        It 'before its post is read: the message is unknown, and the user decides' {
            Add-Fault $simulator @{ cut = 'before'; delayMs = 60000 }
            $sender = Start-Sender 1
            Wait-For { (Get-OutboxFile *.posting).Count -eq 1 } | Should -BeTrue
            Stop-Script $sender
            Clear-Simulator $simulator
            Register-WeComRobot ops -Webhook $robot

            (Get-WeComOutbox).State | Should -Be Unknown
            Send-WeComOutbox
            Get-Text | Should -BeNullOrEmpty
            Get-WeComOutbox | Send-WeComOutbox
            Get-Text | Should -Be 1
        }

        It 'while it waits for the window: the message is pending' {
            Set-WeComRateLimit -Limit 1 -Robot $robot -Scope Machine
            $sender = Start-Sender 3
            Wait-For { (Get-Text).Count -eq 1 -and (Get-OutboxFile *.taken).Count -eq 1 } | Should -BeTrue
            Stop-Script $sender

            $item = Get-WeComOutbox
            "$($item.State)", $item.Message.Text.Content | Should -Be Pending, 2
        }

        It 'at any moment: what was begun has arrived or is kept, and nothing arrives twice that is not unknown' {
            foreach ($moment in 1, 4, 9) {
                Clear-Simulator $simulator
                $robot = Get-Webhook $simulator
                $sender = Start-Sender 20 "$moment-"
                Wait-For { (Get-Text).Count -ge $moment } | Should -BeTrue
                Stop-Script $sender
                $arrived, $kept = @(Get-Text), @(Get-WeComOutbox)
                Register-WeComRobot ops -Webhook $robot
                Send-WeComOutbox
                $after = @(Get-Text)

                $after | Sort-Object -Unique | Should -HaveCount $after.Count
                $unknown = @($kept | Where-Object State -EQ Unknown).Message.Text.Content
                $begun = @($after + @($unknown) -ne $null | Sort-Object -Unique)
                # A run without gaps from the first: none was lost
                $begun | ForEach-Object { [int] ($_ -replace '.*-') } | Sort-Object | Should -Be (1..$begun.Count)
                $kept.Count | Should -BeLessOrEqual 1
                $arrived | Should -Be $after[0..($arrived.Count - 1)]
                Clear-WeComOutbox -Confirm:$false
            }
        }

        It 'while it sends the outbox: what it posted is unknown, the rest goes with the next' {
            Send-Kept one, two, three, four
            Add-Fault $simulator @{}, @{ delayMs = 60000 }
            $delivery = Start-Delivery
            Wait-For { (Get-Text).Count -eq 2 } | Should -BeTrue
            Stop-Script $delivery
            Send-WeComOutbox

            Get-Text | Should -Be one, two, three, four
            $item = Get-WeComOutbox
            "$($item.State)", $item.Message.Text.Content | Should -Be Unknown, two
        }
    }

    Context 'that run Send-WeComOutbox at once' {
        BeforeAll { $simulator = Start-Simulator }

        AfterAll { Stop-Simulator $simulator }

        BeforeEach {
            Clear-Simulator $simulator
            $robot = Get-Webhook $simulator
        }

        It 'send each message once, in order' {
            $texts = 1..12 | ForEach-Object { "$_" }
            Send-Kept $texts
            $running = 1..3 | ForEach-Object { Start-Delivery }
            $null = $running | ForEach-Object { Wait-Script $_ }
            # Whoever came second has left it to the first
            Get-Text | Should -Be $texts
            Get-WeComOutbox | Should -BeNullOrEmpty
        }

        It 'leave a robot to the one that is at it, and say so' {
            Send-Kept one, two
            Add-Fault $simulator @{ delayMs = 60000 }
            $first = Start-Delivery
            Wait-For { (Get-Text).Count -eq 1 } | Should -BeTrue
            $warning = Send-WeComOutbox 3>&1 | Out-String

            $warning | Should -BeLike "*ops*"
            Get-Text | Should -Be one
            # Given as an item, it is in the other's hands all the same
            Get-WeComOutbox -State Sending | Send-WeComOutbox -WarningAction Ignore -ErrorAction Ignore
            Get-Text | Should -Be one
            Stop-Script $first
            Send-WeComOutbox
            Get-Text | Should -Be one, two
        }

        It 'and a sender beside them lose and double nothing' {
            Send-Kept (1..6 | ForEach-Object { "old$_" })
            $running = @(Start-Delivery) + @(Start-Sender 6 new)
            $null = $running | ForEach-Object { Wait-Script $_ }

            Get-Text | Where-Object { $_ -like 'old*' } | Should -Be (1..6 | ForEach-Object { "old$_" })
            Get-Text | Where-Object { $_ -like 'new*' } | Should -Be (1..6 | ForEach-Object { "new$_" })
            Get-WeComOutbox | Should -BeNullOrEmpty
        }
    }
}
