Describe 'The robot' {
    BeforeAll {
        Import-Module $PSScriptRoot/Simulator.psm1, $PSScriptRoot/Samples.psm1
        Import-WeComRobot
        $simulator = Start-Simulator
        $file = New-TestFile a.txt (1..6)
        $outside = $env:WECOM_ROBOT
        function Get-Fingerprint($Key) {
            $hash = [System.Security.Cryptography.SHA256]::HashData([System.Text.Encoding]::UTF8.GetBytes($Key))
            [Convert]::ToHexString($hash).Substring(0, 8).ToLowerInvariant()
        }
    }

    AfterAll {
        $env:WECOM_ROBOT = $outside
        Stop-Simulator $simulator
    }

    BeforeEach {
        $env:WECOM_ROBOT = $null
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

        It '-Robot before the environment variable' {
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

            $text | Should -BeLike "*What if:*Send text message*qyapi.weixin.qq.com (key #$(Get-Fingerprint $key))*"
        }

        It 'the official URL' {
            $key = [guid]::NewGuid().ToString()
            Get-HostText { Send-WeComText hi -Robot "https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=$key" -WhatIf } |
                Should -BeLike "*qyapi.weixin.qq.com (key #$(Get-Fingerprint $key))*"
        }
    }

    It 'is missed where none is given: <_>' -ForEach 'Send-WeComText', 'Publish-WeComMedia', 'Send-WeComFile' {
        $failure = Get-Failure { & $_ $file }

        $failure.FullyQualifiedErrorId | Should -BeLike 'WeComRobotNotFound,*'
        $failure.CategoryInfo.Category | Should -Be ObjectNotFound
        $failure.Exception.Message | Should -BeLike '*-Robot*WECOM_ROBOT*'
    }

    Context 'is refused, with the reason, and nothing is sent: <What>' -ForEach @(
        @{ What = 'a text that is no URL'; Make = { 'hello' }; Says = '*neither a URL nor a key*' }
        @{ What = 'a URL that is none'; Make = { 'https://' }; Says = '*not a valid URL*' }
        @{ What = 'an empty text'; Make = { '' }; Says = '*empty*' }
        @{ What = 'http to another host'; Make = { "http://192.0.2.1/cgi-bin/webhook/send?key=$([guid]::NewGuid())" }; Says = '*http to 192.0.2.1*only https*' }
        @{ What = 'another scheme'; Make = { $robot -replace '^http', 'ftp' }; Says = '*over ftp*only https*' }
        @{ What = 'a key with a newline'; Make = { [guid]::NewGuid().ToString() + "`n" }; Says = '*line break*' }
        @{ What = 'a URL with a newline'; Make = { "$robot`n" }; Says = '*line break*' }
        @{ What = 'a URL with a blank before it'; Make = { " $robot" }; Says = '*blank*' }
        @{ What = 'the upload API'; Make = { $robot -replace '/send', '/upload_media' }; Says = '*not a robot''s webhook*/send*' }
        @{ What = 'a URL without key'; Make = { $robot -replace '\?.*' }; Says = '*lacks its key*' }
        @{ What = 'a URL with an empty key'; Make = { $robot -replace '=.*', '=' }; Says = '*lacks its key*' }
        @{ What = 'a URL with two keys'; Make = { $robot + '&key=x' }; Says = '*once*' }
        @{ What = 'a key that needs escaping'; Make = { $robot + '%20' }; Says = '*other than letters*' }
        @{ What = 'a number'; Make = { 42 }; Says = '*-Robot takes a webhook URL*' }
        @{ What = 'nothing'; Make = { $null }; Says = '*-Robot takes a webhook URL*' }
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

    It 'is refused in the environment variable as well' {
        $env:WECOM_ROBOT = 'nonsense'

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

    It 'completes to the variable that holds it, with host and fingerprint and without the key' {
        $env:WECOM_ROBOT = $robot
        $match = (TabExpansion2 'Send-WeComText hi -Robot ').CompletionMatches

        $match.CompletionText | Should -BeExactly '$env:WECOM_ROBOT'
        $match.ToolTip | Should -Match '^127\.0\.0\.1:\d+ \(key #[0-9a-f]{8}\)$'
    }
}
