# What happens to content that is longer than a message, by the policies of -Overflow.
Describe 'Content that is too long' {
    BeforeDiscovery {
        Import-Module $PSScriptRoot/Overflow.psm1
        $senders = Get-Sender
    }

    BeforeAll {
        Import-Module $PSScriptRoot/Simulator.psm1, $PSScriptRoot/Samples.psm1, $PSScriptRoot/Overflow.psm1, $PSScriptRoot/Engine.psm1
        Import-WeComRobot
        $simulator = Start-Simulator -Key (1..100 | ForEach-Object { [guid]::NewGuid() })
    }

    AfterAll { Stop-Simulator $simulator }

    BeforeEach {
        Clear-Simulator $simulator
        $robot = Get-Webhook $simulator
    }

    Context 'as <Type>' -ForEach $senders {
        BeforeAll {
            $log = New-Log 10000
            $content = $log -join "`n"
            $size = Get-ByteCount $content
        }

        It 'is sent by default in numbered parts that are full, in order, broken between lines' {
            & $Name $content @Switch -Robot $robot | Should -BeNullOrEmpty

            $received = Get-Received $simulator
            $received.msgtype | Sort-Object -Unique | Should -BeExactly $Type
            $parts = Get-ReceivedContent $simulator
            $bodies = Remove-Mark $parts $Gap
            Get-Line $bodies | Should -BeExactly $log
            for ($i = 1; $i -lt $parts.Count; $i++) {
                Get-ByteCount "$($parts[$i - 1])`n$(@(Get-Line $bodies[$i])[0])" | Should -BeGreaterThan $Limit
            }
        }

        It 'has more than <Limit> bytes: up to the limit it is sent unchanged, whatever -Overflow says' -ForEach @(
            @{ Policy = 'Split' }, @{ Policy = 'Truncate' }, @{ Policy = 'File' }, @{ Policy = 'Error' }
        ) {
            $fits = "  " + '报' * [Math]::Floor(($Limit - 2) / 3)
            $fits += 'x' * ($Limit - (Get-ByteCount $fits))
            & $Name $fits @Switch -Overflow $Policy -Robot $robot

            Get-ReceivedContent $simulator | Should -BeExactly $fits
            Get-ReceivedMedia $simulator | Should -BeNullOrEmpty
        }

        It 'is truncated by Truncate, and the last line counts what was omitted' {
            & $Name $content @Switch -Overflow Truncate -Robot $robot

            $cut = Get-ReceivedContent $simulator
            @($cut).Count | Should -Be 1
            $kept, $left = Read-Cut $cut $Gap
            $lines = $kept -split "`n"
            $lines | Should -BeExactly $log[0..($lines.Count - 1)]
            # The line break at the cut is neither kept nor counted as omitted
            $size - (Get-ByteCount $kept) - $left | Should -BeIn 0, 1
            # Another line would not have fit
            (Get-ByteCount $cut) + 1 + (Get-ByteCount $log[$lines.Count]) | Should -BeGreaterThan $Limit
        }

        It 'is sent whole by File, after a message with its first lines that names file and size' {
            $receipts = & $Name $content @Switch -Overflow File -FileName "日志.$Extension" -Robot $robot -PassThru

            $first, $second = Get-Received $simulator
            $first.msgtype, $second.msgtype | Should -BeExactly $Type, file
            $lines = $first.Payload.$Type.content -split "`n"
            $lines[-1] | Should -BeExactly "… $size bytes in all, in the file 日志.$Extension"
            $shown = Get-Line $lines[0..($lines.Count - 2)]
            $shown | Should -BeExactly $log[0..($shown.Count - 1)]

            $second.media.displayName | Should -BeExactly "日志.$Extension"
            # The hash shows that there is no byte order mark
            $second.media.sha256 | Should -Be ([Convert]::ToHexString(
                    [System.Security.Cryptography.SHA256]::HashData([System.Text.Encoding]::UTF8.GetBytes($content))))
            $receipts.MessageType | Should -BeExactly $Type, file
            $receipts[1].MediaId | Should -BeExactly $second.Payload.file.media_id
        }

        It 'gets a file name from date and time by File if it has no heading' {
            $before = [datetime]::Now
            & $Name ('x' * 5000) @Switch -Overflow File -Robot $robot
            $after = [datetime]::Now

            $file = (Get-ReceivedMedia $simulator).displayName
            $file | Should -Match "\.$Extension$"
            $digits = $file -replace '\D'
            $digits.Substring(0, 8) | Should -BeIn $before.ToString('yyyyMMdd'), $after.ToString('yyyyMMdd')
        }

        It 'causes an error with size and limit by Error, and nothing is sent' {
            $failure = Get-Failure { & $Name $content @Switch -Overflow Error -Robot $robot }

            $failure.FullyQualifiedErrorId | Should -BeLike 'WeComContentTooLong,*'
            $failure.CategoryInfo.Category | Should -Be LimitsExceeded
            $failure.Exception.Message | Should -BeLike "*$Type.content*$size*$Limit*"
            Get-Received $simulator | Should -BeNullOrEmpty
        }

        It 'causes an error if it needs more than -MaxPart parts, which counts them and names the alternatives' {
            $fits = '长' * 2700
            $many = @(& $Name $fits @Switch -Robot $robot -PassThru).Count
            Clear-Simulator $simulator
            $failure = Get-Failure { & $Name $fits @Switch -MaxPart ($many - 1) -Robot $robot }

            $failure.FullyQualifiedErrorId | Should -BeLike 'WeComContentTooLong,*'
            $failure.CategoryInfo.Category | Should -Be LimitsExceeded
            $failure.Exception.Message | Should -BeLike "*$many parts*$($many - 1)*"
            $failure.Exception.Message | Should -BeLike '*MaxPart*Truncate*File*'
            Get-Received $simulator | Should -BeNullOrEmpty

            & $Name $fits @Switch -MaxPart $many -Robot $robot
            @(Get-Received $simulator).Count | Should -Be $many
        }

        It 'makes at most 10 parts without -MaxPart' {
            & $Name ('长' * [Math]::Floor(9.5 * $Limit / 3)) @Switch -Robot $robot
            @(Get-Received $simulator).Count | Should -Be 10

            $failure = Get-Failure { & $Name ('长' * [Math]::Floor(10.5 * $Limit / 3)) @Switch -Robot $robot }
            $failure.Exception.Message | Should -BeLike '*11 parts*10*'
            @(Get-Received $simulator).Count | Should -Be 10
        }

        It 'counts as empty if it is entirely blank, however long: <What>' -ForEach @(
            @{ What = 'line ends'; Blank = "`n" }, @{ What = 'blanks'; Blank = ' ' }, @{ What = 'both'; Blank = " `r`n" }
        ) {
            $failure = foreach ($policy in 'Split', 'Truncate', 'File') {
                Get-Failure { & $Name ($Blank * 5000) @Switch -Overflow $policy -Robot $robot }
            }

            $failure.FullyQualifiedErrorId -replace ',.*' | Should -Be (@('WeComInvalidMessage') * 3)
            Get-Received $simulator | Should -BeNullOrEmpty
        }

        It 'does not stop the next input after an error' {
            $failure = Get-Failure { $content, 'short' | & $Name @Switch -Overflow Error -Robot $robot }

            @($failure).Count | Should -Be 1
            Get-ReceivedContent $simulator | Should -BeExactly short
        }

        It 'is described by -WhatIf with the number of its parts, and not sent' {
            $count = @(& $Name $content @Switch -Robot $robot -PassThru).Count
            Clear-Simulator $simulator

            Get-HostText { & $Name $content @Switch -Robot $robot -WhatIf } | Should -BeLike "*What if:*$Type*$count parts*127.0.0.1*"
            Get-HostText { & $Name short @Switch -Robot $robot -WhatIf } | Should -Not -BeLike '*part*'
            $null = Get-HostText { & $Name $content @Switch -Overflow File -Robot $robot -WhatIf }
            Get-Received $simulator | Should -BeNullOrEmpty
            Get-ReceivedMedia $simulator | Should -BeNullOrEmpty
        }

        It 'can have another limit than the documented one' {
            & $Name $content @Switch -ByteLimit 1500 -Robot $robot

            $parts = Get-ReceivedContent $simulator
            $parts.Count | Should -Be 7
            $parts | ForEach-Object { Get-ByteCount $_ } | Should -Not -BeGreaterThan 1500
            Get-Line (Remove-Mark $parts $Gap) | Should -BeExactly $log
        }

        It 'is sent as one message if -ByteLimit allows it, for the service to judge' {
            $long = '报' * 1700
            # One service accepts more, and one does not
            Add-Fault $simulator @{ errcode = 0; errmsg = 'ok' }
            $receipts = & $Name $long @Switch -ByteLimit 5120 -Robot $robot -PassThru
            $failure = Get-Failure { & $Name $long @Switch -ByteLimit 5120 -Robot $robot }

            @($receipts).Count | Should -Be 1
            $failure.FullyQualifiedErrorId | Should -BeLike 'WeComRefused,*'
            $failure.Exception.ErrorCode | Should -Be 40058
            # The message keeps its limit when it is sent again
            Add-Fault $simulator @{ errcode = 0; errmsg = 'ok' }
            ($failure | Send-WeComMessage -Robot $robot -PassThru).MessageType | Should -BeExactly $Type
            (Get-Failure { & $Name $long @Switch -ByteLimit 5099 -Overflow Error -Robot $robot }).Exception.Message |
                Should -BeLike '*5100*5099*'
        }

        It 'has a limit of at least 64 bytes, and at least 1 part' {
            { & $Name hi @Switch -ByteLimit 63 -Robot $robot } | Should -Throw '*63*'
            { & $Name hi @Switch -MaxPart 0 -Robot $robot } | Should -Throw '*0*'

            $text = '报' * 50
            & $Name $text @Switch -ByteLimit 64 -Robot $robot
            $parts = Get-ReceivedContent $simulator
            $parts | ForEach-Object { Get-ByteCount $_ } | Should -Not -BeGreaterThan 64
            -join (Remove-Mark $parts $Gap) | Should -BeExactly $text
        }

        It 'asks once for all parts with -Confirm' {
            $script = "Import-Module '$PSScriptRoot/Simulator.psm1'; Import-WeComRobot; " +
                "('a' * 5000), ('b' * 5000) | $Name $($Switch.Keys.ForEach{ "-$_" }) -Robot '$robot' -Confirm"
            $program, $first = Get-EngineCommand
            $null = 'y', 'n' | & $program @first -NoProfile -Command $script *>&1

            $parts = @(Get-ReceivedContent $simulator)
            $parts.Count | Should -BeGreaterThan 1
            -join (Remove-Mark $parts $Gap) | Should -BeExactly ('a' * 5000)
        }
    }

    Context 'and consists of <What>' -ForEach @(
        @{ What = 'families of emoji'; Unit = '👨‍👩‍👧‍👦' }
        @{ What = 'letters with combining marks'; Unit = "e`u{301}`u{323}" }
        @{ What = 'flags'; Unit = '🇨🇳' }
        @{ What = 'emoji with skin tones'; Unit = '👍🏽' }
        @{ What = 'Chinese beyond the basic plane'; Unit = '𠮷' }
    ) {
        It 'is never broken within one: <Name>' -ForEach @{ Name = 'Send-WeComText' }, @{ Name = 'Send-WeComMarkdown' } {
            $content = $Unit * [Math]::Ceiling(5000 / (Get-ByteCount $Unit))
            # One more byte in front shifts all breaks
            & $Name "x$content" -Robot $robot

            $parts = Remove-Mark (Get-ReceivedContent $simulator) ($Name -like '*Text' ? "`n" : "`n`n")
            $parts.Count | Should -BeGreaterThan 1
            -join $parts | Should -BeExactly "x$content"
            $parts | ForEach-Object { $_.Replace($Unit, '') } | Should -BeExactly (@('x') + @('') * ($parts.Count - 1))
        }
    }

    It 'is broken between <Between> if possible' -ForEach @(
        @{ Between = 'paragraphs'; Text = "$('甲' * 400)`n乙。`n`n$('丙' * 250)`n丁$('戊' * 50)"; First = "$('甲' * 400)`n乙。" }
        @{ Between = 'lines'; Text = "$('甲' * 400)`n$('乙' * 200)。$('word ' * 100)"; First = '甲' * 400 }
        @{ Between = 'Chinese sentences'; Text = "$('甲' * 400)。$('乙 ' * 500)"; First = "$('甲' * 400)。" }
        @{ Between = 'Latin sentences'; Text = "$('word ' * 200)end. $('x' * 1500)"; First = "$('word ' * 200)end." }
        @{ Between = 'words'; Text = "first second $('x' * 2040)"; First = 'first second' }
    ) {
        Send-WeComText $Text -NoPartMark -Robot $robot

        @(Get-ReceivedContent $simulator)[0] | Should -BeExactly $First
    }

    It 'has no tiny part because of a word that is longer than a part' {
        Send-WeComText "Error: $('x' * 5000)" -Robot $robot

        $parts = Remove-Mark (Get-ReceivedContent $simulator)
        $parts.Count | Should -Be 3
        -join $parts | Should -BeExactly "Error: $('x' * 5000)"
    }

    It 'names its file in the message as members see it' {
        Send-WeComText ('x' * 3000) -Overflow File -FileName 'a"b.txt' -Robot $robot -WarningAction Ignore

        $first, $second = Get-Received $simulator
        $second.media.displayName | Should -BeExactly 'a_b.txt'
        $first.Payload.text.content | Should -BeLike '*in the file a_b.txt'
    }

    It 'has U+FFFD in place of invalid Unicode' {
        Send-WeComText "a$([char] 0xD83D)b" -Robot $robot
        Send-WeComText "$([char] 0xDE00)$('x' * 2048)" -NoPartMark -Robot $robot

        $parts = Get-ReceivedContent $simulator
        $parts[0] | Should -BeExactly "a`u{FFFD}b"
        -join $parts[1..2] | Should -BeExactly "`u{FFFD}$('x' * 2048)"
    }

    Context 'and Markdown' {
        It 'closes fenced code and reopens it, with its language' {
            $code = New-Log 10000
            Send-WeComMarkdown "# 日志`n`n``````log`n$($code -join "`n")`n```````n`n完" -V2 -Robot $robot

            $parts = Remove-Mark (Get-ReceivedContent $simulator) "`n`n"
            $parts.Count | Should -BeGreaterThan 2
            Read-Code $parts log '# 日志' 完 | Should -BeExactly $code
            $parts[0] | Should -BeLike '# 日志*'
            $parts[-1] | Should -BeLike '*完'
        }

        It 'repeats the header of a table' {
            $rows = 1..300 | ForEach-Object { "| $_ | 主机$_\|🚨 |" }
            $head = '| Id | Name |', '| ---: | :--- |'
            Send-WeComMarkdown (($head + $rows) -join "`n") -V2 -Robot $robot

            $parts = Remove-Mark (Get-ReceivedContent $simulator) "`n`n"
            $parts.Count | Should -BeGreaterThan 1
            $read = foreach ($part in $parts) {
                $lines = $part -split "`n"
                $lines[0..1] | Should -BeExactly $head
                $lines | Select-Object -Skip 2
            }
            $read | Should -BeExactly $rows
        }

        It 'continues a list' {
            $items = 1..200 | ForEach-Object { "- 订单服务 #${_}：修复一个问题" }
            Send-WeComMarkdown "# 发布`n`n$($items -join "`n")" -V2 -Robot $robot

            $parts = Remove-Mark (Get-ReceivedContent $simulator) "`n`n"
            $parts.Count | Should -BeGreaterThan 1
            $parts -join "`n" | Should -BeExactly "# 发布`n`n$($items -join "`n")"
        }

        It 'keeps quotes quoted, and a heading with the text below it' {
            $quote = 1..60 | ForEach-Object { "> 第 $_ 条：$('文' * 20)" }
            Send-WeComMarkdown "$('前' * 1300)`n`n# 引用`n$($quote -join "`n")" -Robot $robot

            $parts = Remove-Mark (Get-ReceivedContent $simulator) "`n`n"
            $parts.Count | Should -Be 3
            $parts[0] | Should -BeExactly ('前' * 1300)
            Get-Line $parts[1..2] | Should -BeExactly (@('# 引用') + $quote)
        }

        It 'does not split <_>' -ForEach @(
            '**加粗的 words**', '`code with blanks`', '[a link](https://example.com/a?b=c)', '<font color="warning">132 例</font>', '<@wangqing>'
        ) {
            $span = $_
            Send-WeComMarkdown (($span + ' ') * 500) -Robot $robot

            $parts = Remove-Mark (Get-ReceivedContent $simulator) "`n`n"
            $parts.Count | Should -BeGreaterThan 1
            $parts | ForEach-Object { $_.Replace($span, '').Trim() } | Should -BeExactly (@('') * $parts.Count)
            ($parts -join '').Replace(' ', '') | Should -BeExactly ($span.Replace(' ', '') * 500)
        }

        It 'can be the Markdown of a row that is longer than a message' {
            $objects = 'first', ('长' * 3000), 'last' | ForEach-Object { [pscustomobject]@{ Text = $_ } }
            $objects | ConvertTo-WeComMarkdown | Send-WeComMarkdown -V2 -NoPartMark -Robot $robot

            $all = -join (Get-ReceivedContent $simulator)
            $all -replace '[^长]' | Should -BeExactly ('长' * 3000)
            $all | Should -Match '(?s)first.*长.*last'
        }

        It 'gives its file the name of its first heading' {
            Send-WeComMarkdown "intro`n`n## 发布 2.4: done/ok`n`n$('长' * 2000)" -Overflow File -Robot $robot

            (Get-ReceivedMedia $simulator).displayName | Should -Match '^发布 2\.4.*done.ok\.md$'
        }
    }
}
