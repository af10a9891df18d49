# How the parts of one content are marked, whom they mention, and what happens when one of them fails.
Describe 'The parts of one content' {
    BeforeAll {
        Import-Module $PSScriptRoot/Simulator.psm1, $PSScriptRoot/Samples.psm1, $PSScriptRoot/Overflow.psm1, $PSScriptRoot/Robots.psm1
        Import-WeComRobot
        $simulator = Start-Simulator
        # Each makes three parts
        $text = 'a' * 2000 + ' ' + 'b' * 2000 + ' ' + 'c' * 500
        $markdown = 'a' * 4000 + ' ' + 'b' * 4000 + ' ' + 'c' * 500
    }

    AfterAll { Stop-Simulator $simulator }

    BeforeEach {
        Clear-Simulator $simulator
        $robot = Get-Webhook $simulator
    }

    Context 'and their marks' {
        It 'stand on a line of their own, above or below, as configured: <Arguments.Values>' -ForEach @(
            @{ Arguments = @{}; AsText = "(1/3)`naaa"; AsMarkdown = "(1/3)`n`naaa" }
            @{ Arguments = @{ PartMark = '第 {0} 部分，共 {1} 部分' }; AsText = "第 1 部分，共 3 部分`naaa"; AsMarkdown = "第 1 部分，共 3 部分`n`naaa" }
            @{ Arguments = @{ PartMark = '#{0}' }; AsText = "#1`naaa"; AsMarkdown = "#1`n`naaa" }
            @{ Arguments = @{ PartMark = '{1}.{0} {x}' }; AsText = "3.1 {x}`naaa"; AsMarkdown = "3.1 {x}`n`naaa" }
            @{ Arguments = @{ PartMarkPlace = 'Start' }; AsText = "(1/3)`naaa"; AsMarkdown = "(1/3)`n`naaa" }
            @{ Arguments = @{ PartMarkPlace = 'End' }; AsText = "aaa`n(1/3)"; AsMarkdown = "aaa`n`n(1/3)" }
            @{ Arguments = @{ NoPartMark = $true }; AsText = 'aaa'; AsMarkdown = 'aaa' }
        ) {
            Send-WeComText $text @Arguments -Robot $robot
            Send-WeComMarkdown $markdown @Arguments -Robot $robot

            $parts = Get-ReceivedContent $simulator
            $parts.Count | Should -Be 6
            $parts[0] -replace 'a{2000}', 'aaa' | Should -BeExactly $AsText
            $parts[3] -replace 'a{4000}', 'aaa' | Should -BeExactly $AsMarkdown
            $parts[5] | Should -BeExactly ($parts[3] -creplace 'a{4000}', ('c' * 500) -creplace '1', '3')
        }

        It 'count towards the limit, even if the part number gains a digit' {
            # Each part is full to the last byte
            $content = 'x' * 25000
            Send-WeComText $content -MaxPart 20 -PartMark '------ {0} von {1} ------' -Robot $robot

            $parts = Get-ReceivedContent $simulator
            $parts.Count | Should -BeGreaterThan 9
            $parts | ForEach-Object { Get-ByteCount $_ } | Should -Not -BeGreaterThan 2048
            $parts[-1] | Should -BeLike "------ $($parts.Count) von $($parts.Count) ------`n*"
            -join ($parts -replace '^-.*\n') | Should -BeExactly $content
        }

        It 'need a part number: <_> lacks {0}, and nothing is sent' -ForEach 'part', '(1/{1})' {
            { 'hi', $text | Send-WeComText -PartMark $_ -Robot $robot } | Should -Throw -ErrorId 'WeComInvalidMessage,*'
            { Send-WeComMarkdown hi -V2 -PartMark $_ -Robot $robot } | Should -Throw -ErrorId 'WeComInvalidMessage,*'
            Get-Received $simulator | Should -BeNullOrEmpty
        }
    }

    Context 'and mentions' {
        It 'have them on <Place>' -ForEach @(
            @{ Place = 'the first by default'; Arguments = @{}; On = 1, 0, 0 }
            @{ Place = 'First'; Arguments = @{ MentionOn = 'First' }; On = 1, 0, 0 }
            @{ Place = 'Last'; Arguments = @{ MentionOn = 'Last' }; On = 0, 0, 1 }
            @{ Place = 'All'; Arguments = @{ MentionOn = 'All' }; On = 1, 1, 1 }
        ) {
            Send-WeComText $text -Mention wangqing -MentionMobile 13800001111 -MentionAll @Arguments -Robot $robot
            Send-WeComMarkdown $markdown -Mention wangqing, lisi @Arguments -Robot $robot

            $payloads = (Get-Received $simulator).Payload
            $texts, $markdowns = $payloads.Where({ $_.msgtype -eq 'text' }, 'Split')
            $texts.ForEach({ [int] ("$($_.text.mentioned_list)" -eq 'wangqing @all') }) | Should -Be $On
            $texts.ForEach({ [int] ("$($_.text.mentioned_mobile_list)" -eq '13800001111') }) | Should -Be $On
            # A part without mentions has no list at all
            $texts.Where({ $_.text.PSObject.Properties.Name -like 'mention*' }).Count | Should -Be ($On -eq 1).Count
            $markdowns.markdown.content.ForEach({ [int] $_.EndsWith("`n<@wangqing> <@lisi>") }) | Should -Be $On
            -join ($markdowns.markdown.content | Select-String '[abc]{9,}').Matches.Value | Should -BeExactly $markdown.Replace(' ', '')
        }

        It 'have them on the message alone if there is one: <_>' -ForEach 'First', 'Last', 'All' {
            Send-WeComText hi -Mention lisi -MentionOn $_ -Robot $robot
            Send-WeComMarkdown hi -Mention lisi -MentionOn $_ -Robot $robot

            $payloads = (Get-Received $simulator).Payload
            $payloads[0].text.mentioned_list | Should -Be lisi
            $payloads[1].markdown.content | Should -BeExactly "hi`n<@lisi>"
        }

        It 'count them as content of Markdown: <_>' -ForEach 'First', 'Last', 'All' {
            $people = 1..200 | ForEach-Object { "user$_" }
            Send-WeComMarkdown ('报' * 2000) -Mention $people -MentionOn $_ -Robot $robot

            $parts = Get-ReceivedContent $simulator
            $parts | ForEach-Object { Get-ByteCount $_ } | Should -Not -BeGreaterThan 4096
            ($parts -replace '[^报]') -join '' | Should -BeExactly ('报' * 2000)
            foreach ($part in $_ -eq 'All' ? $parts : $_ -eq 'First' ? $parts[0] : $parts[-1]) {
                $part.EndsWith("`n<@$($people -join '> <@')>") | Should -BeTrue
            }
        }

        It 'have them once with <_>' -ForEach 'Truncate', 'File' {
            Send-WeComText $text -Mention lisi -Overflow $_ -Robot $robot
            Send-WeComMarkdown $markdown -Mention lisi -Overflow $_ -Robot $robot

            $payloads = (Get-Received $simulator).Payload
            @($payloads.text.mentioned_list) -ne $null | Should -Be lisi
            @($payloads.markdown.content) -match '<@lisi>' | Should -HaveCount 1
        }

        It 'cannot have any with -V2' {
            { Send-WeComMarkdown $markdown -V2 -Mention lisi -MentionOn All -Robot $robot } | Should -Throw -ErrorId 'WeComInvalidMessage,*'
            Get-Received $simulator | Should -BeNullOrEmpty
        }
    }

    It 'have a receipt each' {
        $receipts = Send-WeComText $text -Robot $robot -PassThru

        $receipts | Should -BeOfType WeComRobot.Delivery.Receipt
        $receipts.Part | Should -Be 1, 2, 3
        $receipts.PartCount | Should -Be 3, 3, 3
        $receipts.MessageType | Should -BeExactly text, text, text
        $receipts | Out-String | Should -Match '(?s)text +1/3 .*text +2/3 .*text +3/3 '
        (Send-WeComText hi -Robot $robot -PassThru).PartCount | Should -Be 1
    }

    Context 'of which the second fails' {
        BeforeEach { Add-Fault $simulator @{}, @{ errcode = -1 } }

        It 'cause one error, which says what arrived, and the rest is not sent' {
            $receipts = Send-WeComText $text -Robot $robot -PassThru -ErrorVariable failed -ErrorAction SilentlyContinue

            $failed.Count | Should -Be 1
            $failed.FullyQualifiedErrorId | Should -BeLike 'WeComRefused,*'
            $failed.Exception.ErrorCode | Should -Be -1
            $failed.Exception.Message | Should -BeLike '*system busy*'
            $failed.Exception.Message | Should -BeLike 'Part 2 of 3 failed; part 1 arrived. *'
            "$failed" | Should -BeLike '*pipe this error to Send-WeComMessage.'
            $receipts.Part | Should -Be 1
            @(Get-ReceivedContent $simulator).Count | Should -Be 1
        }

        It 'can be resumed from <What>, the rest in order with marks and mentions' -ForEach @(
            @{ What = 'the error'; Resend = { $failed | Send-WeComMessage -Robot $robot } }
            @{ What = 'its target'; Resend = { $failed.TargetObject | Send-WeComMessage -Robot $robot } }
            @{ What = 'its target as a parameter'; Resend = { Send-WeComMessage $failed[0].TargetObject -Robot $robot } }
        ) {
            Send-WeComText $text -Mention lisi -MentionOn All -Robot $robot -ErrorVariable failed -ErrorAction SilentlyContinue
            $failed.TargetObject.Count | Should -Be 2
            $failed.TargetObject | Should -BeOfType WeComRobot.Messages.TextMessage
            & $Resend

            Remove-Mark (Get-ReceivedContent $simulator) | ForEach-Object Trim | Should -BeExactly ($text -split ' ')
            (Get-Received $simulator).Payload.text.mentioned_list | Should -Be lisi, lisi, lisi
        }

        It 'can be resumed from what -ErrorAction Stop throws' {
            try { Send-WeComMarkdown $markdown -V2 -Robot $robot -ErrorAction Stop } catch { $_ | Send-WeComMessage -Robot $robot }

            Remove-Mark (Get-ReceivedContent $simulator) "`n`n" | ForEach-Object Trim | Should -BeExactly ($markdown -split ' ')
        }

        It 'do not stop the next input' {
            $failed = Get-Failure { $text, 'next' | Send-WeComText -Robot $robot }

            $failed.TargetObject.Count | Should -Be 2
            (Get-ReceivedContent $simulator)[-1] | Should -BeExactly next
        }
    }

    It 'cause one error if the outcome of the last is unknown, and it can be sent again' {
        Add-Fault $simulator @{}, @{}, @{ cut = 'after'; accept = $true }
        $failed = Get-Failure { Send-WeComText $text -Robot $robot }

        $failed.FullyQualifiedErrorId | Should -BeLike 'WeComOutcomeUnknown,*'
        $failed.Exception.Message | Should -BeLike 'Part 3 of 3 failed; parts 1 to 2 arrived. *may have arrived*'
        @($failed.TargetObject).Count | Should -Be 1
        $failed | Send-WeComMessage -Robot $robot
        (Get-ReceivedContent $simulator)[-1] | Should -BeLike "(3/3)`nccc*"
    }

    Context 'of which one is sent as a file' {
        It 'are not sent if the upload fails, and the whole can be sent again' {
            Add-Fault $simulator @{ errcode = -1 }
            $failed = Get-Failure { Send-WeComText $text -Overflow File -Robot $robot }

            $failed.FullyQualifiedErrorId | Should -BeLike 'WeComRefused,*'
            @($failed).Count | Should -Be 1
            Get-Received $simulator | Should -BeNullOrEmpty
        }

        It 'are sent again without another upload' {
            # The requests are the upload, the message, and the file message, which fails
            Add-Fault $simulator @{}, @{}, @{ errcode = -1 }
            $failed = Get-Failure { Send-WeComText $text -Overflow File -Robot $robot }
            $failed | Send-WeComMessage -Robot $robot

            @($failed).Count | Should -Be 1
            (Get-Received $simulator).msgtype | Should -BeExactly text, file
            @(Get-ReceivedMedia $simulator).Count | Should -Be 1
        }
    }

    It 'wait for the rate window, and Ctrl+C ends the wait and lets others proceed' {
        # 25 parts, of which 20 fit into one minute
        $first = New-Pipeline 'Send-WeComText ("x " * 24900) -MaxPart 30 -Robot $it' $robot
        $second = New-Pipeline 'Send-WeComText next -Robot $it' $robot
        foreach ($pipeline in $first, $second) {
            $null = $pipeline.BeginInvoke()
            Wait-For { $pipeline.Streams.Progress.Count -ge 1 } | Should -BeTrue
        }
        $second.Streams.Progress.ReadAll()[0].StatusDescription | Should -BeLike '*behind other messages*'
        $first.Stop()

        # Only the window keeps it waiting now
        Wait-For { "$($second.Streams.Progress.StatusDescription)" -match '\d+ s left' } | Should -BeTrue
        $second.Stop()
        Get-ReceivedContent $simulator | ForEach-Object { $_ -replace '(?s)\n.*' } | Should -BeExactly (1..20 | ForEach-Object { "($_/25)" })
        $first.Dispose()
        $second.Dispose()
    }

    It 'stay together: no other message of this process comes between them' {
        Set-WeComRateLimit -Limit 1000 -WindowSec 1
        $module = "$PSScriptRoot/Simulator.psm1"
        $failure = Get-Failure {
            1..60 | ForEach-Object -ThrottleLimit 4 -Parallel {
                if (-not (Get-Module WeComRobot)) { Import-Module $using:module; Import-WeComRobot }
                $no = "No$_"
                $arguments = @{ Content = "$no`n$('x ' * 2500)"; PartMark = "$no {0}"; Robot = $using:robot }
                switch ($_ % 4) {
                    0 { Send-WeComText @arguments }
                    1 { Send-WeComMarkdown @arguments -V2 }
                    2 { Send-WeComText @arguments -Overflow File -FileName "$no.txt" }
                    3 { "$no a", "$no b" | Send-WeComText -Robot $using:robot }
                }
            }
        }
        Set-WeComRateLimit -Limit 20

        $failure | Should -BeNullOrEmpty
        $numbers = Get-Received $simulator | ForEach-Object {
            [int] [regex]::Match($_.media.displayName ?? $_.Payload.($_.msgtype).content, 'No(\d+)').Groups[1].Value
        }
        # Consecutive messages of the same kind are one run; the pairs of single messages can mix
        $runs = [System.Collections.Generic.List[string]]::new()
        foreach ($run in $numbers) { if ($run % 4 -eq 3 -or $runs.Count -eq 0 -or $runs[-1] -ne $run) { $runs.Add($run) } }
        $numbers.Count | Should -Be (15 * (3 + 2 + 2 + 2))
        $runs | Where-Object { $_ % 4 -ne 3 } | Should -HaveCount 45
    }
}
