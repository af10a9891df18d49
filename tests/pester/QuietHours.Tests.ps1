# In a robot's quiet hours, what is sent with -RespectQuietHours waits in the outbox until they are over.
Describe 'Quiet hours' {
    BeforeAll {
        Import-Module $PSScriptRoot/Simulator.psm1, $PSScriptRoot/Samples.psm1, $PSScriptRoot/Robots.psm1, $PSScriptRoot/State.psm1
        $null = Use-StateFolder
        Import-WeComRobot
        $simulator = Start-Simulator
        $file = New-TestFile a.txt (1..6)
        $image = New-TestFile a.png (Get-Png)
        $voice = New-TestFile a.amr (Get-Amr 1)
        $article = New-WeComArticle title www.qq.com
        $card = New-WeComCard title -Action (New-WeComCardAction www.qq.com)
        # It is quiet for hours yet, whatever time it is
        $end = [DateTimeOffset]::UtcNow.AddHours(6)
        $now = @{ QuietHours = '{0:HH:mm}-{1:HH:mm}' -f $end.AddHours(-7), $end; TimeZone = 'UTC' }
        $later = @{ QuietHours = '{0:HH:mm}-{1:HH:mm}' -f $end, $end.AddHours(1); TimeZone = 'UTC' }

        # Makes what waits due, as time would
        function Set-Due {
            foreach ($kept in Get-ChildItem $env:WECOM_STATE_DIR/outbox/*.json) {
                (Get-Content $kept -Raw) -replace '("NotBefore": )"[^"]+"', '$1"2025-01-01T00:00:00+00:00"' | Set-Content $kept
            }
        }
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
        Register-WeComRobot ops -Webhook $robot @now
    }

    Context 'when they are registered' {
        BeforeEach { Unregister-WeComRobot ops }

        It 'are rejected if they are <What>' -ForEach @(
            @{ What = 'no times'; Given = @{ QuietHours = '22:00-07:00', 'nights' }; Says = "*'nights'*22:00-07:00*Sat*Mon-Fri*" }
            @{ What = 'without an end'; Given = @{ QuietHours = 'Mon-Fri', 'Sat', 'Sun' }; Says = '*always*' }
            @{ What = 'in a zone that there is not'; Given = @{ QuietHours = 'Sat'; TimeZone = 'Mars/Olympus' }; Says = "*'Mars/Olympus'*Asia/Shanghai*" }
            @{ What = 'a zone alone'; Given = @{ TimeZone = 'UTC' }; Says = '*QuietHours*' }
        ) {
            $failure = Get-Failure { Register-WeComRobot ops -Webhook $robot @Given }

            $failure.FullyQualifiedErrorId | Should -BeLike 'WeComInvalidAddress,*'
            $failure.Exception.Message | Should -BeLike $Says
            Get-WeComRobot ops* | Should -BeNullOrEmpty
        }

        It 'are shown as they were given' {
            $given = Register-WeComRobot ops -Webhook $robot -QuietHours 22:00-07:00, Sat -TimeZone Europe/Berlin -PassThru

            $given.QuietHours, $given.TimeZone | Should -Be '22:00-07:00, Sat', Europe/Berlin
            Get-WeComRobot ops | Format-List | Out-String | Should -Match 'QuietHours *: 22:00-07:00, Sat\s+TimeZone *: Europe/Berlin'
        }

        It 'have a time zone that is completed, of which a part is enough' {
            $line = 'Register-WeComRobot ops -QuietHours Sat -TimeZone shangh'
            (TabExpansion2 $line $line.Length).CompletionMatches.CompletionText | Should -Contain Asia/Shanghai
        }
    }

    It 'keep a message: a warning says until when, and that Send-WeComOutbox delivers it' {
        $said = Send-WeComText hi -Robot ops -RespectQuietHours -PassThru -WarningVariable warning -ErrorVariable failure 3> $null

        $said, $failure | Should -BeNullOrEmpty
        @($warning).Count | Should -Be 1
        "$warning" | Should -BeLike "*'ops'*$('{0:yyyy-MM-dd HH:mm}' -f $end) +00:00*Send-WeComOutbox*"
        Get-Received $simulator | Should -BeNullOrEmpty
        $item = Get-WeComOutbox
        "$($item.State)", $item.Robot, $item.Attempts, $item.Message.Text.Content | Should -Be Pending, ops, 0, hi
        $item.LastError | Should -BeNullOrEmpty
        $item.ExpiresAt | Should -BeNullOrEmpty
        '{0:yyyy-MM-dd HH:mm}' -f $item.NotBefore.UtcDateTime | Should -Be ('{0:yyyy-MM-dd HH:mm}' -f $end)
    }

    It 'do not keep a message <What>' -ForEach @(
        @{ What = 'without -RespectQuietHours'; Make = { @{ Robot = 'ops' } } }
        @{ What = 'outside of them'; Make = { Register-WeComRobot ops -Webhook $robot @later; @{ Robot = 'ops'; RespectQuietHours = $true } } }
        @{ What = 'to a robot that has none'; Make = { Register-WeComRobot dev -Webhook $robot; @{ Robot = 'dev'; RespectQuietHours = $true } } }
        @{ What = 'to a webhook'; Make = { @{ Robot = $robot; RespectQuietHours = $true } } }
    ) {
        $given = & $Make
        Send-WeComText hi @given *>&1 | Should -BeNullOrEmpty

        Get-ReceivedText $simulator | Should -Be hi
        Get-WeComOutbox | Should -BeNullOrEmpty
    }

    It 'keep the message of one robot, and another gets it at once' {
        Register-WeComRobot dev -Webhook $robot
        Send-WeComText hi -Robot ops, dev -RespectQuietHours 3> $null

        @(Get-Received $simulator).Count | Should -Be 1
        (Get-WeComOutbox).Robot | Should -Be ops
    }

    It 'keep what each sender sends, until it is due: <Call>' -ForEach @(
        @{ Call = 'Send-WeComText hi'; Type = 'text' }
        @{ Call = 'Send-WeComMarkdown hi -V2'; Type = 'markdown_v2' }
        @{ Call = 'Send-WeComImage $image'; Type = 'image' }
        @{ Call = '$article | Send-WeComNews'; Type = 'news' }
        @{ Call = 'Send-WeComFile $file'; Type = 'file' }
        @{ Call = 'Send-WeComFile -Media some-id'; Type = 'file' }
        @{ Call = 'Send-WeComVoice $voice'; Type = 'voice' }
        @{ Call = 'Send-WeComCard $card'; Type = 'template_card' }
        @{ Call = 'Send-WeComMessage @{ msgtype = "text"; text = @{ content = "hi" } }'; Type = 'text' }
    ) {
        & ([scriptblock]::Create("$Call -Robot ops -RespectQuietHours")) 3> $null
        Get-Received $simulator | Should -BeNullOrEmpty
        Get-ReceivedMedia $simulator | Should -BeNullOrEmpty
        (Get-WeComOutbox).MessageType | Should -Be $Type

        if ($Call -like '*some-id') { return }
        Set-Due
        Send-WeComOutbox *>&1 | Should -BeNullOrEmpty
        (Get-Received $simulator).msgtype | Should -Be $Type
        Get-WeComOutbox | Should -BeNullOrEmpty
    }

    It 'keep nothing with -WhatIf, which says what would be done' {
        $text = Get-HostText { Send-WeComText hi -Robot ops -RespectQuietHours -WhatIf }

        $text | Should -BeLike "*What if:*text*after the quiet hours*$('{0:yyyy-MM-dd HH:mm}' -f $end)*"
        Get-WeComOutbox | Should -BeNullOrEmpty
    }

    It 'cause an error if the outbox cannot be written; nothing is sent' {
        $null = New-Item $env:WECOM_STATE_DIR -ItemType Directory
        Set-Content $env:WECOM_STATE_DIR/outbox 'a file'
        $failure = Get-Failure { Send-WeComText hi -Robot ops -RespectQuietHours }

        $failure.FullyQualifiedErrorId | Should -BeLike 'WeComOutboxUnwritable,*'
        Get-Received $simulator | Should -BeNullOrEmpty
    }

    Context 'while they last' {
        BeforeEach {
            'one', 'two' | Send-WeComText -Robot ops -RespectQuietHours 3> $null
        }

        It 'leave it in the outbox, and -Verbose says how many messages and until when' {
            $said = Send-WeComOutbox -Verbose *>&1

            Get-Received $simulator | Should -BeNullOrEmpty
            "$said" | Should -BeLike "*Messages to 'ops'*: 2.*$('{0:yyyy-MM-dd HH:mm}' -f $end) +00:00*"
            Get-WeComOutbox | Send-WeComOutbox *>&1 | Should -BeNullOrEmpty
            (Get-WeComOutbox).State | Should -Be Pending, Pending
        }

        It 'do not hold up what was sent later, and counts nothing as sent that waits' {
            $socket = New-ClosedPort
            Register-WeComRobot ops -Webhook "http://$($socket.LocalEndPoint)/cgi-bin/webhook/send?key=$(New-Guid)"
            Send-WeComText three -Robot ops -OnFailure Outbox -MaxRetry 0 3> $null
            $socket.Dispose()
            Register-WeComRobot ops -Webhook $robot @now
            $text = Get-HostText { Send-WeComOutbox -WhatIf }
            Send-WeComOutbox

            $text | Should -BeLike '*Send 1 message*'
            Get-ReceivedText $simulator | Should -Be three
        }

        It 'do not count with -Force' {
            Get-WeComOutbox | Select-Object -First 1 | Send-WeComOutbox -Force
            Get-ReceivedText $simulator | Should -Be one
            Send-WeComOutbox -Force *>&1 | Should -BeNullOrEmpty

            Get-ReceivedText $simulator | Should -Be one, two
        }

        It 'do not need the robot' {
            Unregister-WeComRobot ops
            Send-WeComOutbox *>&1 | Should -BeNullOrEmpty
        }

        It 'show in the table until when' {
            $shown = $end.ToLocalTime().ToString('MM-dd HH:mm', [cultureinfo]::InvariantCulture)
            Get-WeComOutbox | Out-String -Width 200 | Should -Match "NotBefore[\s\S]*text\s+$shown"
        }
    }
}
