Describe 'Register-WeComRobot' {
    BeforeAll {
        Import-Module $PSScriptRoot/Simulator.psm1, $PSScriptRoot/Robots.psm1
        $outside = $env:XDG_DATA_HOME, $env:WECOM_ROBOT
        $null = Use-DataFolder
        $env:WECOM_ROBOT = $null
        Import-WeComRobot
        $simulator = Start-Simulator
    }

    AfterAll {
        $env:XDG_DATA_HOME, $env:WECOM_ROBOT = $outside
        Stop-Simulator $simulator
    }

    BeforeEach {
        Unregister-WeComRobot *
        Clear-Simulator $simulator
        $webhook = Get-Webhook $simulator
        $key = $webhook.Split('=')[1]
    }

    It 'writes nothing, but the robot with -PassThru' {
        Register-WeComRobot ops -Webhook $webhook *>&1 | Should -BeNullOrEmpty
        $robot = Register-WeComRobot ops -Webhook $webhook -PassThru

        $robot | Should -BeOfType WeComRobot.Robots.RobotInfo
        $robot.Name | Should -BeExactly ops
        $robot.Address | Should -BeExactly (Get-Address $webhook)
    }

    It 'accepts a webhook as <_>, and messages reach it' -ForEach 'URL', 'uri', 'SecureString', 'key', 'key in a SecureString' {
        $base = @{ BaseUri = $simulator.Base }
        switch ($_) {
            URL { Register-WeComRobot ops -Webhook $webhook }
            uri { Register-WeComRobot ops -Webhook ([uri] $webhook) }
            SecureString { Register-WeComRobot ops -Webhook (ConvertTo-SecureString $webhook -AsPlainText) }
            key { Register-WeComRobot ops -Webhook $key @base }
            'key in a SecureString' { Register-WeComRobot ops -Webhook (ConvertTo-SecureString $key -AsPlainText) @base }
        }
        Send-WeComText hi -Robot ops

        (Get-Received $simulator).key | Should -BeExactly $key
    }

    It 'accepts a webhook with <What> around it' -ForEach @(
        @{ What = 'line breaks'; Make = { "`r`n$webhook`n" } }
        @{ What = 'blanks'; Make = { " $webhook`t" } }
        @{ What = 'what a file begins with'; Make = { "$([char] 0xFEFF)$webhook" } }
        @{ What = 'a line break, in a SecureString,'; Make = { ConvertTo-SecureString "$webhook`n" -AsPlainText } }
    ) {
        Register-WeComRobot ops -Webhook (& $Make)
        Send-WeComText hi -Robot ops

        (Get-Received $simulator).key | Should -BeExactly $key
    }

    It 'treats a bare key as one of the official service' {
        $address = (Register-WeComRobot ops -Webhook $key -PassThru).Address

        $address | Should -BeLike 'qyapi.weixin.qq.com (key #????????)'
    }

    It 'replaces a robot of the same name, ignoring case' {
        Register-WeComRobot ops -Webhook (Get-Webhook $simulator)
        Register-WeComRobot OPS -Webhook $webhook

        @(Get-WeComRobot).Count | Should -Be 1
        (Get-WeComRobot ops).Address | Should -BeExactly (Get-Address $webhook)
    }

    It 'makes the last robot registered with -Default the default' {
        Register-WeComRobot a -Webhook (Get-Webhook $simulator) -Default
        Register-WeComRobot b -Webhook $webhook -Default
        Register-WeComRobot c -Webhook (Get-Webhook $simulator)
        Send-WeComText hi

        (Get-WeComRobot | Where-Object IsDefault).Name | Should -BeExactly b
        (Get-Received $simulator).key | Should -BeExactly $key
    }

    It 'registers for all runspaces of the process' {
        $pipeline = New-Pipeline 'Register-WeComRobot elsewhere -Webhook $it' $webhook
        $null = $pipeline.Invoke()
        $pipeline.Dispose()
        Send-WeComText hi -Robot elsewhere

        (Get-Received $simulator).key | Should -BeExactly $key
    }

    It 'changes nothing with -WhatIf, and describes what it would do without the key' {
        $text = Get-HostText { Register-WeComRobot ops -Webhook $webhook -WhatIf }

        $text | Should -BeLike '*What if:*ops*'
        $text | Should -Not -BeLike "*$key*"
        Get-WeComRobot | Should -BeNullOrEmpty
    }

    It 'accepts the name <_>' -ForEach 'a', 'ops-2_b.c', '42', ('x' * 64), '运维组' {
        Register-WeComRobot $_ -Webhook $webhook
        Send-WeComText hi -Robot $_

        @(Get-Received $simulator).Count | Should -Be 1
    }

    It 'accepts other names of 36 characters with hyphens' {
        Register-WeComRobot build-server-of-the-accounting-dept. -Webhook $webhook

        (Get-WeComRobot).Name | Should -BeExactly build-server-of-the-accounting-dept.
    }

    It 'rejects the name <_>' -ForEach 'a b', 'a/b', 'a*', 'https://x', 'ops!', "ops`n", ('x' * 65), 'a1b2c3d4-0000-1111-2222-333344445555' {
        $failure = Get-Failure { Register-WeComRobot $_ -Webhook $webhook }

        $failure.FullyQualifiedErrorId | Should -BeExactly 'WeComInvalidAddress,WeComRobot.Commands.RegisterWeComRobotCommand'
        $failure.CategoryInfo.Category | Should -Be InvalidArgument
        Get-WeComRobot | Should -BeNullOrEmpty
    }

    It 'never shows a key that was given as the name' {
        $failure = Get-Failure { Register-WeComRobot $key -Webhook $webhook }

        $failure | Format-List * -Force | Out-String | Should -Not -BeLike "*$key*"
    }

    Context 'given <What> as -Webhook' -ForEach @(
        @{ What = 'another robot''s name'; Make = { 'hello' }; Says = '*neither a URL nor a key*' }
        @{ What = 'the upload API'; Make = { $webhook -replace '/send', '/upload_media' }; Says = '*not a robot''s webhook*/send*' }
        @{ What = 'a URL without key'; Make = { $webhook -replace '\?.*' }; Says = '*lacks its key*' }
        @{ What = 'http to another host'; Make = { "http://192.0.2.1/cgi-bin/webhook/send?key=$key" }; Says = '*http to 192.0.2.1*' }
        @{ What = 'a key with a line break in it'; Make = { $key.Insert(8, "`n") }; Says = '*line break*' }
        @{ What = 'a smart sheet''s webhook'; Make = { "https://qyapi.weixin.qq.com/cgi-bin/wedoc/smartsheet/webhook?key=$key$key" }; Says = '*smart sheet*another product*' }
        @{ What = 'a number'; Make = { 42 }; Says = '*' }
        @{ What = 'nothing'; Make = { $null }; Says = '*' }
    ) {
        It 'reports at once what is wrong, and registers nothing' {
            $bad = & $Make
            $failure = Get-Failure { Register-WeComRobot ops -Webhook $bad }

            $failure.FullyQualifiedErrorId | Should -BeLike 'WeComInvalidAddress,*'
            $failure.CategoryInfo.Category | Should -Be InvalidArgument
            $failure.Exception.Message | Should -BeLike $Says
            Get-WeComRobot | Should -BeNullOrEmpty
        }
    }

    It 'keeps the previous robot if its replacement is rejected' {
        Register-WeComRobot ops -Webhook $webhook
        $null = Get-Failure { Register-WeComRobot ops -Webhook nonsense }

        (Get-WeComRobot ops).Address | Should -BeExactly (Get-Address $webhook)
    }

    It 'accepts either a webhook or a secret' {
        { Register-WeComRobot ops -Webhook $webhook -SecretName wecom-ops } | Should -Throw -ErrorId 'AmbiguousParameterSet,*'
        { Register-WeComRobot ops -Webhook $webhook -Vault v } | Should -Throw -ErrorId 'AmbiguousParameterSet,*'
    }

    Context '-BaseUri' {
        It 'replaces the official host for a <Kind>, with "<Base>" behind it' -ForEach @(
            @{ Kind = 'key'; Base = '' }
            @{ Kind = 'key'; Base = '/' }
            @{ Kind = 'URL'; Base = '' }
        ) {
            $given = $Kind -eq 'key' ? $key : "https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=$key"
            Register-WeComRobot ops -Webhook $given -BaseUri "$($simulator.Base)$Base"
            Send-WeComText hi -Robot ops

            (Get-Received $simulator).key | Should -BeExactly $key
            (Get-WeComRobot ops).Address | Should -BeExactly (Get-Address $webhook)
        }

        It 'keeps its own path before the API''s' {
            Register-WeComRobot ops -Webhook $key -BaseUri "$($simulator.Base)/relay"
            $failure = Get-Failure { Send-WeComText hi -Robot ops }

            # The simulator serves nothing below a path
            $failure.Exception.Message | Should -BeLike '*HTTP 404*'
        }

        It 'rejects <Base>' -ForEach @(
            @{ Base = 'https://wecom.example/cgi-bin/webhook/' }
            @{ Base = 'https://wecom.example/relay/cgi-bin' }
            @{ Base = 'http://wecom.example/x/' }
            @{ Base = 'ftp://127.0.0.1/x/' }
            @{ Base = 'x/y' }
            @{ Base = 'https://user:secret@wecom.example/x/' }
            @{ Base = 'https://wecom.example/send?key=a1b2c3d4-0000-1111-2222-333344445555' }
        ) {
            $failure = Get-Failure { Register-WeComRobot ops -Webhook $key -BaseUri $Base }

            $failure.FullyQualifiedErrorId | Should -BeLike 'WeComInvalidAddress,*'
            $failure | Format-List * -Force | Out-String | Should -Not -Match 'user:secret|a1b2c3d4-0000'
            Get-WeComRobot | Should -BeNullOrEmpty
        }

        It 'accepts http to another host with -AllowHttp' {
            $robot = Register-WeComRobot ops -Webhook $key -BaseUri http://wecom.example/x -AllowHttp -PassThru

            $robot.Address | Should -BeLike 'wecom.example (key #*)'
            $robot.AllowHttp | Should -BeTrue
        }
    }

    Context '-RateLimit' {
        It 'rejects <_>' -ForEach 0, -1 {
            { Register-WeComRobot ops -Webhook $webhook -RateLimit $_ -ErrorAction Stop } | Should -Throw
            Get-WeComRobot | Should -BeNullOrEmpty
        }

        It 'makes the message after the limit wait' {
            Register-WeComRobot ops -Webhook $webhook -RateLimit 2
            $pipeline = New-Pipeline '1..3 | Send-WeComText -Robot ops -Verbose'
            $null = $pipeline.BeginInvoke()
            Wait-For { $pipeline.Streams.Progress.Count -ge 1 } | Should -BeTrue
            $pipeline.Stop()

            (Get-Received $simulator).Payload.text.content | Should -Be 1, 2
            "$($pipeline.Streams.Verbose)" | Should -BeLike '*window is full*'
            $pipeline.Dispose()
        }

        It 'lets more than 20 through if the deployment does' {
            Register-WeComRobot ops -Webhook $webhook -RateLimit 100
            1..25 | Send-WeComText -Robot ops

            @(Get-Received $simulator).Count | Should -Be 25
        }
    }

    It 'needs no vault for a reference to a secret' {
        $robot = Register-WeComRobot ops -SecretName wecom-ops -PassThru
        $other = Register-WeComRobot dev -SecretName wecom-dev -Vault v -PassThru

        $robot.Address | Should -BeExactly "secret 'wecom-ops'"
        $other.Address | Should -BeExactly "secret 'wecom-dev' in vault 'v'"
        $other.SecretName, $other.Vault | Should -Be wecom-dev, v
    }
}
