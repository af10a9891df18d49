# With -Join the lines of a pipeline are one content, which is sent as it arrives.
Describe 'Lines that are joined' {
    BeforeDiscovery {
        Import-Module $PSScriptRoot/Overflow.psm1
        $senders = Get-Sender
    }

    BeforeAll {
        Import-Module $PSScriptRoot/Simulator.psm1, $PSScriptRoot/Samples.psm1, $PSScriptRoot/Overflow.psm1
        Import-WeComRobot
        Set-WeComRateLimit -Limit 1000 -WindowSec 1
        $simulator = Start-Simulator

        # The smallest number of messages that hold the lines in order
        function Get-Packed([string[]] $Line, [int] $Limit) {
            $packed = $Line[0]
            foreach ($next in $Line | Select-Object -Skip 1) {
                if ((Get-ByteCount "$packed`n$next") -le $Limit) { $packed += "`n$next" }
                else { $packed; $packed = $next }
            }
            $packed
        }
    }

    AfterAll {
        Stop-Simulator $simulator
        Set-WeComRateLimit -Limit 20
    }

    BeforeEach {
        Clear-Simulator $simulator
        $robot = Get-Webhook $simulator
    }

    Context 'as <Type>' -ForEach $senders {
        BeforeAll { $log = New-Log 15000 }

        It 'are packed into as few messages as the limit allows, without marks' {
            $receipts = $log | & $Name @Switch -Join -Robot $robot -PassThru

            $expected = Get-Packed $log $Limit
            Get-ReceivedContent $simulator | Should -BeExactly $expected
            $receipts.Count | Should -Be $expected.Count
            $receipts.MessageType | Sort-Object -Unique | Should -BeExactly $Type
        }

        It 'are sent while the input still arrives: each message as soon as the next line does not fit' {
            $expected = Get-Packed $log $Limit
            $seen = [System.Collections.Generic.List[int]]::new()
            # Notes after each line what has arrived; many lines in a row see the same number of messages
            $last = @(0; $expected | ForEach-Object { ($_ -split "`n").Count }) | ForEach-Object { $sum = 0 } { $sum += $_; $sum }
            $n = 0
            $log | ForEach-Object {
                $_
                if ($n++ -in $last) { $seen.Add(@(Get-Received $simulator).Count) }
            } | & $Name @Switch -Join -Robot $robot

            $seen | Should -Be (0..($expected.Count - 1))
        }

        It 'are the content of one message if they fit' {
            'one', '', ' two', 'three ' | & $Name @Switch -Join -Robot $robot

            Get-ReceivedContent $simulator | Should -BeExactly "one`n`n two`nthree "
        }

        It 'are not sent if there are none' {
            @() | & $Name @Switch -Join -Robot $robot

            Get-Received $simulator | Should -BeNullOrEmpty
        }

        It 'are broken only if a single line is longer than a message' {
            $lines = 'before', ('报' * 3000), 'after', ('x' * ($Limit - 1)), 'end'
            $lines | & $Name @Switch -Join -Robot $robot

            $contents = Get-ReceivedContent $simulator
            $contents | ForEach-Object { Get-ByteCount $_ } | Should -Not -BeGreaterThan $Limit
            ($contents -join '') -replace "`n" | Should -BeExactly (-join $lines)
            $contents | Should -Contain ('x' * ($Limit - 1))
            $contents[-1] | Should -BeExactly end
            $contents.Count | Should -BeLessOrEqual ([Math]::Ceiling(9000 / $Limit) + 3)
        }

        It 'have no limit on the number of parts' {
            1..12 | ForEach-Object { 'x' * ($Limit - 10) } | & $Name @Switch -Join -MaxPart 2 -Robot $robot

            @(Get-Received $simulator).Count | Should -Be 12
        }

        It 'respect -ByteLimit' {
            $log | & $Name @Switch -Join -ByteLimit 1000 -Robot $robot

            Get-ReceivedContent $simulator | Should -BeExactly (Get-Packed $log 1000)
        }

        It 'cause one error for each failed message, which can be sent again, and the others arrive' {
            Add-Fault $simulator @{}, @{ errcode = -1 }
            $failure = Get-Failure { $log | & $Name @Switch -Join -Robot $robot }
            $expected = Get-Packed $log $Limit

            @($failure).Count | Should -Be 1
            $failure.FullyQualifiedErrorId | Should -BeLike 'WeComRefused,*'
            Get-ReceivedContent $simulator | Should -BeExactly @($expected | Where-Object { $_ -ne $expected[1] })
            $failure | Send-WeComMessage -Robot $robot
            (Get-ReceivedContent $simulator)[-1] | Should -BeExactly $expected[1]
        }

        It 'are not sent with -WhatIf' {
            $log | & $Name @Switch -Join -WhatIf -Robot $robot

            Get-Received $simulator | Should -BeNullOrEmpty
        }

        It 'are one content for Truncate' {
            $log | & $Name @Switch -Join -Overflow Truncate -Robot $robot

            $cut = Get-ReceivedContent $simulator
            $kept, $left = Read-Cut $cut $Gap
            (Get-ByteCount ($log -join "`n")) - (Get-ByteCount $kept) - $left | Should -BeIn 0, 1
        }

        It 'are one content for File' {
            $log | & $Name @Switch -Join -Overflow File -FileName "app.$Extension" -Robot $robot

            (Get-Received $simulator).msgtype | Should -BeExactly $Type, file
            (Get-ReceivedMedia $simulator).sha256 | Should -Be ([Convert]::ToHexString(
                    [System.Security.Cryptography.SHA256]::HashData([System.Text.Encoding]::UTF8.GetBytes($log -join "`n"))))
        }

        It 'are one content for Error' {
            $failure = Get-Failure { $log | & $Name @Switch -Join -Overflow Error -Robot $robot }
            'a', 'b' | & $Name @Switch -Join -Overflow Error -Robot $robot

            $failure.FullyQualifiedErrorId | Should -BeLike 'WeComContentTooLong,*'
            $failure.Exception.Message | Should -BeLike "*$(Get-ByteCount ($log -join "`n"))*$Limit*"
            Get-ReceivedContent $simulator | Should -BeExactly "a`nb"
        }
    }

    It 'mention on <Place>' -ForEach @(
        @{ Place = 'the first by default'; Arguments = @{}; On = 1, 0, 0 }
        @{ Place = 'First'; Arguments = @{ MentionOn = 'First' }; On = 1, 0, 0 }
        @{ Place = 'Last'; Arguments = @{ MentionOn = 'Last' }; On = 0, 0, 1 }
        @{ Place = 'All'; Arguments = @{ MentionOn = 'All' }; On = 1, 1, 1 }
    ) {
        'a', 'b', 'c' | ForEach-Object { $_ * 2000 } | Send-WeComText -Join -Mention lisi @Arguments -Robot $robot
        'a', 'b', 'c' | ForEach-Object { $_ * 4000 } | Send-WeComMarkdown -Join -Mention lisi @Arguments -Robot $robot

        $texts, $markdowns = (Get-Received $simulator).Payload.Where({ $_.msgtype -eq 'text' }, 'Split')
        $texts.ForEach({ [int] ("$($_.text.mentioned_list)" -eq 'lisi') }) | Should -Be $On
        $markdowns.markdown.content.ForEach({ [int] $_.EndsWith("`n<@lisi>") }) | Should -Be $On
        $markdowns.markdown.content -replace "`n<@lisi>" | Should -BeExactly ('a', 'b', 'c' | ForEach-Object { $_ * 4000 })
    }

    It 'stay in fenced code that is longer than a message' {
        $log = New-Log 15000
        & { '# 日志'; ''; '```log'; $log; '```'; ''; '完' } | Send-WeComMarkdown -V2 -Join -Robot $robot

        $parts = Get-ReceivedContent $simulator
        $parts.Count | Should -BeGreaterThan 3
        Read-Code $parts log '# 日志' 完 | Should -BeExactly $log
        $parts[0] | Should -BeLike '# 日志*'
        $parts[-1] | Should -BeLike '*完'
    }

    It 'keep the header of a table that is longer than a message' {
        $rows = 1..300 | ForEach-Object { "| $_ | 主机$_ |" }
        $head = '| Id | Name |', '| ---: | :--- |'
        $head + $rows | Send-WeComMarkdown -V2 -Join -Robot $robot

        $parts = Get-ReceivedContent $simulator
        $parts.Count | Should -BeGreaterThan 1
        $read = foreach ($part in $parts) {
            $lines = $part -split "`n"
            $lines[0..1] | Should -BeExactly $head
            $lines | Select-Object -Skip 2
        }
        $read | Should -BeExactly $rows
    }

    It 'need constant memory for 100,000 lines: <Name>' -ForEach @(
        @{ Name = 'Send-WeComText'; Switch = @{} }, @{ Name = 'Send-WeComMarkdown'; Switch = @{ V2 = $true } }
    ) {
        $grown = [System.Collections.Generic.List[long]]::new()
        1..100000 | ForEach-Object {
            "line $_"
            if ($_ % 20000 -eq 0) { $grown.Add([GC]::GetTotalMemory($true)) }
        } | & $Name @Switch -Join -Robot $robot

        ((Get-ReceivedContent $simulator) -join "`n") -ceq ((1..100000 | ForEach-Object { "line $_" }) -join "`n") | Should -BeTrue
        # The input between the first and the last measurement is 0.9 MB in UTF-8, and twice that as strings
        ($grown | Measure-Object -Maximum).Maximum - $grown[0] | Should -BeLessThan 512KB
    }
}
