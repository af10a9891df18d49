Describe 'Send-WeComAlert' {
    BeforeAll {
        Import-Module $PSScriptRoot/Simulator.psm1, $PSScriptRoot/Samples.psm1, $PSScriptRoot/Robots.psm1, $PSScriptRoot/State.psm1
        $null = Use-StateFolder
        Import-WeComRobot
        $simulator = Start-Simulator
        $hour = New-TimeSpan -Hours 1

        # The lines of each markdown message, without host and time
        function Get-Told { (Get-Received $simulator).Payload.markdown.content | ForEach-Object { $_ -replace '\n> (Host|Time): .*' -split "`n" } }
    }

    AfterAll {
        Unregister-WeComRobot ops, dev -ErrorAction Ignore
        Stop-Simulator $simulator
        Restore-StateFolder
    }

    BeforeEach {
        Remove-Item $env:WECOM_STATE_DIR -Recurse -ErrorAction Ignore
        Clear-Simulator $simulator
        $robot = Get-Webhook $simulator
        Register-WeComRobot ops -Webhook $robot -Default
    }

    Context 'during the life of an alert' {
        It 'tells the group at once: what, how grave, where, when, and where to look' {
            Send-WeComAlert 'Disk full' 'C: has **1 GB** left' -Url https://example.com *>&1 | Should -BeNullOrEmpty

            $lines = (Get-Received $simulator).Payload.markdown.content -split "`n"
            $lines[0] | Should -BeExactly '🟠 <font color="warning">**Warning: Disk full**</font>'
            $lines[1] | Should -BeExactly "> Host: $([Environment]::MachineName)"
            $lines[2] | Should -Match '^> Time: \d{4}-\d\d-\d\d \d\d:\d\d:\d\d$'
            $lines[3..5] | Should -BeExactly '', 'C: has **1 GB** left', '[Details](https://example.com)'
        }

        It 'shows <Severity> by sign, word and colour' -ForEach @(
            @{ Severity = 'Critical'; Shown = '🔴 <font color="warning">**Critical: x**</font>' }
            @{ Severity = 'Warning'; Shown = '🟠 <font color="warning">**Warning: x**</font>' }
            @{ Severity = 'Info'; Shown = '🔵 <font color="comment">**Info: x**</font>' }
        ) {
            Send-WeComAlert x -Severity $Severity
            Get-Told | Should -BeExactly $Shown
        }

        It 'only counts the same again, and says so in a receipt' {
            $receipts = 1..3 | ForEach-Object { Send-WeComAlert 'Disk full' -PassThru }

            "$($receipts.Status)", "$($receipts.ForEach('Count'))" | Should -Be 'Sent Suppressed Suppressed', '1 2 3'
            $receipts[2].Robot, $receipts[2].Key, "$($receipts[2].Severity)" | Should -Be ops, 'Disk full', Warning
            $receipts.Since | Sort-Object -Unique | Should -HaveCount 1
            $receipts[2].Next - $receipts[2].Since | Should -BeGreaterOrEqual $hour
            $receipts | Out-String | Should -Match 'Suppressed\s+Warning\s+3\s+\d\d-\d\d \d\d:\d\d\s+ops\s+Disk full'
            @(Get-Received $simulator).Count | Should -Be 1
        }

        It 'tells again after -RepeatAfter: how often, and since when' {
            1..4 | ForEach-Object { Send-WeComAlert x }
            Step-AlertTime $hour
            Clear-Simulator $simulator
            $since = (Get-WeComAlert).Since
            (Send-WeComAlert x -PassThru).Status | Should -Be Sent

            (Get-Told)[1] | Should -BeExactly "> Fired 5 times since $($since.ToString('yyyy-MM-dd HH:mm'))"
        }

        It 'takes how long from each call' {
            Send-WeComAlert x
            Step-AlertTime '00:10'
            (Send-WeComAlert x -RepeatAfter 00:20 -PassThru).Status | Should -Be Suppressed
            (Send-WeComAlert x -RepeatAfter 00:10 -PassThru).Status | Should -Be Sent
            (Send-WeComAlert x -RepeatAfter 0 -PassThru).Status | Should -Be Sent
        }

        It 'tells at once when it gets worse, and only then' {
            $receipts = 'Info', 'Warning', 'Critical', 'Info', 'Critical' | ForEach-Object { Send-WeComAlert x -Severity $_ -PassThru }

            "$($receipts.Status)" | Should -Be 'Sent Sent Sent Suppressed Suppressed'
        }

        It 'tells the end once, with how long and how often; it takes no other colour' {
            Send-WeComAlert x -Severity Critical
            Send-WeComAlert x
            Step-AlertTime '02:10'
            Clear-Simulator $simulator
            $since = (Get-WeComAlert).Since
            $receipts = 1, 2 | ForEach-Object { Send-WeComAlert x 'all is well' -Resolved -PassThru }

            "$($receipts.Status)", $receipts[0].Count, "$($receipts[0].Severity)" | Should -Be 'Resolved NotFiring', 2, Critical
            Get-Told | Should -BeExactly '🟢 <font color="info">**Resolved: x**</font>',
                "> Lasted 2 h 10 min, since $($since.ToString('yyyy-MM-dd HH:mm')); fired 2×", '', 'all is well'
            Get-WeComAlert | Should -BeNullOrEmpty
        }

        It 'tells no end of what has not fired' {
            $receipt = Send-WeComAlert x -Resolved -PassThru

            "$($receipt.Status)", $receipt.Count, $receipt.Since | Should -Be NotFiring, 0, $null
            Get-Received $simulator | Should -BeNullOrEmpty
        }

        It 'begins anew after the end' {
            Send-WeComAlert x
            Send-WeComAlert x -Resolved
            $receipt = Send-WeComAlert x -PassThru

            "$($receipt.Status)", $receipt.Count | Should -Be Sent, 1
        }

        It 'knows an alert by its key, in whatever case, or else by its title' {
            Send-WeComAlert 'Disk 95 % full' -Key disk
            (Send-WeComAlert 'Disk 96 % full' -Key DISK -PassThru).Status | Should -Be Suppressed
            (Send-WeComAlert Disk -PassThru).Status | Should -Be Suppressed
            (Send-WeComAlert 'Disk 97 % full' -PassThru).Status | Should -Be Sent
        }

        It 'counts with other processes' {
            Invoke-Process { param($robot) Register-WeComRobot ops -Webhook $robot; Send-WeComAlert x -Robot ops } $robot | Should -BeNullOrEmpty
            $receipt = Send-WeComAlert x -PassThru

            "$($receipt.Status)", $receipt.Count | Should -Be Suppressed, 2
        }
    }

    Context 'with mistakes' {
        It 'rejects <What>, and says what to do' -ForEach @(
            @{ What = 'an empty title'; Given = @{ Title = '  ' }; Says = '*title*empty*' }
            @{ What = 'a blank key'; Given = @{ Key = '  ' }; Says = '*key*blank*' }
            @{ What = 'a link without a scheme'; Given = @{ Url = 'example.com' }; Says = "*'example.com'*absolute http or https URL*" }
            @{ What = 'a link that runs a script'; Given = @{ Url = 'javascript:alert(1)' }; Says = '*absolute http or https URL*' }
            @{ What = 'everybody in Markdown'; Given = @{ MentionAll = $true }; Says = '*Use -As Text*' }
            @{ What = 'a number in Markdown'; Given = @{ MentionMobile = '13800001111' }; Says = '*Use -As Text*' }
            @{ What = 'mentions in a card'; Given = @{ As = 'Card'; Url = 'https://example.com'; Mention = 'lisi' }; Says = '*card mentions nobody*-As Text*' }
            @{ What = 'a card without a URL'; Given = @{ As = 'Card' }; Says = '*Give -Url*' }
        ) {
            $title = $Given.Title ?? 'x'
            $Given.Remove('Title')
            $failure = @(Get-Failure { Send-WeComAlert $title @Given })

            $failure.Count | Should -Be 1
            $failure.FullyQualifiedErrorId | Should -BeExactly 'WeComInvalidMessage,WeComRobot.Commands.SendWeComAlertCommand'
            "$failure" | Should -BeLike $Says
            Get-WeComAlert | Should -BeNullOrEmpty
        }

        It 'rejects <Name> <Value>, and says how to write a time' -ForEach @(
            @{ Name = 'RepeatAfter'; Value = 3600 }
            @{ Name = 'RepeatAfter'; Value = '91.00:00:00' }
            @{ Name = 'ExpiresAfter'; Value = 0 }
        ) {
            $arguments = @{ $Name = $Value }
            { Send-WeComAlert x @arguments } | Should -Throw -ErrorId 'ParameterArgumentValidationError,*' -ExpectedMessage "*'02:00:00'*"
        }

        It 'says that -RepeatAfter can be 0' {
            { Send-WeComAlert x -RepeatAfter -1 } | Should -Throw -ErrorId 'ParameterArgumentValidationError,*' -ExpectedMessage '*neither 0 nor*'
        }

        It 'refuses a link even if the alert would only be counted' {
            Send-WeComAlert x
            (Get-Failure { Send-WeComAlert x -Url example.com }).FullyQualifiedErrorId | Should -BeLike 'WeComInvalidMessage,*'
            (Get-WeComAlert).Count | Should -Be 1
        }

        It 'shortens a long key where it speaks of it, and keeps it whole' {
            $key = 'k' * 5000
            $said = Send-WeComAlert x -Key $key -Verbose 4>&1
            $text = Get-HostText { Send-WeComAlert $key -WhatIf; Clear-WeComAlert $key -WhatIf }

            "$said".Length, $text.Length | ForEach-Object { $_ | Should -BeLessThan 1200 }
            (Get-WeComAlert).Key | Should -BeExactly $key
        }

        It 'reports <Id>' -ForEach @(
            @{ Id = 'WeComRobotNotFound'; Given = { @{ Robot = 'nobody' } } }
            @{ Id = 'WeComOutboxNeedsName'; Given = { @{ Robot = $robot; OnFailure = 'Outbox' } } }
        ) {
            $arguments = & $Given
            (Get-Failure { Send-WeComAlert x @arguments }).FullyQualifiedErrorId | Should -BeLike "$Id,*"
            Get-WeComAlert | Should -BeNullOrEmpty
        }

        It 'does nothing with -WhatIf, and describes what it would do' {
            $text = Get-HostText { Send-WeComAlert x -WhatIf; Send-WeComAlert x -Resolved -WhatIf }

            $text | Should -BeLike "*What if:*'x' (Warning)*What if:*'x' is over*"
            Get-WeComAlert | Should -BeNullOrEmpty
            Get-Received $simulator | Should -BeNullOrEmpty
        }
    }

    Context 'to robots' {
        It 'tells each group, and counts for each' {
            Register-WeComRobot dev -Webhook (Get-Webhook $simulator)
            Send-WeComAlert x -Robot dev
            $receipts = Send-WeComAlert x -Robot ops, dev -PassThru

            "$($receipts.Robot)", "$($receipts.Status)" | Should -Be 'ops dev', 'Sent Suppressed'
        }

        It 'tells the others if one fails' {
            $failure = Get-Failure { Send-WeComAlert x -Robot nobody, ops }

            @($failure).Count | Should -Be 1
            @(Get-Received $simulator).Count | Should -Be 1
        }

        It 'shows a robot without a name by its address; the key is nowhere' {
            $receipt = Send-WeComAlert x -Robot $robot -PassThru
            $said = Send-WeComAlert x -Robot $robot -Verbose -Debug *>&1 | Out-String
            $files = Get-ChildItem $env:WECOM_STATE_DIR -Recurse -File
            $key = $robot.Split('=')[1]

            $receipt.Robot | Should -Be (Get-Address $robot)
            (Get-WeComAlert).Robot | Should -Be $receipt.Robot
            $said, ($files | Get-Content), $files.Name, ($receipt | ConvertTo-Json) | Should -Not -Match $key
            $files.Count | Should -BeGreaterThan 1
        }
    }

    It 'completes keys of what is firing' {
        Send-WeComAlert 'Disk full'
        Send-WeComAlert backup
        $line = 'Send-WeComAlert x -Resolved -Key '

        (TabExpansion2 $line $line.Length).CompletionMatches.CompletionText | Should -Be "'Disk full'", backup
        (TabExpansion2 "${line}DI" ($line.Length + 2)).CompletionMatches.CompletionText | Should -Be "'Disk full'"
    }
}
