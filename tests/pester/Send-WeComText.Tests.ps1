Describe 'Send-WeComText' {
    BeforeAll {
        Import-Module $PSScriptRoot/Simulator.psm1
        Import-WeComRobot
        $simulator = Start-Simulator
        $robot = $simulator.Webhook
    }

    AfterAll { Stop-Simulator $simulator }

    BeforeEach { Clear-Simulator $simulator }

    It 'sends Chinese and emoji unchanged, and writes nothing' {
        Send-WeComText '磁盘已满 🚨 "95%"' -Robot $robot | Should -BeNullOrEmpty

        $message = Get-Received $simulator
        $message.Payload.msgtype | Should -BeExactly text
        $message.Payload.text.content | Should -BeExactly '磁盘已满 🚨 "95%"'
        $message.body | Should -BeLike '*磁盘已满 🚨*'
    }

    It 'sends each pipeline input as a message, in order' {
        'one', 'two', 'three' | Send-WeComText -Robot $robot

        (Get-Received $simulator).Payload.text.content | Should -Be one, two, three
    }

    It 'mentions members, mobile numbers and everyone' {
        Send-WeComText hi -Mention wangqing, lisi -MentionMobile 13800001111 -MentionAll -Robot $robot

        $text = (Get-Received $simulator).Payload.text
        $text.mentioned_list | Should -Be wangqing, lisi, '@all'
        $text.mentioned_mobile_list | Should -Be 13800001111
    }

    It 'omits the mention lists if nobody is mentioned' {
        Send-WeComText hi -Robot $robot

        (Get-Received $simulator).Payload.text.PSObject.Properties.Name | Should -Be content
    }

    It 'writes a receipt with -PassThru' {
        $before = [DateTimeOffset]::UtcNow.AddSeconds(-1)
        $receipt = Send-WeComText hi -Robot $robot -PassThru

        $receipt | Should -BeOfType WeComRobot.Delivery.Receipt
        $receipt.MessageType | Should -BeExactly text
        $receipt.Part, $receipt.PartCount, $receipt.Attempts | Should -Be 1, 1, 1
        $receipt.SentAt | Should -BeGreaterThan $before
        $receipt.Robot | Should -Match '^127\.0\.0\.1:\d+ \(key #[0-9a-f]{8}\)$'
    }

    It 'sends 2048 bytes and, with -Overflow Error, rejects 2049 without sending' -ForEach @(
        @{ Text = 'x' * 2049; Fits = 'x' * 2048 }
        @{ Text = '报' * 683; Fits = '报' * 682 + 'xx' }
    ) {
        Send-WeComText $Fits -Overflow Error -Robot $robot
        Send-WeComText $Text -Overflow Error -Robot $robot -ErrorVariable problem -ErrorAction SilentlyContinue

        $problem.FullyQualifiedErrorId | Should -BeExactly 'WeComContentTooLong,WeComRobot.Commands.SendWeComTextCommand'
        $problem.CategoryInfo.Category | Should -Be LimitsExceeded
        $problem.Exception.Message | Should -BeLike '*text.content*2049*2048*'
        (Get-Received $simulator).Count | Should -Be 1
    }

    It 'continues after an invalid input, whose message is the error''s target' {
        'one', '', 'three' | Send-WeComText -Robot $robot -ErrorVariable problem -ErrorAction SilentlyContinue

        $problem.Count | Should -Be 1
        $problem.FullyQualifiedErrorId | Should -BeLike 'WeComInvalidMessage,*'
        $problem.TargetObject | Should -BeOfType WeComRobot.Messages.TextMessage
        (Get-Received $simulator).Payload.text.content | Should -Be one, three
    }

    It 'sends a failed message again from its error' {
        Add-Fault $simulator @{ errcode = -1 }
        Send-WeComText again -Robot $robot -ErrorVariable problem -ErrorAction SilentlyContinue
        $problem.TargetObject | Send-WeComMessage -Robot $robot

        (Get-Received $simulator).Payload.text.content | Should -Be again
    }

    It 'sends nothing with -WhatIf' {
        Send-WeComText hi -Robot $robot -WhatIf

        Get-Received $simulator | Should -BeNullOrEmpty
    }
}
