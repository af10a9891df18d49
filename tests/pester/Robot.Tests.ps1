Describe 'The robot' {
    BeforeAll {
        Import-Module $PSScriptRoot/Simulator.psm1, $PSScriptRoot/Samples.psm1, $PSScriptRoot/Robots.psm1
        $outside = $env:WECOM_ROBOT, $env:XDG_DATA_HOME
        $null = Use-DataFolder
        Import-WeComRobot
        $simulator = Start-Simulator
        $file = New-TestFile a.txt (1..6)
        $official = 'https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key='
    }

    AfterAll {
        $env:WECOM_ROBOT, $env:XDG_DATA_HOME = $outside
        Stop-Simulator $simulator
    }

    BeforeEach {
        $env:WECOM_ROBOT = $null
        Unregister-WeComRobot *
        Clear-Simulator $simulator
        $robot = Get-Webhook $simulator
    }

    Context 'given as' {
        It 'a <_>' -ForEach 'string', 'uri', 'securestring' {
            $given = $_ -eq 'securestring' ? (ConvertTo-SecureString $robot -AsPlainText) : $robot -as ($_ -as [type])
            Send-WeComText hi -Robot $given

            (Get-Received $simulator).key | Should -BeExactly $robot.Split('=')[1]
        }

        It 'an environment variable' {
            $env:WECOM_ROBOT = $robot
            'hi' | Send-WeComText
            $null = Publish-WeComMedia $file

            (Get-Received $simulator).key | Should -BeExactly $robot.Split('=')[1]
            @(Get-ReceivedMedia $simulator).Count | Should -Be 1
        }

        It '-Robot, which takes precedence over the environment variable' {
            $env:WECOM_ROBOT = 'nonsense'
            Send-WeComText hi -Robot $robot

            @(Get-Received $simulator).Count | Should -Be 1
        }

        It 'a default parameter value for all cmdlets' {
            $PSDefaultParameterValues = @{ '*-WeCom*:Robot' = $robot }
            Send-WeComText hi
            Publish-WeComMedia $file | Send-WeComFile

            (Get-Received $simulator).msgtype | Should -Be text, file
        }

        It 'a bare key of the official service, as <_>' -ForEach 'text', 'SecureString', 'variable' {
            $key = [guid]::NewGuid().ToString()
            $arguments = switch ($_) {
                text { @{ Robot = $key } }
                SecureString { @{ Robot = ConvertTo-SecureString $key -AsPlainText } }
                variable { $env:WECOM_ROBOT = $key; @{} }
            }
            $text = Get-HostText { Send-WeComText hi @arguments -WhatIf }

            $text | Should -BeLike "*What if:*Send text message*$(Get-Address "$official$key")*"
        }

        It 'the official URL' {
            $key = [guid]::NewGuid().ToString()
            Get-HostText { Send-WeComText hi -Robot "$official$key" -WhatIf } |
                Should -BeLike "*$(Get-Address "$official$key")*"
        }
    }

    Context 'named' {
        It '<What> is found' -ForEach @(
            @{ What = 'by -Robot, before the default and the variable'; Run = { Send-WeComText hi -Robot named }; Expected = 'named' }
            @{ What = 'as the default, before the variable'; Run = { Send-WeComText hi }; Expected = 'default' }
            @{ What = 'in the variable, if there is no default'; Run = { Unregister-WeComRobot default; Send-WeComText hi }; Expected = 'variable' }
            @{ What = 'in another case'; Run = { Send-WeComText hi -Robot NAMED }; Expected = 'named' }
            @{ What = 'in a SecureString'; Run = { Send-WeComText hi -Robot (ConvertTo-SecureString named -AsPlainText) }; Expected = 'named' }
            @{ What = 'by an object of Get-WeComRobot'; Run = { Send-WeComText hi -Robot (Get-WeComRobot named) }; Expected = 'named' }
            @{ What = 'by default, for an upload'; Run = { Publish-WeComMedia $file | Send-WeComFile }; Expected = 'default' }
        ) {
            $env:WECOM_ROBOT = 'variable'
            $keys = @{}
            foreach ($name in 'named', 'default', 'variable') {
                $webhook = Get-Webhook $simulator
                $keys[$name] = $webhook.Split('=')[1]
                Register-WeComRobot $name -Webhook $webhook -Default:($name -eq 'default')
            }

            & $Run

            (Get-Received $simulator).key | Should -BeExactly $keys[$Expected]
        }

        It 'in the environment variable can be a <What>' -ForEach @(
            @{ What = 'name'; Value = { 'ops' }; Expected = { $robot } }
            @{ What = 'URL'; Value = { $robot }; Expected = { $robot } }
            @{ What = 'key'; Value = { $robot.Split('=')[1] }; Expected = { $official + $robot.Split('=')[1] } }
        ) {
            Register-WeComRobot ops -Webhook $robot
            $env:WECOM_ROBOT = & $Value
            $text = Get-HostText { Send-WeComText hi -WhatIf }

            $text | Should -BeLike "*What if:*$(Get-Address (& $Expected))*"
        }

        It 'causes an error if the name is unknown, given by <What>' -ForEach @(
            @{ What = '-Robot'; Run = { Send-WeComText hi -Robot nobody } }
            @{ What = 'an upload''s -Robot'; Run = { Publish-WeComMedia $file -Robot nobody } }
            @{ What = 'a file''s -Robot'; Run = { Send-WeComFile $file -Robot nobody } }
            @{ What = 'the variable'; Run = { $env:WECOM_ROBOT = 'nobody'; Send-WeComText hi } }
            @{ What = 'an object whose robot has gone'; Run = { Register-WeComRobot nobody -Webhook $robot; $gone = Get-WeComRobot nobody; Unregister-WeComRobot nobody; Send-WeComText hi -Robot $gone } }
        ) {
            Register-WeComRobot ops -Webhook $robot
            Register-WeComRobot dev -SecretName never-read
            $failure = Get-Failure $Run

            $failure.FullyQualifiedErrorId | Should -BeLike 'WeComRobotNotFound,*'
            $failure.CategoryInfo.Category | Should -Be ObjectNotFound
            $failure.Exception.Message | Should -BeLike "There is no robot 'nobody'. Registered robots: dev, ops.*"
        }

        It 'causes an error that says so if no robot is registered' {
            (Get-Failure { Send-WeComText hi -Robot nobody }).Exception.Message | Should -BeLike "*'nobody'*No robot is registered.*"
        }

        It 'is not shown if the name could be a mistyped key: <_>' -ForEach @(
            'a1b2c3d4-0000-1111-2222-33334444555', 'a1b2c3d4-0000-1111-2222-3333444455556', 'a1b2c3d4000011112222333344445555', 'xa1b2c3d4-0000-1111-2222-333344445555'
        ) {
            $failure = Get-Failure { Send-WeComText hi -Robot $_ }

            $failure.FullyQualifiedErrorId | Should -BeLike 'WeComRobotNotFound,*'
            $failure.Exception.Message | Should -Match '\*\*\*'
            $failure | Format-List * -Force | Out-String | Should -Not -Match '333344445|a1b2c3d4'
        }
    }

    Context 'and others' {
        BeforeEach {
            $second, $third = (Get-Webhook $simulator), (Get-Webhook $simulator)
            Register-WeComRobot ops -Webhook $robot
            Register-WeComRobot dev -Webhook $third
        }

        It 'given in all ways at once get the message in their order' {
            $key = (Get-Webhook $simulator).Split('=')[1]
            Register-WeComRobot night -Webhook $key -BaseUri $simulator.Base
            $receipts = Send-WeComText hi -Robot ops, $second, (ConvertTo-SecureString $third -AsPlainText), (Get-WeComRobot night) -PassThru

            $expected = ($robot, $second, $third).ForEach{ $_.Split('=')[1] } + $key
            (Get-Received $simulator).key | Should -Be $expected
            @($receipts).Count | Should -Be 4
            $receipts.Robot | Sort-Object -Unique | Should -HaveCount 4
        }

        It 'given as output of Get-WeComRobot get it' {
            Send-WeComText hi -Robot (Get-WeComRobot)

            (Get-Received $simulator).key | Should -Be $third.Split('=')[1], $robot.Split('=')[1]
        }

        It 'all get a message before the next one is sent' {
            'one', 'two' | Send-WeComText -Robot ops, dev

            $received = Get-Received $simulator
            $received.Payload.text.content | Should -Be one, one, two, two
            $received.key | Should -Be (@($robot.Split('=')[1], $third.Split('=')[1]) * 2)
        }

        It 'get it although <What>, which causes one error' -ForEach @(
            @{ What = 'one is unknown'; Bad = { 'nobody' }; Id = 'WeComRobotNotFound' }
            @{ What = 'one is no address'; Bad = { 'https://' }; Id = 'WeComInvalidAddress' }
            @{ What = 'one is refused'; Bad = { $second -replace '=.*', "=$(New-Guid)" }; Id = 'WeComWebhookRefused' }
            @{ What = 'one is nothing'; Bad = { $null }; Id = 'WeComInvalidAddress' }
        ) {
            $failure = Get-Failure { Send-WeComText hi -Robot ops, (& $Bad), dev }

            $failure.FullyQualifiedErrorId | Should -BeExactly "$Id,WeComRobot.Commands.SendWeComTextCommand"
            $failure.TargetObject.Text.Content | Should -BeExactly hi
            (Get-Received $simulator).key | Should -Be $robot.Split('=')[1], $third.Split('=')[1]
        }

        It 'get it although one fails between two parts' {
            Add-Fault $simulator @{}, @{ errcode = -1 }
            $failure = Get-Failure { Send-WeComText ('x' * 3000) -Robot ops, dev }

            @($failure).Count | Should -Be 1
            (Get-Received $simulator).key | Group-Object | ForEach-Object Count | Sort-Object | Should -Be 1, 2
        }

        It 'get nothing of an input that breaks a rule, which causes an error for each' {
            $failure = Get-Failure { '', 'hi' | Send-WeComText -Robot ops, dev }

            $failure.FullyQualifiedErrorId | Should -BeLike 'WeComInvalidMessage,*'
            (Get-Received $simulator).Payload.text.content | Should -Be hi, hi
        }

        It 'each get a file by an upload of their own' {
            Send-WeComFile $file -Robot ops, dev
            $media = Publish-WeComMedia $file -Robot ops, dev

            (Get-Received $simulator).key | Should -Be $robot.Split('=')[1], $third.Split('=')[1]
            (Get-ReceivedMedia $simulator).key | Should -Be $robot.Split('=')[1], $third.Split('=')[1]
            $media.MediaId | Should -Be (Get-Received $simulator).media.media_id
            $media.Robot | Should -Be (Get-Address $robot), (Get-Address $third)
        }

        It 'each get content that is too long as a file' {
            Send-WeComMarkdown ('x' * 5000) -Overflow File -Robot ops, dev

            (Get-Received $simulator).msgtype | Should -Be markdown, file, markdown, file
        }

        It 'are each named with -WhatIf' {
            $text = Get-HostText { Send-WeComText hi -Robot ops, dev -WhatIf }

            $text | Should -BeLike "*$(Get-Address $robot)*$(Get-Address $third)*"
        }

        It 'can be given to <Cmdlet>, too' -ForEach @(
            @{ Cmdlet = 'Send-WeComMarkdown'; Run = { Send-WeComMarkdown hi -Robot ops, dev } }
            @{ Cmdlet = 'Send-WeComImage'; Run = { Send-WeComImage -Bytes (Get-Png) -Robot ops, dev } }
            @{ Cmdlet = 'Send-WeComNews'; Run = { New-WeComArticle t www.qq.com | Send-WeComNews -Robot ops, dev } }
            @{ Cmdlet = 'Send-WeComCard'; Run = { New-WeComCard t -Action (New-WeComCardAction www.qq.com) | Send-WeComCard -Robot ops, dev } }
            @{ Cmdlet = 'Send-WeComMessage'; Run = { Send-WeComMessage (Get-SampleJson text) -Robot ops, dev } }
            @{ Cmdlet = 'Send-WeComVoice'; Run = { Send-WeComVoice (New-TestFile a.amr (Get-Amr 1)) -Robot ops, dev } }
        ) {
            & $Run

            (Get-Received $simulator).key | Should -Be $robot.Split('=')[1], $third.Split('=')[1]
        }

        It 'wait for one whose window is full, and Ctrl+C ends the wait for all' {
            Register-WeComRobot ops -Webhook $robot -RateLimit 1
            $pipeline = New-Pipeline '"one", "two" | Send-WeComText -Robot dev, ops'
            $null = $pipeline.BeginInvoke()
            Wait-For { $pipeline.Streams.Progress.Count -ge 1 } | Should -BeTrue
            $pipeline.Stop()
            $pipeline.Dispose()

            (Get-Received $simulator).Payload.text.content | Should -Be one, one, two
        }
    }

    It 'is reported missing if none is given: <_>' -ForEach 'Send-WeComText', 'Publish-WeComMedia', 'Send-WeComFile' {
        $failure = Get-Failure { & $_ $file }

        $failure.FullyQualifiedErrorId | Should -BeLike 'WeComRobotNotFound,*'
        $failure.CategoryInfo.Category | Should -Be ObjectNotFound
        $failure.Exception.Message | Should -BeLike '*-Robot*WECOM_ROBOT*'
    }

    Context 'is rejected, with the reason, and nothing is sent: <What>' -ForEach @(
        @{ What = 'a text that is neither URL, key nor name'; Make = { 'hello, robot!' }; Says = '*space*' }
        @{ What = 'another text that is none'; Make = { 'hello,robot!' }; Says = '*neither a URL nor a key*' }
        @{ What = 'a URL that is none'; Make = { 'https://' }; Says = '*not a valid URL*' }
        @{ What = 'an empty text'; Make = { '' }; Says = '*empty*' }
        @{ What = 'http to another host'; Make = { "http://192.0.2.1/cgi-bin/webhook/send?key=$([guid]::NewGuid())" }; Says = '*http to 192.0.2.1*only https*' }
        @{ What = 'another scheme'; Make = { $robot -replace '^http', 'ftp' }; Says = '*over ftp*only https*' }
        @{ What = 'a key with a newline in it'; Make = { [guid]::NewGuid().ToString().Insert(8, "`n") }; Says = '*line break*' }
        @{ What = 'two URLs in one text'; Make = { "$robot`n$robot" }; Says = '*line break*' }
        @{ What = 'a URL with a word before it'; Make = { "webhook: $robot" }; Says = '*space*' }
        @{ What = 'nothing but blanks'; Make = { " `n" }; Says = '*empty*' }
        @{ What = 'the upload API'; Make = { $robot -replace '/send', '/upload_media' }; Says = '*not a robot''s webhook*/send*' }
        @{ What = 'a URL without key'; Make = { $robot -replace '\?.*' }; Says = '*lacks its key*' }
        @{ What = 'a URL with an empty key'; Make = { $robot -replace '=.*', '=' }; Says = '*lacks its key*' }
        @{ What = 'a URL with two keys'; Make = { $robot + '&key=x' }; Says = '*once*' }
        @{ What = 'a key that needs escaping'; Make = { $robot + '%20' }; Says = '*other than letters*' }
        @{ What = 'a number'; Make = { 42 }; Says = '*-Robot takes*a webhook URL*this is Int32.*' }
        @{ What = 'nothing'; Make = { $null }; Says = '*-Robot takes*a webhook URL*this is $null.*' }
    ) {
        It 'by each kind of cmdlet, for each input' {
            $bad = & $Make
            $failure = Get-Failure {
                'one', 'two' | Send-WeComText -Robot $bad
                Send-WeComFile $file -Robot $bad
                Publish-WeComMedia $file -Robot $bad
            }

            $failure.FullyQualifiedErrorId -replace ',.*' | Should -Be (@('WeComInvalidAddress') * 4)
            $failure.CategoryInfo.Category | Should -Be (@('InvalidArgument') * 4)
            foreach ($message in $failure.Exception.Message) { $message | Should -BeLike $Says }
            Get-Received $simulator | Should -BeNullOrEmpty
            Get-ReceivedMedia $simulator | Should -BeNullOrEmpty
        }
    }

    It 'is accepted with spaces and line breaks around it, from <Where>' -ForEach @(
        @{ Where = 'a parameter'; Run = { Send-WeComText hi -Robot " $robot`n" } }
        @{ Where = 'a SecureString'; Run = { Send-WeComText hi -Robot (ConvertTo-SecureString "$robot`r`n" -AsPlainText) } }
        @{ Where = 'the environment variable'; Run = { $env:WECOM_ROBOT = "`t$robot`n"; Send-WeComText hi } }
        @{ Where = 'the environment variable, as a name'; Run = { Register-WeComRobot night -Webhook $robot; $env:WECOM_ROBOT = "night`n"; Send-WeComText hi } }
    ) {
        & $Run

        (Get-Received $simulator).Payload.text.content | Should -Be hi
    }

    It 'is reported missing if the environment variable is blank' {
        $env:WECOM_ROBOT = " `n"

        (Get-Failure { Send-WeComText hi }).FullyQualifiedErrorId | Should -BeLike 'WeComRobotNotFound,*'
    }

    It 'is rejected in the environment variable as well' {
        $env:WECOM_ROBOT = 'non-sense!'

        (Get-Failure { Send-WeComText hi }).FullyQualifiedErrorId | Should -BeLike 'WeComInvalidAddress,*'
    }

    It 'that the service does not know is refused by <Name>' -ForEach @(
        @{ Name = 'sends'; Code = 93000; Run = { Send-WeComText hi -Robot $unknown } }
        @{ Name = 'uploads'; Code = 40058; Run = { Publish-WeComMedia $file -Robot $unknown } }
        @{ Name = 'uploads that would be sent'; Code = 40058; Run = { Send-WeComFile $file -Robot $unknown } }
    ) {
        $unknown = $robot -replace '=.*', "=$([guid]::NewGuid())"
        $failure = Get-Failure $Run

        $failure.FullyQualifiedErrorId | Should -BeLike 'WeComWebhookRefused,*'
        $failure.CategoryInfo.Category | Should -Be AuthenticationError
        $failure.Exception.ErrorCode | Should -Be $Code
    }

    Context 'is completed' {
        BeforeEach {
            Register-WeComRobot ops -Webhook $robot
            Register-WeComRobot ops-night -SecretName wecom-night
            Register-WeComRobot dev -Webhook (Get-Webhook $simulator)
        }

        It 'to the names, with the address as tooltip, and to the variable that holds one' {
            $env:WECOM_ROBOT = $robot
            $found = (TabExpansion2 'Send-WeComText hi -Robot ').CompletionMatches

            $found.CompletionText | Should -Be dev, ops, ops-night, '$env:WECOM_ROBOT'
            $found[1].ToolTip | Should -BeExactly (Get-Address $robot)
            $found[2].ToolTip | Should -BeExactly "secret 'wecom-night'"
            $found[3].ToolTip | Should -BeExactly (Get-Address $robot)
        }

        It '<Line> to <Expected>' -ForEach @(
            @{ Line = 'Send-WeComText hi -Robot o'; Expected = 'ops', 'ops-night' }
            @{ Line = 'Send-WeComText hi -Robot OPS-'; Expected = 'ops-night' }
            @{ Line = 'Publish-WeComMedia a.txt -Robot d'; Expected = 'dev' }
            @{ Line = 'Send-WeComText hi -Robot dev, o'; Expected = 'ops', 'ops-night' }
            @{ Line = "Send-WeComText hi -Robot 'ops-n"; Expected = 'ops-night' }
        ) {
            (TabExpansion2 $Line).CompletionMatches.CompletionText -replace "['`"]" | Should -Be $Expected
        }
    }

    It 'to the variable that holds it, with host and fingerprint and without the key' {
        $env:WECOM_ROBOT = $robot
        $match = (TabExpansion2 'Send-WeComText hi -Robot ').CompletionMatches

        $match.CompletionText | Should -BeExactly '$env:WECOM_ROBOT'
        $match.ToolTip | Should -Match '^127\.0\.0\.1:\d+ \(key #[0-9a-f]{8}\)$'
    }
}
