# -MaxRetry and -AtLeastOnce: which failures are retried, when, and what the user sees of it.
Describe 'A failure' {
    BeforeAll {
        Import-Module $PSScriptRoot/Simulator.psm1, $PSScriptRoot/Samples.psm1, $PSScriptRoot/Robots.psm1, $PSScriptRoot/State.psm1
        $null = Use-StateFolder
        Import-WeComRobot
        $simulator = Start-Simulator
        $socket = New-ClosedPort
    }

    AfterAll {
        $socket.Dispose()
        Stop-Simulator $simulator
        Restore-StateFolder
    }

    BeforeEach {
        Clear-Simulator $simulator
        $robot = Get-Webhook $simulator
    }

    It 'that may be temporary is retried, and the receipt counts the attempts: <What>' -ForEach @(
        @{ What = 'errcode -1'; Fault = @{ errcode = -1 } }
        @{ What = 'errcode 45033'; Fault = @{ errcode = 45033 } }
        @{ What = 'HTTP 429'; Fault = @{ status = 429 } }
        @{ What = 'HTTP 503 with Retry-After'; Fault = @{ status = 503; headers = @{ 'Retry-After' = '0' } } }
    ) {
        Add-Fault $simulator $Fault
        $receipt = Send-WeComText hi -Robot $robot -MaxRetry 3 -PassThru

        $receipt.Attempts | Should -Be 2
        (Get-Received $simulator).Payload.text.content | Should -Be hi
    }

    It 'because of a full window is retried when the window is open again' {
        Set-WeComRateLimit -Limit 20 -WindowSec 1.5 -Robot $robot
        Add-Fault $simulator @{ errcode = 45009 }
        $clock = [System.Diagnostics.Stopwatch]::StartNew()
        $receipt = Send-WeComText hi -Robot $robot -MaxRetry 1 -PassThru

        $receipt.Attempts | Should -Be 2
        $clock.Elapsed.TotalSeconds | Should -BeGreaterThan 1.5
        @(Get-Received $simulator).Count | Should -Be 1
    }

    It 'that is permanent is not retried: <What>' -ForEach @(
        @{ What = 'errcode 93000'; Fault = @{ errcode = 93000 }; Id = 'WeComWebhookRefused' }
        @{ What = 'errcode 40007'; Fault = @{ errcode = 40007 }; Id = 'WeComRefused' }
        @{ What = 'errcode 123456'; Fault = @{ errcode = 123456 }; Id = 'WeComRefused' }
        @{ What = 'HTTP 302'; Fault = @{ status = 302; headers = @{ Location = 'http://127.0.0.1:1/' } }; Id = 'WeComUnexpectedAnswer' }
        @{ What = 'HTTP 404'; Fault = @{ status = 404 }; Id = 'WeComUnexpectedAnswer' }
        @{ What = 'HTTP 407'; Fault = @{ status = 407 }; Id = 'WeComNotSent' }
        @{ What = 'HTML'; Fault = @{ body = '<html>sign in</html>' }; Id = 'WeComUnexpectedAnswer' }
    ) {
        # A retry would meet no fault and succeed
        Add-Fault $simulator $Fault
        $failure = Get-Failure { Send-WeComText hi -Robot $robot -MaxRetry 3 -AtLeastOnce }

        $failure.FullyQualifiedErrorId | Should -BeLike "$Id,*"
        Get-Received $simulator | Should -BeNullOrEmpty
    }

    Context 'after which the message may have arrived: <What>' -ForEach @(
        @{ What = 'the connection breaks'; Fault = @{ cut = 'after'; accept = $true } }
        @{ What = 'HTTP 500'; Fault = @{ status = 500; accept = $true } }
        @{ What = 'HTTP 502'; Fault = @{ status = 502; accept = $true } }
        @{ What = 'HTTP 503 without Retry-After'; Fault = @{ status = 503; accept = $true } }
        @{ What = 'an empty answer'; Fault = @{ status = 200; body = ''; accept = $true } }
        @{ What = 'half an answer'; Fault = @{ body = '{"errcode":'; accept = $true } }
    ) {
        It 'is posted once, and the error says that it may have arrived' {
            Add-Fault $simulator $Fault
            $failure = Get-Failure { Send-WeComText hi -Robot $robot -MaxRetry 3 }

            $failure.FullyQualifiedErrorId | Should -BeLike 'WeComOutcomeUnknown,*'
            $failure.Exception.Message | Should -BeLike '*may have arrived*'
            $failure.TargetObject | Should -BeOfType WeComRobot.Messages.TextMessage
            @(Get-Received $simulator).Count | Should -Be 1
        }

        It 'is posted again with -AtLeastOnce' {
            Add-Fault $simulator $Fault
            $receipt = Send-WeComText hi -Robot $robot -MaxRetry 1 -AtLeastOnce -PassThru

            $receipt.Attempts | Should -Be 2
            @(Get-Received $simulator).Count | Should -Be 2
        }
    }

    It 'of an upload is retried even if the outcome is unknown, as nobody sees a second upload' {
        Add-Fault $simulator @{ status = 500 }
        $media = Publish-WeComMedia (New-TestFile a.txt (1..6)) -Robot $robot -MaxRetry 1

        $media.MediaId | Should -Not -BeNullOrEmpty
        @(Get-ReceivedMedia $simulator).Count | Should -Be 1
    }

    It 'that persists causes an error that counts the attempts: <Attempts>' -ForEach @{ Retries = 0; Attempts = 1 }, @{ Retries = 1; Attempts = 2 } {
        Add-Fault $simulator (, @{ errcode = -1 } * $Attempts)
        $failure = @(Get-Failure { 'one', 'two' | Send-WeComText -Robot $robot -MaxRetry $Retries })

        $failure.Count | Should -Be 1
        $failure.FullyQualifiedErrorId | Should -BeLike 'WeComRefused,*'
        $failure.TargetObject.Text.Content | Should -Be one
        if ($Retries) { $failure.Exception.Message | Should -Match "\b$Attempts (times|tries)\b|\btwice\b" }
        (Get-Received $simulator).Payload.text.content | Should -Be two
    }

    It 'to connect reports the host, the attempts, and that nothing was sent' {
        $clock = [System.Diagnostics.Stopwatch]::StartNew()
        $said = [System.Collections.Generic.List[string]]::new()
        $failure = Get-Failure {
            Send-WeComText hi -Robot ($robot -replace ':\d+/', ":$($socket.LocalEndPoint.Port)/") -MaxRetry 2 -Verbose 4>&1 |
                ForEach-Object { $said.Add($_) }
        }

        $failure.FullyQualifiedErrorId | Should -BeLike 'WeComNotSent,*'
        $failure.CategoryInfo.Category | Should -Be ConnectionError
        $failure.Exception.Message | Should -Match '\b3 (times|tries)\b'
        # Each wait takes from half to the whole of 1 s and of 2 s
        $clock.Elapsed.TotalSeconds | Should -BeGreaterThan 1.5
        $waits = [double[]] ($said -match 'in [\d.]+ s\.$' -replace '.* in ([\d.]+) s\.$', '$1')
        $waits.Count | Should -Be 2
        $waits[0] + $waits[1] | Should -BeLessOrEqual 3
    }

    Context 'with Retry-After' {
        It 'is not retried earlier than requested: <Form>' -ForEach @(
            @{ Form = 'seconds'; Make = { '3' } }
            @{ Form = 'a date'; Make = { [DateTimeOffset]::UtcNow.AddSeconds(4).ToString('r') } }
        ) {
            # Before the date is made: a slow machine then only adds to what is measured
            $clock = [System.Diagnostics.Stopwatch]::StartNew()
            Add-Fault $simulator @{ status = 429; headers = @{ 'Retry-After' = & $Make } }
            $receipt = Send-WeComText hi -Robot $robot -MaxRetry 1 -PassThru

            $receipt.Attempts | Should -Be 2
            # A date has only whole seconds
            $clock.Elapsed.TotalSeconds | Should -BeGreaterThan 2.9
        }

        It 'of more than ten minutes is not waited for: the error says when to retry' {
            Add-Fault $simulator @{ status = 503; headers = @{ 'Retry-After' = '7200' } }
            $said = [System.Collections.Generic.List[string]]::new()
            $failure = Get-Failure { Send-WeComText hi -Robot $robot -MaxRetry 3 -Verbose 4>&1 | ForEach-Object { $said.Add($_) } }

            # A wait would be announced, and the second try would arrive
            $said | Should -Not -BeNullOrEmpty
            $said -match 'Attempt 2' | Should -BeNullOrEmpty
            Get-Received $simulator | Should -BeNullOrEmpty
            $failure.FullyQualifiedErrorId | Should -BeLike 'WeComRateLimited,*'
            $back = [datetime]::Now.AddHours(2)
            "$($failure.Exception.Message) $($failure.Exception.Remedy)" |
                Should -Match "$($back.ToString('HH:'))|$($back.ToUniversalTime().ToString('HH:'))|7200|2 h|120 min|02:00:00"
        }
    }

    Context 'while it waits for the retry' {
        It 'is shown: progress counts down, and verbose output says why' {
            Add-Fault $simulator @{ status = 429; headers = @{ 'Retry-After' = '2' } }
            $pipeline = New-Pipeline 'Send-WeComText hi -Robot $it -MaxRetry 1 -Verbose' $robot
            $null = $pipeline.Invoke()
            $progress = $pipeline.Streams.Progress.ReadAll()
            $verbose = $pipeline.Streams.Verbose.ReadAll()
            $pipeline.Dispose()

            $progress[0].SecondsRemaining | Should -BeIn (1..3)
            $progress[-1].RecordType | Should -Be Completed
            "$verbose" | Should -Match '429'
            @(Get-Received $simulator).Count | Should -Be 1
        }

        It 'can be canceled by Ctrl+C' {
            Add-Fault $simulator @{ status = 429; headers = @{ 'Retry-After' = '500' } }
            $pipeline = New-Pipeline 'Send-WeComText hi -Robot $it -MaxRetry 3' $robot
            $null = $pipeline.BeginInvoke()
            Wait-For { $pipeline.Streams.Progress.Count -ge 1 } | Should -BeTrue
            $stopping = $pipeline.BeginStop($null, $null)

            $stopping.AsyncWaitHandle.WaitOne(30000) | Should -BeTrue
            $pipeline.InvocationStateInfo.State | Should -Be Stopped
            $pipeline.Dispose()
            Get-Received $simulator | Should -BeNullOrEmpty
        }

        It 'keeps its turn: messages of other runspaces to the robot come after it' {
            Add-Fault $simulator @{ status = 429; headers = @{ 'Retry-After' = '2' } }
            $first = New-Pipeline 'Send-WeComText first -Robot $it -MaxRetry 1' $robot
            $running = $first.BeginInvoke()
            Wait-For { $first.Streams.Progress.Count -ge 1 } | Should -BeTrue
            Send-WeComText second -Robot $robot
            $null = $first.EndInvoke($running)
            $first.Dispose()

            (Get-Received $simulator).Payload.text.content | Should -Be first, second
        }
    }

    It 'of one part is retried, and no part is sent twice' {
        Add-Fault $simulator @{}, @{ errcode = -1 }
        $receipts = Send-WeComText ('word ' * 900) -Robot $robot -MaxRetry 1 -PassThru

        $receipts.Attempts | Should -Be 1, 2, 1
        (Get-Received $simulator).Payload.text.content | ForEach-Object { $_.Substring(0, 5) } | Should -Be '(1/3)', '(2/3)', '(3/3)'
    }

    It 'is retried from 0 to 100 times: -MaxRetry <_> is rejected' -ForEach -1, 101 {
        { Send-WeComText hi -Robot $robot -MaxRetry $_ } | Should -Throw -ErrorId 'ParameterArgumentValidationError,*'
    }

    It 'can be controlled by the parameters of each sender: <Name>' -ForEach @(
        'Text', 'Markdown', 'Image', 'News', 'File', 'Voice', 'Card', 'Message' | ForEach-Object { @{ Name = "Send-WeCom$_" } }
    ) {
        (Get-Command $Name).Parameters.Keys | Should -Contain MaxRetry
        (Get-Command $Name).Parameters.Keys | Should -Contain AtLeastOnce
        (Get-Command $Name).Parameters.Keys | Should -Contain OnFailure
    }
}
