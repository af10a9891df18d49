Describe 'Get-WeComOutbox' {
    BeforeAll {
        Import-Module $PSScriptRoot/Simulator.psm1, $PSScriptRoot/Samples.psm1, $PSScriptRoot/Robots.psm1, $PSScriptRoot/State.psm1
        $null = Use-StateFolder
        Import-WeComRobot
        $simulator = Start-Simulator
        $socket = New-ClosedPort
        $webhook = "http://$($socket.LocalEndPoint)/cgi-bin/webhook/send?key=$(New-Guid)"
        'ops', 'ops-night', 'dev' | ForEach-Object { Register-WeComRobot $_ -Webhook ($webhook -replace '=.*', "=$(New-Guid)") }

        function Send-Kept($Content, $Robot = 'ops') { $Content | Send-WeComText -Robot $Robot -OnFailure Outbox -WarningAction Ignore }
    }

    AfterAll {
        Unregister-WeComRobot ops, ops-night, dev, up -ErrorAction Ignore
        $socket.Dispose()
        Stop-Simulator $simulator
        Restore-StateFolder
    }

    BeforeEach {
        Remove-Item $env:WECOM_STATE_DIR -Recurse -ErrorAction Ignore
        Register-WeComRobot ops -Webhook $webhook
    }

    It 'writes nothing when the outbox is empty, and creates no folder' {
        Get-WeComOutbox *>&1 | Should -BeNullOrEmpty
        Get-WeComOutbox ops, dev *>&1 | Should -BeNullOrEmpty
        $env:WECOM_STATE_DIR | Should -Not -Exist
    }

    It 'shows of each message its type, robot, time, attempts and error' {
        $before = [DateTimeOffset]::UtcNow
        Send-Kept 'disk full'
        $item = Get-WeComOutbox

        $item | Should -BeOfType WeComRobot.Outbox.OutboxItem
        $item.Robot, "$($item.State)", $item.MessageType, $item.Attempts, $item.Message.Text.Content | Should -Be ops, Pending, text, 1, 'disk full'
        $item.CreatedAt | Should -BeGreaterOrEqual $before.AddSeconds(-1)
        $item.CreatedAt | Should -BeLessOrEqual ([DateTimeOffset]::UtcNow.AddSeconds(1))
        $item.LastError | Should -BeLike "*127.0.0.1*"
        $item.Id | Should -Not -BeNullOrEmpty
        $item.Media | Should -BeNullOrEmpty
    }

    It 'shows robot, state and type' {
        Send-Kept hi

        Get-WeComOutbox | Out-String -Width 200 | Should -Match 'Robot[\s\S]*State[\s\S]*ops\s+Pending\s+text'
    }

    It 'writes messages in the order of sending' {
        Send-Kept (1..12)

        (Get-WeComOutbox).Message.Text.Content | Should -Be (1..12)
        (Get-WeComOutbox).Id | Sort-Object -Unique | Should -HaveCount 12
    }

    It 'writes the messages of the robots that match <Name>' -ForEach @(
        @{ Name = 'OPS'; Expected = 'ops' }
        @{ Name = 'ops*'; Expected = 'ops', 'ops-night' }
        @{ Name = 'dev', 'ops'; Expected = 'dev', 'ops' }
        @{ Name = '*'; Expected = 'dev', 'ops', 'ops-night' }
        @{ Name = 'x*'; Expected = @() }
    ) {
        'ops', 'ops-night', 'dev' | ForEach-Object { Send-Kept hi $_ }

        (Get-WeComOutbox $Name).Robot | Sort-Object | Should -Be $Expected
        (Get-WeComOutbox -Robot $Name).Robot | Sort-Object | Should -Be $Expected
    }

    It 'writes the messages of a robot that is no longer registered' {
        Register-WeComRobot gone -Webhook $webhook
        Send-Kept hi gone
        Unregister-WeComRobot gone

        (Get-WeComOutbox gone).Message.Text.Content | Should -Be hi
    }

    It 'writes the messages in the given state' {
        Register-WeComRobot up -Webhook (Get-Webhook $simulator)
        Add-Fault $simulator @{ status = 500 }, @{ errcode = -1 }
        Send-Kept unknown, pending up

        (Get-WeComOutbox).State | Should -Be Unknown, Pending
        (Get-WeComOutbox -State Unknown).Message.Text.Content | Should -Be unknown
        (Get-WeComOutbox -State Pending).Message.Text.Content | Should -Be pending
        Get-WeComOutbox -State Refused | Should -BeNullOrEmpty
        { Get-WeComOutbox -State Lost } | Should -Throw
    }

    It 'writes the messages that another process has kept' {
        $null = Wait-Script (Start-Script {
                param($webhook)
                Register-WeComRobot other -Webhook $webhook
                Send-WeComText hi -Robot other -OnFailure Outbox
            } $webhook)

        $item = Get-WeComOutbox
        $item.Robot, "$($item.State)" | Should -Be other, Pending
    }

    It 'reports an unreadable file as damaged, and leaves it: <What>' -ForEach @(
        @{ What = 'nothing'; Text = '' }
        @{ What = 'half a file'; Text = '{"Robot":"ops","Mess' }
        @{ What = 'something else'; Text = '[1, 2]' }
        @{ What = 'no message in it'; Text = '{"Robot":"ops","Message":{"msgtype":"none"}}' }
        @{ What = 'no text'; Text = "`0`u{1}`u{2}" }
    ) {
        Send-Kept torn, good
        $torn = Join-Path $env:WECOM_STATE_DIR outbox (Get-OutboxFile *.json | Sort-Object)[0]
        Set-Content $torn $Text -NoNewline
        $items = Get-WeComOutbox
        Register-WeComRobot ops -Webhook (Get-Webhook $simulator)
        Send-WeComOutbox -ErrorAction Ignore -WarningAction Ignore

        $items.State | Should -Contain Damaged
        $items.Message.Text.Content | Should -Be good
        [System.IO.File]::ReadAllText($torn) | Should -BeExactly $Text
        (Get-WeComOutbox).State | Should -Be Damaged
        Clear-WeComOutbox -Confirm:$false
        $torn | Should -Not -Exist
    }

    It 'ignores other files in its folder' {
        Send-Kept good
        'readme.txt', 'x', '.hidden', 'a.b.c.d' | ForEach-Object { Set-Content (Join-Path $env:WECOM_STATE_DIR outbox $_) hi }

        (Get-WeComOutbox *>&1).Message.Text.Content | Should -Be good
    }

    It 'writes messages that Send-WeComMessage accepts' {
        Send-Kept 'as it is'
        (Get-WeComOutbox).Message | Send-WeComMessage -Robot (Get-Webhook $simulator)

        (Get-Received $simulator).Payload.text.content | Should -Contain 'as it is'
        @(Get-WeComOutbox).Count | Should -Be 1
    }

    It 'has no parameter that changes anything' {
        (Get-Command Get-WeComOutbox).Parameters.Keys | Should -Not -Contain WhatIf
    }
}
