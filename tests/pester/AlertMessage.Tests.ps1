# What a group reads of an alert: details, rows, links and mentions, as each type of message.
Describe 'The message of an alert' {
    BeforeAll {
        Import-Module $PSScriptRoot/Simulator.psm1, $PSScriptRoot/Samples.psm1, $PSScriptRoot/State.psm1
        $null = Use-StateFolder
        Import-WeComRobot
        $simulator = Start-Simulator

        # The lines of each markdown message, without host and time
        function Get-Told { (Get-Received $simulator).Payload.markdown.content | ForEach-Object { $_ -replace '\n> (Host|Time): .*' -split "`n" } }
    }

    AfterAll {
        Unregister-WeComRobot ops -ErrorAction Ignore
        Stop-Simulator $simulator
        Restore-StateFolder
    }

    BeforeEach {
        Remove-Item $env:WECOM_STATE_DIR -Recurse -ErrorAction Ignore
        Clear-Simulator $simulator
        Register-WeComRobot ops -Webhook (Get-Webhook $simulator) -Default
    }

    Context 'with details' {
        It 'makes one message of all lines of the pipeline' {
            1..3 | Send-WeComAlert x
            Get-Told | Should -BeExactly '🟠 <font color="warning">**Warning: x**</font>', '', 1, 2, 3
        }

        It 'shows a table as the shell does, as code' {
            [pscustomobject]@{ Name = 'web01'; Free = 3 } | Format-Table | Send-WeComAlert x
            (Get-Told)[2..4] | Should -BeExactly '`Name  Free`', '`----  ----`', '`web01    3`'
        }

        It 'is no alert if the pipeline has no output, which -Verbose says' {
            $said = @() | Send-WeComAlert x -PassThru -Verbose *>&1

            "$said" | Should -BeLike '*no output*'
            Get-WeComAlert | Should -BeNullOrEmpty
        }

        It 'tells the end even if the pipeline has no output' {
            Send-WeComAlert x
            (@() | Send-WeComAlert x -Resolved -PassThru).Status | Should -Be Resolved
        }

        It 'goes without what has no text, which is an error' {
            $failure = Get-Failure { Get-Process -Id $PID | Send-WeComAlert x }

            $failure.FullyQualifiedErrorId | Should -BeLike 'WeComInvalidMessage,*'
            Get-Told | Should -BeExactly '🟠 <font color="warning">**Warning: x**</font>'
        }

        It 'says once for each type what has no text' {
            $failures = Get-Failure { (Get-Process | Select-Object -First 3), (Get-Item $PSScriptRoot), (Get-Item $PSScriptRoot) | Write-Output | Send-WeComAlert x }

            @($failures).Count | Should -Be 2
            "$failures" | Should -BeLike '*Process*DirectoryInfo*'
        }

        It 'has rows from <What>' -ForEach @(
            @{ What = 'a hashtable'; Field = { [ordered]@{ Disk = '/data'; Free = '3 %' } } }
            @{ What = 'New-WeComCardField'; Field = { (New-WeComCardField Disk /data), (New-WeComCardField Free '3 %') } }
        ) {
            Send-WeComAlert x -Field (& $Field)
            (Get-Told)[1, 2] | Should -BeExactly '> Disk: /data', '> Free: 3 %'
        }

        It 'goes with a file if they are too long' {
            Send-WeComAlert x ("0123456789`n" * 600)
            (Get-Received $simulator).msgtype | Should -Be markdown, file
        }

        It 'shows text that is not Markdown as it is' {
            Send-WeComAlert 'a*b*_c_' -Field @{ 'x*' = '[y](z)' }
            (Get-Told)[0, 1] | Should -BeExactly '🟠 <font color="warning">**Warning: a\*b\*\_c\_**</font>', '> x\*: \[y](z)'
        }
    }

    Context 'as another type' {
        It 'sends text' {
            Send-WeComAlert x details -As Text -Url https://example.com -Field @{ Disk = '/data' }
            $lines = (Get-ReceivedText $simulator) -split "`n"

            $lines[0] | Should -BeExactly '🟠 Warning: x'
            $lines[3..5] | Should -BeExactly 'Disk: /data', 'details', 'https://example.com'
        }

        It 'sends a card' {
            Send-WeComAlert x details -As Card -Url https://example.com -Field @{ Disk = '/data' } -Severity Critical
            $card = (Get-Received $simulator).Payload.template_card

            $card.card_type, $card.source.desc, $card.source.desc_color | Should -BeExactly text_notice, '🔴 Critical', 2
            $card.main_title.title, $card.sub_title_text, $card.card_action.url | Should -BeExactly x, details, https://example.com
            $card.horizontal_content_list.value | Should -BeExactly /data
        }

        It 'has all rows in a card, whatever room it has' {
            $rows = 1..8 | ForEach-Object { New-WeComCardField "r$_" "$_" }
            Send-WeComAlert x details -As Card -Url https://example.com -Field $rows -Severity Critical *>&1 | Should -BeNullOrEmpty
            $card = (Get-Received $simulator).Payload.template_card

            $card.horizontal_content_list.keyname | Should -Be r1, r2, r3, r4, r5, r6
            $card.sub_title_text | Should -BeExactly "r7: 7`nr8: 8`ndetails"
        }
    }

    Context 'with members to mention' {
        It 'mentions them when it is critical' {
            Send-WeComAlert x -Mention lisi
            Send-WeComAlert x -Mention lisi -Severity Critical
            Send-WeComAlert x -Mention lisi -Resolved

            (Get-Received $simulator).Payload.markdown.content -like '*<@lisi>*' | Should -HaveCount 1
            (Get-Received $simulator)[1].Payload.markdown.content | Should -BeLike '*<@lisi>*'
        }

        It 'mentions them from -MentionFrom on' {
            Send-WeComAlert x -Mention lisi -Severity Info -MentionFrom Warning
            Send-WeComAlert x -Mention lisi -MentionFrom Warning

            (Get-Received $simulator).Payload.markdown.content -like '*<@lisi>*' | Should -HaveCount 1
        }

        It 'mentions them below the rows, not in the last of them' {
            Send-WeComAlert x -Mention lisi -Severity Critical
            (Get-Told)[-2, -1] | Should -BeExactly '', '<@lisi>'
        }

        It 'warns of everybody in Markdown, and names a way that the cmdlet has' {
            Send-WeComAlert x '<@all>' 3>&1 | Should -BeLike '*Send-WeComAlert -As Text*'
        }

        It 'mentions everybody, and by number, in text' {
            Send-WeComAlert x -As Text -MentionAll -MentionMobile 13800001111 -Severity Critical
            $text = (Get-Received $simulator).Payload.text

            $text.mentioned_list, $text.mentioned_mobile_list | Should -Be '@all', 13800001111
        }
    }
}
