Describe 'A delivery' {
    BeforeAll {
        Import-Module $PSScriptRoot/Simulator.psm1, $PSScriptRoot/Samples.psm1
        Import-WeComRobot
        $simulator = Start-Simulator
        $elsewhere = Start-Simulator -Key $simulator.Key
        $file = New-TestFile a.txt (1..6)
        $category = @{
            WeComRateLimited      = 'LimitsExceeded'
            WeComRefused          = 'InvalidData'
            WeComWebhookRefused   = 'AuthenticationError'
            WeComUnexpectedAnswer = 'ProtocolError'
            WeComOutcomeUnknown   = 'ConnectionError'
        }
    }

    AfterAll { $simulator, $elsewhere | ForEach-Object { Stop-Simulator $_ } }

    BeforeEach {
        Clear-Simulator $simulator
        $robot = Get-Webhook $simulator
    }

    Context 'answered with <What>' -ForEach @(
        @{ What = '45009'; Fault = @{ errcode = 45009 }; Id = 'WeComRateLimited'; Says = '*errcode 45009*api freq out of limit*' }
        @{ What = '45033'; Fault = @{ errcode = 45033 }; Id = 'WeComRateLimited'; Says = '*errcode 45033*' }
        @{ What = '-1'; Fault = @{ errcode = -1 }; Id = 'WeComRefused'; Says = '*errcode -1*system busy*' }
        @{ What = '93000'; Fault = @{ errcode = 93000 }; Id = 'WeComWebhookRefused'; Says = '*errcode 93000*' }
        @{ What = 'an unheard-of code'; Fault = @{ errcode = 123456 }; Id = 'WeComRefused'; Says = '*errcode 123456*' }
        @{ What = 'HTML and 200'; Fault = @{ body = '<html><h1>Sign in</h1>' }; Id = 'WeComUnexpectedAnswer'; Says = '*text/html*Sign in*No delivery was confirmed*' }
        @{ What = 'JSON without errcode'; Fault = @{ body = '{"ok":true}' }; Id = 'WeComUnexpectedAnswer'; Says = '*No delivery was confirmed*' }
        @{ What = 'nothing and 200'; Fault = @{ status = 200 }; Id = 'WeComOutcomeUnknown'; Says = '*empty answer*' }
        @{ What = '404'; Fault = @{ status = 404 }; Id = 'WeComUnexpectedAnswer'; Says = '*HTTP 404*' }
        @{ What = '429'; Fault = @{ status = 429 }; Id = 'WeComRateLimited'; Says = '*HTTP 429*' }
        @{ What = '503 with Retry-After'; Fault = @{ status = 503; headers = @{ 'Retry-After' = '2' } }; Id = 'WeComRateLimited'; Says = '*HTTP 503*' }
        @{ What = '500'; Fault = @{ status = 500 }; Id = 'WeComOutcomeUnknown'; Says = '*HTTP 500*may*' }
        @{ What = 'a connection cut before'; Fault = @{ cut = 'before' }; Id = 'WeComOutcomeUnknown'; Says = '*may have arrived*' }
        @{ What = 'a connection cut after'; Fault = @{ cut = 'after' }; Id = 'WeComOutcomeUnknown'; Says = '*may have arrived*' }
    ) {
        It 'is an error of its own kind after one attempt, and the script continues' {
            # On a reused connection, where a silent retry is most likely
            Add-Fault $simulator @{}, $Fault
            $failure = Get-Failure {
                'zero', 'one' | Send-WeComText -Robot $robot
                Send-WeComText two -Robot (Get-Webhook $simulator)
            }

            $failure.FullyQualifiedErrorId | Should -BeExactly "$Id,WeComRobot.Commands.SendWeComTextCommand"
            $failure.CategoryInfo.Category | Should -Be $category[$Id]
            $failure.Exception.Message | Should -BeLike $Says
            $failure.Exception.Remedy | Should -Not -BeNullOrEmpty
            $failure.TargetObject.Text.Content | Should -BeExactly one
            (Get-Received $simulator).Payload.text.content | Should -Be zero, two
        }

        It 'is the same error from an upload' {
            Add-Fault $simulator $Fault
            $failure = Get-Failure { Publish-WeComMedia $file -Robot $robot }

            $failure.FullyQualifiedErrorId | Should -BeExactly "$Id,WeComRobot.Commands.PublishWeComMediaCommand"
            $failure.CategoryInfo.Category | Should -Be $category[$Id]
        }
    }

    # Status 307 and 308 ask for the same POST with the same body
    It 'does not follow a redirect <Status> to another address: <Name>' -ForEach (
        302, 307, 308 | ForEach-Object {
            @{ Status = $_; Name = 'a message'; Run = { Send-WeComText hi -Robot $simulator.Webhook } }
            @{ Status = $_; Name = 'an upload'; Run = { Publish-WeComMedia $file -Robot $simulator.Webhook } }
            @{ Status = $_; Name = 'a file'; Run = { Send-WeComFile $file -Robot $simulator.Webhook } }
        }
    ) {
        Add-Fault $simulator @{ status = $Status; headers = @{ Location = $elsewhere.Webhook } }
        $failure = Get-Failure $Run

        $failure.FullyQualifiedErrorId | Should -BeLike 'WeComUnexpectedAnswer,*'
        $failure.Exception.Message | Should -BeLike "*HTTP $Status*redirect to*127.0.0.1*not followed*"
        Get-Received $elsewhere | Should -BeNullOrEmpty
        Get-ReceivedMedia $elsewhere | Should -BeNullOrEmpty
        Get-Received $simulator | Should -BeNullOrEmpty
    }

    It 'does not connect to the target of a redirect' {
        # Nothing accepts connections here, so an attempt to connect would hang
        $listener = [System.Net.Sockets.TcpListener]::new([ipaddress]::Loopback, 0)
        $listener.Start()
        Add-Fault $simulator @{ status = 307; headers = @{ Location = "http://$($listener.LocalEndpoint)/cgi-bin/webhook/send?key=$($simulator.Key)" } }
        $null = Get-Failure { Send-WeComText hi -Robot $simulator.Webhook }
        $isWaiting = $listener.Pending()
        $listener.Stop()

        $isWaiting | Should -BeFalse
    }

    It 'was not sent if the port is closed' {
        # The port is bound but not listening, so that nobody else can take it meanwhile
        $socket = [System.Net.Sockets.Socket]::new('InterNetwork', 'Stream', 'Tcp')
        $socket.Bind([System.Net.IPEndPoint]::new([ipaddress]::Loopback, 0))
        $closed = $robot -replace ':\d+', ":$($socket.LocalEndPoint.Port)"
        $failure = Get-Failure { Send-WeComText hi -Robot $closed; Publish-WeComMedia $file -Robot $closed }
        $socket.Dispose()

        $failure.FullyQualifiedErrorId -replace ',.*' | Should -Be WeComNotSent, WeComNotSent
        $failure.CategoryInfo.Category | Should -Be ConnectionError, ConnectionError
        $failure[0].Exception.Message | Should -BeLike 'Nothing was sent to*'
    }

    It 'that exceeds -TimeoutSec has an unknown outcome, and may have arrived' {
        Add-Fault $simulator @{ delayMs = 60000 }
        $failure = Get-Failure { Send-WeComText hi -Robot $robot -TimeoutSec 1 }

        $failure.FullyQualifiedErrorId | Should -BeLike 'WeComOutcomeUnknown,*'
        $failure.CategoryInfo.Category | Should -Be OperationTimeout
        $failure.Exception.Message | Should -BeLike '*within 1 seconds*may have arrived*'
        @(Get-Received $simulator).Count | Should -Be 1
    }

    It 'that is refused reports all that the service said except the caller''s address' {
        Add-Fault $simulator @{
            errcode = 45009
            errmsg  = 'api freq out of limit, hint: [1700000000123456789], from ip: 203.0.113.7, more info at https://open.work.weixin.qq.com/devtool/query?e=45009'
        }
        $failure = Get-Failure { Send-WeComText hi -Robot $robot }

        $reason = $failure.Exception
        $reason.ErrorCode | Should -Be 45009
        $reason.ServerMessage | Should -BeExactly 'api freq out of limit'
        $reason.Hint | Should -BeExactly '1700000000123456789'
        $reason.ServerTime | Should -Be ([DateTimeOffset] '2023-11-14T22:13:20Z')
        $reason.Remedy | Should -Not -BeNullOrEmpty
        $reason.Message | Should -BeLike "*$($reason.Remedy)"
        "$failure $($failure | Format-List * -Force | Out-String)" | Should -Not -BeLike '*203.0.113.7*'
    }

    It 'that the service accepts with a warning is a delivery with a warning' {
        Add-Fault $simulator @{ errcode = 0; errmsg = 'Warning: wrong json format. '; accept = $true }
        $receipt = Send-WeComText hi -Robot $robot -PassThru -WarningVariable warning -WarningAction SilentlyContinue

        $receipt.MessageType | Should -BeExactly text
        $warning | Should -BeLike 'Delivered*Warning: wrong json format.*'
    }

    It 'that failed can be repeated from its error, whatever its type: <_>' -ForEach 'News', 'Card', 'Image', 'Markdown' {
        Add-Fault $simulator @{ errcode = -1 }
        $failure = Get-Failure {
            switch ($_) {
                News { New-WeComArticle t www.qq.com | Send-WeComNews -Robot $robot }
                Card { New-WeComCard t -Action (New-WeComCardAction www.qq.com) | Send-WeComCard -Robot $robot }
                Image { Send-WeComImage -Bytes (Get-Png) -Robot $robot }
                Markdown { Send-WeComMarkdown t -Robot $robot }
            }
        }
        $receipt = $failure.TargetObject | Send-WeComMessage -Robot $robot -PassThru

        $receipt.MessageType | Should -BeExactly (Get-Received $simulator).msgtype
    }
}
