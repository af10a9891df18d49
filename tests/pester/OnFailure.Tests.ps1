# -OnFailure and WECOM_ON_FAILURE decide what is kept when a message cannot be delivered, and what the user is told.
Describe 'A message that cannot be delivered' {
    BeforeAll {
        Import-Module $PSScriptRoot/Simulator.psm1, $PSScriptRoot/Samples.psm1, $PSScriptRoot/Robots.psm1, $PSScriptRoot/State.psm1
        $null = Use-StateFolder
        Import-WeComRobot
        $simulator = Start-Simulator
        $socket = New-ClosedPort
        $file = New-TestFile a.txt (1..6)
        $image = New-TestFile a.png (Get-Png)
        $voice = New-TestFile a.amr (Get-Amr 1)
        $article = New-WeComArticle title www.qq.com
        $card = New-WeComCard title -Action (New-WeComCardAction www.qq.com)
    }

    AfterAll {
        Unregister-WeComRobot ops, down -ErrorAction Ignore
        $socket.Dispose()
        Stop-Simulator $simulator
        Restore-StateFolder
    }

    BeforeEach {
        Remove-Item $env:WECOM_STATE_DIR -Recurse -ErrorAction Ignore
        $env:WECOM_ON_FAILURE = $null
        Clear-Simulator $simulator
        $robot = Get-Webhook $simulator
        Register-WeComRobot ops -Webhook $robot
        Register-WeComRobot down -Webhook ($robot -replace ':\d+/', ":$($socket.LocalEndPoint.Port)/")
    }

    It 'causes an error without -OnFailure, and nothing is kept' {
        $failure = Get-Failure { Send-WeComText hi -Robot down }

        $failure.FullyQualifiedErrorId | Should -BeLike 'WeComNotSent,*'
        Get-WeComOutbox | Should -BeNullOrEmpty
    }

    It 'is kept with -OnFailure Outbox: a warning says why and what to run, and the script continues' {
        $said = Send-WeComText hi -Robot down -OnFailure Outbox -WarningVariable warning -ErrorVariable failure 3> $null
        $success = $?

        $said, $failure | Should -BeNullOrEmpty
        $success | Should -BeTrue
        @($warning).Count | Should -Be 1
        "$warning" | Should -BeLike '*127.0.0.1*Send-WeComOutbox*'
        "$warning" | Should -Not -BeLike '*send again*' -Because 'that would make two of it'
        $item = Get-WeComOutbox
        $item.Robot, $item.State, $item.MessageType, $item.Attempts | Should -Be down, Pending, text, 1
        $item.Message.Text.Content | Should -Be hi
        $item.LastError | Should -Not -BeNullOrEmpty
    }

    It 'may have arrived if its answer cannot be read, and the outbox has the reason' {
        Add-Fault $simulator @{ body = 'not gzip'; headers = @{ 'Content-Encoding' = 'gzip' } }
        'one', 'two' | Send-WeComText -Robot ops -OnFailure Outbox -WarningVariable warning 3> $null

        "$warning" | Should -BeLike '*gzip*'
        $item = Get-WeComOutbox
        $item.State, $item.Message.Text.Content | Should -Be Unknown, one
        $item.LastError | Should -BeLike '*gzip*may have arrived*'
        (Get-Received $simulator).Payload.text.content | Should -Be two
    }

    It 'does not end a script that errors would end' {
        { $ErrorActionPreference = 'Stop'; Send-WeComText hi -Robot down -OnFailure Outbox 3> $null } | Should -Not -Throw
    }

    It 'does not stop the next input' {
        Add-Fault $simulator @{ errcode = -1 }
        $receipts = 'one', 'two' | Send-WeComText -Robot ops -OnFailure Outbox -PassThru 3> $null

        @($receipts).Count | Should -Be 1
        (Get-Received $simulator).Payload.text.content | Should -Be two
        (Get-WeComOutbox).Message.Text.Content | Should -Be one
    }

    It 'leaves nothing in the outbox once it is delivered' {
        $receipt = Send-WeComText hi -Robot ops -OnFailure Outbox -PassThru -WarningVariable warning

        $warning | Should -BeNullOrEmpty
        $receipt.MessageType | Should -Be text
        Get-WeComOutbox | Should -BeNullOrEmpty
        Get-OutboxFile *.json | Should -BeNullOrEmpty
    }

    It 'is kept for one robot although another accepts it' {
        Send-WeComText hi -Robot down, ops -OnFailure Outbox 3> $null

        (Get-Received $simulator).Payload.text.content | Should -Be hi
        (Get-WeComOutbox).Robot | Should -Be down
    }

    It 'is tried as often as -MaxRetry says before it is kept' {
        Add-Fault $simulator @{ errcode = -1 }, @{ errcode = -1 }
        Send-WeComText hi -Robot ops -OnFailure Outbox -MaxRetry 1 3> $null

        (Get-WeComOutbox).LastError | Should -BeLike '*2 times*'
        Send-WeComText hi -Robot ops
        @(Get-Received $simulator).Count | Should -Be 1
    }

    Context 'with the variable WECOM_ON_FAILURE' {
        It 'is kept if the variable is <_>' -ForEach 'Outbox', 'outbox' {
            $env:WECOM_ON_FAILURE = $_
            Send-WeComText hi -Robot down 3> $null

            (Get-WeComOutbox).State | Should -Be Pending
        }

        It 'causes an error if the parameter says so' {
            $env:WECOM_ON_FAILURE = 'Outbox'
            $failure = Get-Failure { Send-WeComText hi -Robot down -OnFailure Error }

            $failure.FullyQualifiedErrorId | Should -BeLike 'WeComNotSent,*'
            Get-WeComOutbox | Should -BeNullOrEmpty
        }

        It 'causes an error if the variable is <_>, and a warning lists the valid values' -ForEach 'Otbox', '2' {
            $env:WECOM_ON_FAILURE = $_
            $failure = Get-Failure { Send-WeComText hi -Robot down -WarningVariable warning -WarningAction Ignore; "$warning" | Should -BeLike '*WECOM_ON_FAILURE*Outbox*' }

            $failure.FullyQualifiedErrorId | Should -BeLike 'WeComNotSent,*'
            Get-WeComOutbox | Should -BeNullOrEmpty
        }

        It 'causes one warning for all inputs if the variable is invalid' {
            $env:WECOM_ON_FAILURE = 'Otbox'
            'hi', 'ho' | Send-WeComText -Robot down -WarningVariable warning -WarningAction Ignore -ErrorAction SilentlyContinue

            @($warning).Count | Should -Be 1
        }

        It 'causes an error if the variable is <_>' -ForEach 'Error', '' {
            $env:WECOM_ON_FAILURE = $_
            $failure = Get-Failure { Send-WeComText hi -Robot down }

            $failure.FullyQualifiedErrorId | Should -BeLike 'WeComNotSent,*'
        }
    }

    Context 'because of <What>' -ForEach @(
        @{ What = 'errcode -1'; Fault = @{ errcode = -1 }; State = 'Pending' }
        @{ What = 'errcode 45009'; Fault = @{ errcode = 45009 }; State = 'Pending' }
        @{ What = 'errcode 45033'; Fault = @{ errcode = 45033 }; State = 'Pending' }
        @{ What = 'errcode 93000'; Fault = @{ errcode = 93000 }; State = 'Pending' }
        @{ What = 'HTTP 302'; Fault = @{ status = 302; headers = @{ Location = 'http://127.0.0.1:1/' } }; State = 'Pending' }
        @{ What = 'HTTP 404'; Fault = @{ status = 404 }; State = 'Pending' }
        @{ What = 'HTTP 407'; Fault = @{ status = 407 }; State = 'Pending' }
        @{ What = 'HTTP 429'; Fault = @{ status = 429 }; State = 'Pending' }
        @{ What = 'HTTP 503 with a long Retry-After'; Fault = @{ status = 503; headers = @{ 'Retry-After' = '7200' } }; State = 'Pending' }
        @{ What = 'a page instead of an answer'; Fault = @{ body = '<html>' }; State = 'Pending' }
        @{ What = 'HTTP 500'; Fault = @{ status = 500 }; State = 'Unknown' }
        @{ What = 'a broken connection'; Fault = @{ cut = 'after' }; State = 'Unknown' }
        @{ What = 'an empty answer'; Fault = @{ status = 200; body = '' }; State = 'Unknown' }
    ) {
        It 'is kept as <State>' {
            Add-Fault $simulator $Fault
            $said = Send-WeComText hi -Robot ops -OnFailure Outbox -PassThru -WarningVariable warning -ErrorVariable failure 3> $null

            $said, $failure | Should -BeNullOrEmpty
            (Get-WeComOutbox).State | Should -Be $State
            "$warning" | Should -BeLike '*Send-WeComOutbox*'
            if ($State -eq 'Unknown') { "$warning" | Should -BeLike '*may have arrived*' }
        }
    }

    It 'because the service refuses it, or because it breaks a rule, causes an error and is not kept: <What>' -ForEach @(
        @{ What = 'errcode 123456'; Fault = @{ errcode = 123456 }; Content = 'hi'; Id = 'WeComRefused' }
        @{ What = 'errcode 40007'; Fault = @{ errcode = 40007 }; Content = 'hi'; Id = 'WeComRefused' }
        @{ What = 'no content'; Content = ''; Id = 'WeComInvalidMessage' }
        @{ What = 'too many parts'; Content = 'x ' * 20000; Id = 'WeComContentTooLong' }
    ) {
        if ($Fault) { Add-Fault $simulator $Fault }
        $failure = Get-Failure { Send-WeComText $Content -Robot ops -OnFailure Outbox }

        $failure.FullyQualifiedErrorId | Should -BeLike "$Id,*"
        Get-WeComOutbox | Should -BeNullOrEmpty
        Get-OutboxFile | Where-Object { $_ -notlike '*lock*' } | Should -BeNullOrEmpty
    }

    It 'in parts keeps the parts that did not arrive, in order' {
        Add-Fault $simulator @{}, @{ errcode = -1 }
        $receipts = Send-WeComText ('word ' * 900) -Robot ops -OnFailure Outbox -PassThru 3> $null

        @($receipts).Count | Should -Be 1
        (Get-Received $simulator).Payload.text.content | Should -BeLike '(1/3)*'
        (Get-WeComOutbox).Message.Text.Content | ForEach-Object { $_.Substring(0, 5) } | Should -Be '(2/3)', '(3/3)'
    }

    It 'in parts has an unknown second part: the third waits with it for the user' {
        Add-Fault $simulator @{}, @{ status = 500 }
        Send-WeComText ('word ' * 900) -Robot ops -OnFailure Outbox 3> $null

        (Get-WeComOutbox).State | Should -Be Unknown, Unknown
    }

    It 'is kept by each sender: <Call>' -ForEach @(
        @{ Call = 'Send-WeComText hi'; Type = 'text' }
        @{ Call = 'Send-WeComMarkdown hi'; Type = 'markdown' }
        @{ Call = 'Send-WeComMarkdown hi -V2'; Type = 'markdown_v2' }
        @{ Call = 'Send-WeComImage $image'; Type = 'image' }
        @{ Call = '$article | Send-WeComNews'; Type = 'news' }
        @{ Call = 'Send-WeComFile $file'; Type = 'file' }
        @{ Call = 'Send-WeComFile -Media some-id'; Type = 'file' }
        @{ Call = 'Send-WeComVoice $voice'; Type = 'voice' }
        @{ Call = 'Send-WeComCard $card'; Type = 'template_card' }
        @{ Call = 'Send-WeComMessage @{ msgtype = "text"; text = @{ content = "hi" } }'; Type = 'text' }
        @{ Call = '"a", "b" | Send-WeComText -Join'; Type = 'text' }
    ) {
        & ([scriptblock]::Create("$Call -Robot down -OnFailure Outbox")) 3> $null
        $kept = Get-WeComOutbox
        $kept.State, $kept.MessageType | Should -Be Pending, $Type

        Register-WeComRobot down -Webhook $robot
        if ($Call -like '*some-id') { return }
        Send-WeComOutbox
        (Get-Received $simulator).msgtype | Should -Be $Type
        Get-WeComOutbox | Should -BeNullOrEmpty
    }

    Context 'with a file' {
        It 'keeps a copy of the bytes, independent of later changes to the file' {
            $path = New-TestFile '日报.txt' ([System.Text.Encoding]::UTF8.GetBytes('as it was'))
            Send-WeComFile $path -Robot down -OnFailure Outbox 3> $null
            Remove-Item $path
            $kept = Get-WeComOutbox
            Register-WeComRobot down -Webhook $robot
            Send-WeComOutbox

            $kept.Media | Should -Be '日报.txt'
            $media = Get-ReceivedMedia $simulator
            $media.displayName, $media.size | Should -Be '日报.txt', 9
            (Get-Received $simulator).media.media_id | Should -Be $media.media_id
            Get-OutboxFile *.media | Should -BeNullOrEmpty
        }

        It 'keeps text and file of -Overflow File' {
            $long = 'line ' * 1000
            Send-WeComText $long -Overflow File -FileName all.txt -Robot down -OnFailure Outbox 3> $null
            (Get-WeComOutbox).MessageType | Should -Be text, file
            Register-WeComRobot down -Webhook $robot
            Send-WeComOutbox

            (Get-Received $simulator).msgtype | Should -Be text, file
            (Get-ReceivedMedia $simulator).size | Should -Be 5000
        }
    }

    Context 'to a robot without a name' {
        It 'is rejected before anything is posted or kept: <What>' -ForEach @(
            @{ What = 'a URL'; Make = { $robot } }
            @{ What = 'a URI'; Make = { [uri] $robot } }
            @{ What = 'a SecureString'; Make = { ConvertTo-SecureString $robot -AsPlainText } }
            @{ What = 'WECOM_ROBOT'; Make = { $env:WECOM_ROBOT = $robot } }
        ) {
            $given = & $Make
            $more = $given ? @{ Robot = $given } : @{}
            $failure = Get-Failure { Send-WeComText hi -OnFailure Outbox @more }
            $env:WECOM_ROBOT = $null

            $failure.FullyQualifiedErrorId | Should -BeExactly 'WeComOutboxNeedsName,WeComRobot.Commands.SendWeComTextCommand'
            "$($failure.Exception.Message) $($failure.Exception.Remedy)" | Should -BeLike '*Register-WeComRobot*'
            $failure.TargetObject | Should -BeOfType WeComRobot.Messages.TextMessage
            Get-Received $simulator | Should -BeNullOrEmpty
            Get-WeComOutbox | Should -BeNullOrEmpty
        }

        It 'is kept if WECOM_ROBOT, the default robot or Get-WeComRobot provides the name: <What>' -ForEach @(
            @{ What = 'WECOM_ROBOT'; Do = { $env:WECOM_ROBOT = 'down'; Send-WeComText hi -OnFailure Outbox; $env:WECOM_ROBOT = $null } }
            @{ What = 'the default'; Do = { Register-WeComRobot down -Webhook "http://$($socket.LocalEndPoint)/send?key=$(New-Guid)" -Default; Send-WeComText hi -OnFailure Outbox } }
            @{ What = 'Get-WeComRobot'; Do = { Send-WeComText hi -OnFailure Outbox -Robot (Get-WeComRobot down) } }
            @{ What = 'another case'; Do = { Send-WeComText hi -OnFailure Outbox -Robot DOWN } }
        ) {
            & $Do 3> $null

            (Get-WeComOutbox).Robot | Should -Be down
        }
    }

    It 'is not posted if the outbox cannot be written, and the error says what to do' {
        $null = New-Item $env:WECOM_STATE_DIR -ItemType Directory
        Set-Content $env:WECOM_STATE_DIR/outbox 'a file in its place'
        $failure = Get-Failure { Send-WeComText hi -Robot ops -OnFailure Outbox }

        $failure.FullyQualifiedErrorId | Should -BeExactly 'WeComOutboxUnwritable,WeComRobot.Commands.SendWeComTextCommand'
        $failure.Exception.Message | Should -BeLike "*$(Join-Path $env:WECOM_STATE_DIR outbox)*"
        Get-Received $simulator | Should -BeNullOrEmpty
    }

    It 'is kept when Ctrl+C ends <What>' -ForEach @(
        @{ What = 'the wait for another try'; Fault = @{ status = 429; headers = @{ 'Retry-After' = '300' } }; State = 'Pending' }
        @{ What = 'its post'; Fault = @{ delayMs = 60000 }; State = 'Unknown' }
    ) {
        Add-Fault $simulator $Fault
        $pipeline = New-Pipeline 'Send-WeComText hi -Robot ops -OnFailure Outbox -MaxRetry 1'
        $null = $pipeline.BeginInvoke()
        Wait-For { $pipeline.Streams.Progress.Count -ge 1 -or (Get-Received $simulator) } | Should -BeTrue
        $pipeline.Stop()
        $pipeline.Dispose()

        # The prompt returns at once, and the post ends in the background
        Wait-For { (Get-WeComOutbox).State -ne 'Sending' } | Should -BeTrue
        (Get-WeComOutbox).State | Should -Be $State
    }

    It 'is neither sent nor kept with -WhatIf' {
        Send-WeComText hi -Robot down -OnFailure Outbox -WhatIf

        Get-WeComOutbox | Should -BeNullOrEmpty
    }

    It 'is readable by its user only, if the folder did not exist' -Skip:$IsWindows {
        Send-WeComText hi -Robot down -OnFailure Outbox 3> $null

        Get-Mode $env:WECOM_STATE_DIR | Should -Be 700
        Get-ChildItem $env:WECOM_STATE_DIR -Recurse -File | ForEach-Object { Get-Mode $_.FullName } | Sort-Object -Unique | Should -Be 600
    }

    It 'is readable by those who have access to the folder, if that is shared' -Skip:$IsWindows {
        $null = New-Item $env:WECOM_STATE_DIR -ItemType Directory
        chmod 770 $env:WECOM_STATE_DIR
        Send-WeComText hi -Robot down -OnFailure Outbox 3> $null

        Get-ChildItem $env:WECOM_STATE_DIR -Recurse -File | ForEach-Object { Get-Mode $_.FullName } | Sort-Object -Unique | Should -Be 660
    }
}
