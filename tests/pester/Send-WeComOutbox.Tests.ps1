Describe 'Send-WeComOutbox' {
    BeforeAll {
        Import-Module $PSScriptRoot/Simulator.psm1, $PSScriptRoot/Samples.psm1, $PSScriptRoot/Robots.psm1, $PSScriptRoot/State.psm1
        $null = Use-StateFolder
        Import-WeComRobot
        $simulator = Start-Simulator
        $socket = New-ClosedPort
        $down = "http://$($socket.LocalEndPoint)/cgi-bin/webhook/send?key=$(New-Guid)"

        # Keeps messages for a robot that is down, and then brings it up again
        function Send-Kept($Content, [string] $Robot = 'ops', [string] $Webhook = (Get-Webhook $simulator)) {
            Register-WeComRobot $Robot -Webhook $down
            $Content | Send-WeComText -Robot $Robot -OnFailure Outbox -WarningAction Ignore
            Register-WeComRobot $Robot -Webhook $Webhook
        }
    }

    AfterAll {
        Unregister-WeComRobot *
        $socket.Dispose()
        Stop-Simulator $simulator
        Restore-StateFolder
    }

    BeforeEach {
        Remove-Item $env:WECOM_STATE_DIR -Recurse -ErrorAction Ignore
        Clear-Simulator $simulator
        Unregister-WeComRobot *
    }

    It 'does nothing when the outbox is empty' {
        Send-WeComOutbox *>&1 | Should -BeNullOrEmpty
        Send-WeComOutbox nobody *>&1 | Should -BeNullOrEmpty
    }

    It 'sends pending messages in order, and leaves nothing behind' {
        Send-Kept (1..9)
        Send-WeComOutbox *>&1 | Should -BeNullOrEmpty

        Get-ReceivedText $simulator | Should -Be (1..9)
        Get-WeComOutbox | Should -BeNullOrEmpty
        Get-OutboxFile *.json | Should -BeNullOrEmpty
    }

    It 'writes receipts with -PassThru' {
        Send-Kept one, two
        $receipts = Send-WeComOutbox -PassThru

        $receipts | Should -BeOfType WeComRobot.Delivery.Receipt
        $receipts.MessageType | Should -Be text, text
        $receipts.Robot | Sort-Object -Unique | Should -Be (Get-WeComRobot ops).Address
    }

    It 'sends only the messages of the named robots' {
        'ops', 'ops-night', 'dev' | ForEach-Object { Send-Kept $_ $_ }
        Send-WeComOutbox ops*
        Get-ReceivedText $simulator | Sort-Object | Should -Be ops, ops-night
        Send-WeComOutbox -Robot DEV

        @(Get-ReceivedText $simulator).Count | Should -Be 3
        Get-WeComOutbox | Should -BeNullOrEmpty
    }

    It 'stops at a temporary failure: the messages after it stay pending, in order, and other robots are served' {
        Send-Kept one, two, three
        Send-Kept other dev
        Add-Fault $simulator @{ errcode = -1 }
        # The order of the robots is undefined, so the first post fails, whichever it is
        $failure = @(Get-Failure { Send-WeComOutbox })

        $failure.Count | Should -Be 1
        $failure.FullyQualifiedErrorId | Should -BeExactly 'WeComRefused,WeComRobot.Commands.SendWeComOutboxCommand'
        $items = @(Get-WeComOutbox)
        $items.State | Sort-Object -Unique | Should -Be Pending
        $items.Robot | Sort-Object -Unique | Should -HaveCount 1
        Send-WeComOutbox

        Get-ReceivedText $simulator | Where-Object { $_ -ne 'other' } | Should -Be one, two, three
        @(Get-ReceivedText $simulator).Count | Should -Be 4
    }

    It 'counts the attempts, and keeps the last reason' {
        Send-Kept one
        Add-Fault $simulator @{ status = 429 }
        $null = Get-Failure { Send-WeComOutbox }
        $item = Get-WeComOutbox

        $item.Attempts | Should -Be 2
        $item.LastError | Should -BeLike '*429*'
    }

    It 'retries as -MaxRetry says' {
        Send-Kept one
        Add-Fault $simulator @{ errcode = -1 }
        $receipt = Send-WeComOutbox -MaxRetry 1 -PassThru

        $receipt | Should -Not -BeNullOrEmpty
        Get-ReceivedText $simulator | Should -Be one
    }

    It 'sets aside what the service refuses, with an error, and continues' {
        Send-Kept one, two, three
        Add-Fault $simulator @{}, @{ errcode = 123456 }
        $failure = @(Get-Failure { Send-WeComOutbox })

        $failure.Count | Should -Be 1
        $failure.FullyQualifiedErrorId | Should -BeLike 'WeComRefused,*'
        Get-ReceivedText $simulator | Should -Be one, three
        $item = Get-WeComOutbox
        "$($item.State)", $item.Message.Text.Content | Should -Be Refused, two
        $item.LastError | Should -BeLike '*123456*'
    }

    Context 'with a message that may have arrived' {
        BeforeEach {
            Register-WeComRobot ops -Webhook (Get-Webhook $simulator)
            Add-Fault $simulator @{ status = 500 }
            'unknown', 'next' | Send-WeComText -Robot ops -OnFailure Outbox -WarningAction Ignore
        }

        It 'skips it' {
            Send-WeComOutbox *>&1 | Should -BeNullOrEmpty
            Send-WeComOutbox ops -AtLeastOnce *>&1 | Should -BeNullOrEmpty

            Get-ReceivedText $simulator | Should -Be next
            (Get-WeComOutbox).State | Should -Be Unknown
        }

        It 'sends it if it is given as an item' {
            Get-WeComOutbox -State Unknown | Send-WeComOutbox

            Get-ReceivedText $simulator | Should -Be next, unknown
            Get-WeComOutbox | Should -BeNullOrEmpty
        }

        It 'leaves it unknown if it may have arrived again' {
            Add-Fault $simulator @{ cut = 'after' }
            $failure = Get-Failure { Get-WeComOutbox | Send-WeComOutbox }

            $failure.FullyQualifiedErrorId | Should -BeLike 'WeComOutcomeUnknown,*'
            (Get-WeComOutbox).State | Should -Be Unknown
        }
    }

    It 'sends a refused message if it is given as an item' {
        Send-Kept one
        Add-Fault $simulator @{ errcode = 123456 }
        $null = Get-Failure { Send-WeComOutbox }
        Send-WeComOutbox -Item (Get-WeComOutbox)

        Get-ReceivedText $simulator | Should -Be one
    }

    It 'sends only the given items, and none that no longer exist' {
        Send-Kept one, two, three
        $items = Get-WeComOutbox
        $items[1] | Send-WeComOutbox
        Get-ReceivedText $simulator | Should -Be two
        $items | Send-WeComOutbox -WarningAction Ignore -ErrorAction Ignore

        Get-ReceivedText $simulator | Should -Be two, one, three
        Get-WeComOutbox | Should -BeNullOrEmpty
    }

    It 'requires a robot of that name, and says so; the message stays' {
        Send-Kept hi gone
        Unregister-WeComRobot gone
        $failure = Get-Failure { Send-WeComOutbox }

        $failure.FullyQualifiedErrorId | Should -BeExactly 'WeComRobotNotFound,WeComRobot.Commands.SendWeComOutboxCommand'
        $failure.Exception.Message | Should -BeLike "*'gone'*"
        (Get-WeComOutbox).State | Should -Be Pending
    }

    It 'sends to the robot that has the name at the time' {
        $webhook = Get-Webhook $simulator
        Send-Kept hi ops (Get-Webhook $simulator)
        Register-WeComRobot ops -Webhook $webhook
        Send-WeComOutbox

        (Get-Received $simulator).key | Should -Be $webhook.Split('=')[1]
    }

    It 'uploads a kept file once, and sends it under its name' {
        Register-WeComRobot ops -Webhook $down
        $path = New-TestFile 夜报.txt ([byte[]] (1..60))
        Send-WeComFile $path -Robot ops -OnFailure Outbox -WarningAction Ignore
        Remove-Item $path
        Register-WeComRobot ops -Webhook (Get-Webhook $simulator)
        $receipt = Send-WeComOutbox -PassThru

        $media = @(Get-ReceivedMedia $simulator)
        $media.Count | Should -Be 1
        $media.displayName, $media.size | Should -Be 夜报.txt, 60
        $receipt.MediaId | Should -Be $media.media_id
        (Get-Received $simulator).media.media_id | Should -Be $media.media_id
    }

    It 'waits for the window, as the senders do' {
        $webhook = Get-Webhook $simulator
        Set-WeComRateLimit -Limit 2 -Robot $webhook
        Send-Kept (1..3) ops $webhook
        $pipeline = New-Pipeline 'Send-WeComOutbox'
        $null = $pipeline.BeginInvoke()
        Wait-For { $pipeline.Streams.Progress.Count -ge 1 } | Should -BeTrue
        $pipeline.Stop()
        $pipeline.Dispose()

        Get-ReceivedText $simulator | Should -Be 1, 2
        # The prompt returns at once, and the delivery ends in the background
        Wait-For { (Get-WeComOutbox).State -ne 'Sending' } | Should -BeTrue
        $item = Get-WeComOutbox
        "$($item.State)", $item.Message.Text.Content | Should -Be Pending, 3
    }

    It 'uses the given proxy' {
        $proxy = Start-Proxy
        Send-Kept hi
        Send-WeComOutbox -Proxy $proxy.Uri
        Stop-Proxy $proxy

        $proxy.Head.Count | Should -Be 1
        Get-ReceivedText $simulator | Should -Be hi
    }

    It 'does nothing with -WhatIf, and describes what it would do' {
        Send-Kept one, two
        $text = Get-HostText { Send-WeComOutbox -WhatIf }

        $text | Should -BeLike '*What if:*ops*'
        Get-Received $simulator | Should -BeNullOrEmpty
        (Get-WeComOutbox).State | Should -Be Pending, Pending
    }

    It 'accepts either robots or items' {
        Send-Kept hi
        { Send-WeComOutbox -Robot ops -Item (Get-WeComOutbox) } | Should -Throw -ErrorId 'AmbiguousParameterSet,*'
    }
}
