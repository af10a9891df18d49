Describe 'A proxy' {
    BeforeAll {
        Import-Module $PSScriptRoot/Simulator.psm1, $PSScriptRoot/Samples.psm1, $PSScriptRoot/Robots.psm1, $PSScriptRoot/Trace.psm1
        $outside = $env:XDG_DATA_HOME, $env:WECOM_ROBOT
        $null = Use-DataFolder
        $env:WECOM_ROBOT = $null
        Import-WeComRobot
        $simulator = Start-Simulator
        $open = Start-Proxy
        # The simulator answers for any host
        $private = Start-Proxy -Credential 'user:open-sesame-1234' -Target $simulator.Base
        $forbidding = Start-Proxy -Answer '403 Forbidden'
        $closed = New-ClosedPort
        $nobody = "http://$($closed.LocalEndPoint)"
        $credential = New-Credential user open-sesame-1234
        $stranger = New-Credential other open-sesame-1234
        $telling = $nobody -replace '//', '//user:open-sesame-1234@'
        $file = New-TestFile a.txt (1..6)
    }

    AfterAll {
        $env:XDG_DATA_HOME, $env:WECOM_ROBOT = $outside
        $open, $private, $forbidding | ForEach-Object { Stop-Proxy $_ }
        $closed.Dispose()
        Stop-Simulator $simulator
    }

    BeforeEach {
        Unregister-WeComRobot *
        Clear-Simulator $simulator
        $open, $private, $forbidding | ForEach-Object { $_.Head.Clear() }
        $webhook = Get-Webhook $simulator
        $key = $webhook.Split('=')[1]
    }

    It 'given by -Proxy forwards what <Name> sends, even to this machine' -ForEach @(
        @{ Name = 'Send-WeComText'; Run = { Send-WeComText hi @to }; Posts = 1 }
        @{ Name = 'Send-WeComMarkdown'; Run = { Send-WeComMarkdown hi @to }; Posts = 1 }
        @{ Name = 'Send-WeComImage'; Run = { Send-WeComImage -Bytes (Get-Png) @to }; Posts = 1 }
        @{ Name = 'Send-WeComNews'; Run = { New-WeComArticle t www.qq.com | Send-WeComNews @to }; Posts = 1 }
        @{ Name = 'Send-WeComCard'; Run = { New-WeComCard t -Action (New-WeComCardAction www.qq.com) | Send-WeComCard @to }; Posts = 1 }
        @{ Name = 'Send-WeComMessage'; Run = { Send-WeComMessage (Get-SampleJson text) @to }; Posts = 1 }
        @{ Name = 'Send-WeComFile'; Run = { Send-WeComFile $file @to }; Posts = 2 }
        @{ Name = 'Send-WeComVoice'; Run = { Send-WeComVoice (New-TestFile a.amr (Get-Amr 1)) @to }; Posts = 2 }
        @{ Name = 'Publish-WeComMedia'; Run = { $null = Publish-WeComMedia $file @to }; Posts = 1 }
    ) {
        $to = @{ Robot = $webhook; Proxy = $open.Uri }
        & $Run

        @($open.Head) | Should -HaveCount $Posts
        $open.Head | Should -BeLike "POST $($simulator.Base)/cgi-bin/webhook/*"
        @(Get-Received $simulator).Count + @(Get-ReceivedMedia $simulator).Count | Should -Be $Posts
    }

    It 'of the registration forwards the messages to that robot, and to no other' {
        Register-WeComRobot ops -Webhook $webhook -Proxy $open.Uri
        Send-WeComText one -Robot ops
        Send-WeComText two -Robot (Get-Webhook $simulator)

        @($open.Head) | Should -HaveCount 1
        (Get-Received $simulator).Payload.text.content | Should -Be one, two
    }

    It 'given by -Proxy takes precedence over the registered one' {
        Register-WeComRobot ops -Webhook $webhook -Proxy $nobody
        Send-WeComText hi -Robot ops -Proxy $open.Uri

        @($open.Head) | Should -HaveCount 1
        @(Get-Received $simulator) | Should -HaveCount 1
    }

    It 'that requires authentication gets the credential from <From>' -ForEach @(
        @{ From = '-ProxyCredential'; Run = { Send-WeComText hi -Robot $webhook -Proxy $private.Uri -ProxyCredential $credential } }
        @{ From = 'the registration'; Run = { Register-WeComRobot ops -Webhook $webhook -Proxy $private.Uri -ProxyCredential $credential; Send-WeComText hi -Robot ops } }
        @{ From = '-ProxyCredential, for the registered proxy'; Run = { Register-WeComRobot ops -Webhook $webhook -Proxy $private.Uri; Send-WeComText hi -Robot ops -ProxyCredential $credential } }
    ) {
        & $Run

        (Get-Received $simulator).key | Should -BeExactly $key
        @($private.Head)[-1] | Should -BeLike '*Proxy-Authorization: Basic *'
    }

    It 'given by -Proxy does not get the credential of the registered one' {
        Register-WeComRobot ops -Webhook $webhook -Proxy $open.Uri -ProxyCredential $credential
        $failure = Get-Failure { Send-WeComText hi -Robot ops -Proxy $private.Uri }

        $failure.FullyQualifiedErrorId | Should -BeLike 'WeComNotSent,*'
        $private.Head | Should -Not -BeLike '*Proxy-Authorization*'
    }

    It 'has separate connections for each credential' {
        Send-WeComText hi -Robot $webhook -Proxy $private.Uri -ProxyCredential $credential
        $failure = Get-Failure {
            Send-WeComText no -Robot $webhook -Proxy $private.Uri
            Send-WeComText no -Robot $webhook -Proxy $private.Uri -ProxyCredential (New-Credential user wrong-password)
        }

        $failure.FullyQualifiedErrorId -replace ',.*' | Should -Be WeComNotSent, WeComNotSent
        (Get-Received $simulator).Payload.text.content | Should -Be hi
    }

    It 'of the system is used for every host but this machine and those in NO_PROXY' {
        # A process reads the system's proxy once
        $said = Invoke-Process {
            param($webhook, $proxy)
            $env:http_proxy = $env:HTTPS_PROXY = $proxy
            $env:NO_PROXY = 'no.wecom.example'
            Send-WeComText hi -Robot $webhook
            Send-WeComText hi -Robot https://wecom.example/cgi-bin/webhook/send?key=a1b2c3d4-0000-1111-2222-333344445555
            Send-WeComText hi -Robot https://no.wecom.example/cgi-bin/webhook/send?key=a1b2c3d4-0000-1111-2222-333344445555
        } $webhook, $forbidding.Uri

        $said.Id | Should -Be WeComNotSent, WeComNotSent
        @(Get-Received $simulator) | Should -HaveCount 1
        # For https a proxy sees only the host
        @($forbidding.Head) | Should -HaveCount 1
        $forbidding.Head | Should -BeLike 'CONNECT wecom.example:443*'
        $forbidding.Head | Should -Not -BeLike '*a1b2c3d4*'
    }

    Context 'that fails: <What>' -ForEach @(
        @{ What = 'asks for a sign-in'; Way = { @{ Proxy = $private.Uri } }; Says = '*proxy*' }
        @{ What = 'refuses the sign-in'; Way = { @{ Proxy = $private.Uri; ProxyCredential = New-Credential user wrong-password } }; Says = '*proxy*' }
        @{ What = 'refuses connections'; Way = { @{ Proxy = $nobody } }; Says = 'Nothing was sent*' }
    ) {
        It 'means that nothing was sent: <Name>' -ForEach @(
            @{ Name = 'Send-WeComText'; Run = { Send-WeComText hi @to } }
            @{ Name = 'Send-WeComFile'; Run = { Send-WeComFile $file @to } }
            @{ Name = 'Publish-WeComMedia'; Run = { Publish-WeComMedia $file @to } }
            @{ Name = 'a registered robot'; Run = { Register-WeComRobot ops -Webhook $webhook @way; Send-WeComText hi -Robot ops } }
            @{ Name = 'over https'; Run = { Send-WeComText hi -Robot ($webhook -replace 'http://127.0.0.1:\d+', 'https://wecom.example') @way } }
        ) {
            $way = & $Way
            $to = $way + @{ Robot = $webhook }
            $failure = Get-Failure $Run

            $failure.FullyQualifiedErrorId | Should -BeLike 'WeComNotSent,*'
            $failure.CategoryInfo.Category | Should -Be ConnectionError
            $failure.Exception.Message | Should -BeLike $Says
            Get-Received $simulator | Should -BeNullOrEmpty
            Get-ReceivedMedia $simulator | Should -BeNullOrEmpty
        }
    }

    It 'is rejected if its address is invalid: <_>' -ForEach 'proxy.example', '/x', 'ftp://proxy.example' {
        $failure = Get-Failure { Send-WeComText hi -Robot $webhook -Proxy $_ }

        $failure.FullyQualifiedErrorId | Should -BeLike 'WeComInvalidAddress,*'
        Get-Received $simulator | Should -BeNullOrEmpty
    }

    It 'never has its password shown: <What>' -ForEach @(
        @{ What = 'accepted'; Run = { Send-WeComText hi -Robot $webhook -Proxy $private.Uri -ProxyCredential $credential -Verbose -Debug -Confirm:$false -PassThru } }
        @{ What = 'refused'; Run = { Send-WeComText hi -Robot $webhook -Proxy $private.Uri -ProxyCredential $stranger -Verbose -Debug -Confirm:$false } }
        @{ What = 'not reached'; Run = { Send-WeComText hi -Robot $webhook -Proxy $nobody -ProxyCredential $credential -Verbose -Debug -Confirm:$false } }
        @{ What = 'registered'; Run = { Register-WeComRobot ops -Webhook $webhook -Proxy $private.Uri -ProxyCredential $credential -PassThru; Get-WeComRobot; Send-WeComText hi -Robot ops -PassThru } }
        @{ What = 'not persisted'; Run = { Register-WeComRobot ops -SecretName s -Proxy $private.Uri -ProxyCredential $credential -Persist; Get-WeComRobot } }
        @{ What = 'in its URL'; Run = { Send-WeComText hi -Robot $webhook -Proxy $telling -Verbose -Debug -Confirm:$false } }
        @{ What = 'in its URL, typed'; Run = [scriptblock]::Create('Send-WeComText hi -Robot $webhook -Proxy http://user:open-sesame-1234@127.0.0.1:9/') }
        @{ What = 'in its URL, registered'; Run = { Register-WeComRobot ops -Webhook $webhook -Proxy $telling -PassThru; Get-WeComRobot; Send-WeComText hi -Robot ops } }
    ) {
        $trace = Get-Trace $Run

        $trace.Values -join '' | Should -Match 'WeCom|Address'
        Find-Key $trace open-sesame-1234, $key | Should -BeNullOrEmpty
        Get-ChildItem $env:XDG_DATA_HOME -Recurse -File -Force -ErrorAction Ignore | Should -BeNullOrEmpty
    }

    It 'forwards http to another machine only with -AllowHttp: <What>' -ForEach @(
        @{ What = 'a webhook'; Run = { Send-WeComText hi -Robot $far @way }; Insists = { Send-WeComText hi -Robot $far @way -AllowHttp } }
        @{ What = 'the variable'; Run = { $env:WECOM_ROBOT = $far; Send-WeComText hi @way }; Insists = { $env:WECOM_ROBOT = $far; Send-WeComText hi @way -AllowHttp } }
        @{ What = 'an upload'; Run = { Publish-WeComMedia $file -Robot $far @way }; Insists = { $null = Publish-WeComMedia $file -Robot $far @way -AllowHttp } }
        @{ What = 'a registration'; Run = { Register-WeComRobot ops -Webhook $far @way }; Insists = { Register-WeComRobot ops -Webhook $far @way -AllowHttp; Send-WeComText hi -Robot ops } }
    ) {
        $way = @{ Proxy = $private.Uri; ProxyCredential = $credential }
        $far = $webhook -replace '127.0.0.1:\d+', 'wecom.example'
        $failure = Get-Failure $Run
        $before = @($private.Head).Count
        & $Insists
        $env:WECOM_ROBOT = $null

        $failure.FullyQualifiedErrorId | Should -BeLike 'WeComInvalidAddress,*'
        $failure.Exception.Message | Should -BeLike '*http to wecom.example*'
        $before | Should -Be 0
        @(Get-Received $simulator).Count + @(Get-ReceivedMedia $simulator).Count | Should -Be 1
        $private.Head | Should -BeLike 'POST http://wecom.example/*'
    }
}
