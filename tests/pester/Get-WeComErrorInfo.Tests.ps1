Describe 'Get-WeComErrorInfo' {
    BeforeAll {
        Import-Module $PSScriptRoot/Simulator.psm1, $PSScriptRoot/Robots.psm1, $PSScriptRoot/Engine.psm1
        Import-WeComRobot
        $simulator = Start-Simulator
        $link = 'https://open.work.weixin.qq.com/devtool/query?e='

        # The error of a text message that gets this answer
        function Get-Refusal([hashtable] $Fault) {
            Add-Fault $simulator $Fault
            Get-Failure { Send-WeComText hi -Robot (Get-Webhook $simulator) }
        }

        function Get-Completion([string] $Line) { (TabExpansion2 $Line $Line.Length).CompletionMatches }
    }

    AfterAll { Stop-Simulator $simulator }

    It 'explains a code' {
        $info = Get-WeComErrorInfo 93000

        $info | Should -BeOfType WeComRobot.Reference.ErrorInfo
        $info.Code, $info.IsKnown, $info.ErrorMessage | Should -Be 93000, $true, 'invalid webhook url'
        $info.Meaning | Should -BeLike '*webhook is not valid*'
        $info.Cause | Should -BeLike '*key*'
        $info.Remedy | Should -BeLike 'Copy the webhook again*'
        $info.Source.Url | Should -Contain "${link}93000"
    }

    It 'accepts <What>' -ForEach @(
        @{ What = 'a code'; Script = { Get-WeComErrorInfo 93000 }; Codes = 93000 }
        @{ What = 'a negative code'; Script = { Get-WeComErrorInfo -1 }; Codes = -1 }
        @{ What = 'several codes'; Script = { Get-WeComErrorInfo 93000, 45009 }; Codes = 93000, 45009 }
        @{ What = 'codes from the pipeline'; Script = { 93000, 45009 | Get-WeComErrorInfo }; Codes = 93000, 45009 }
        @{ What = 'a code of JSON, which is long'; Script = { [long] 93000 | Get-WeComErrorInfo }; Codes = 93000 }
        @{ What = 'a code as text'; Script = { Get-WeComErrorInfo '93000' }; Codes = 93000 }
        @{ What = 'a code as text from the pipeline'; Script = { '93000' | Get-WeComErrorInfo }; Codes = 93000 }
        @{ What = 'an errmsg'; Script = { Get-WeComErrorInfo 'only support inner room' }; Codes = 301059 }
        @{ What = 'an errmsg by name'; Script = { Get-WeComErrorInfo -Message 'chat is not external group chat' }; Codes = 90501 }
        @{ What = 'a code with two meanings'; Script = { Get-WeComErrorInfo 40058 }; Codes = 40058, 40058 }
        @{ What = 'codes and texts mixed'; Script = { 93000, 'empty content', '45009' | Get-WeComErrorInfo }; Codes = 93000, 44004, 45009 }
        @{ What = 'the whole answer'; Script = { '{"errcode":93000,"errmsg":"invalid webhook url"}' | Get-WeComErrorInfo }; Codes = 93000 }
        @{ What = 'the whole answer as an object'; Script = { '{"errcode":93000,"errmsg":"x"}' | ConvertFrom-Json | Get-WeComErrorInfo }; Codes = 93000 }
        @{ What = 'a code after a key'; Script = { 'POST /cgi-bin/webhook/send?key=abc,errcode=93000' | Get-WeComErrorInfo }; Codes = 93000 }
        @{ What = 'several codes in one text'; Script = { 'errcode=0 errcode=45009 errcode=93000 errcode=45009' | Get-WeComErrorInfo }; Codes = 45009, 93000 }
        @{ What = 'words within a line'; Script = { '2024-01-01 ERROR wecom: invalid webhook url, hint: [1]' | Get-WeComErrorInfo }; Codes = 93000 }
        @{ What = 'lines of a log'; Script = { 'a errcode=40008 b', 'c errcode: 40007 d' | Get-WeComErrorInfo }; Codes = 40008, 40007 }
    ) {
        (& $Script).Code | Should -Be $Codes
    }

    It 'accepts an errmsg as the service writes it' {
        $errmsg = "invalid webhook url, hint: [1699000000123456789], from ip: 203.0.113.7, more info at ${link}93000"

        ($errmsg | Get-WeComErrorInfo).Code | Should -Be 93000
        $errmsg | Get-WeComErrorInfo | Out-String | Should -Not -BeLike '*203.0.113.7*'
    }

    It 'lists all entries without arguments, and nothing for $null or an empty list' {
        $all = Get-WeComErrorInfo

        ($all.Code | Select-Object -Unique).Count | Should -Be 41
        $all.Code | Should -Contain 0
        $null | Get-WeComErrorInfo | Should -BeNullOrEmpty
        @() | Get-WeComErrorInfo | Should -BeNullOrEmpty
        Get-WeComErrorInfo $null | Should -BeNullOrEmpty
        $none = @()
        Get-WeComErrorInfo $none[0] | Should -BeNullOrEmpty
        Get-WeComErrorInfo @() | Should -BeNullOrEmpty
        (Get-WeComErrorInfo -Verbose).Count | Should -Be $all.Count
    }

    It 'reports an unknown code as unknown, and where to look it up' {
        $info = Get-WeComErrorInfo 4711

        $info.Code, $info.IsKnown, $info.Source.Url | Should -Be 4711, $false, "${link}4711"
        $info.Meaning | Should -BeLike '*does not list*'
        $info.Remedy | Should -BeLike '*全局错误码*'
    }

    It 'reports an unknown text as unknown, and shows no key in it' {
        $key = [guid]::NewGuid().ToString()
        $info = Get-WeComErrorInfo "POST https://wecom.example/cgi-bin/webhook/send?key=$key failed"

        $info.Code, $info.IsKnown | Should -Be $null, $false
        $info | Format-List * | Out-String -Width 500 | Should -Not -BeLike "*$key*"
    }

    It 'explains an error id: <_>' -ForEach @(
        'WeComOutcomeUnknown'
        'wecomoutcomeunknown,WeComRobot.Commands.SendWeComTextCommand'
        'Send-WeComText: WeComOutcomeUnknown happened'
    ) {
        $info = Get-WeComErrorInfo $_

        $info.ErrorId, $info.Code, $info.IsKnown | Should -Be 'WeComOutcomeUnknown', $null, $true
        $info.Remedy | Should -BeLike '*look into the group*'
    }

    It 'explains every error id in whole sentences of both languages' {
        $language = [cultureinfo]::CurrentUICulture
        try {
            foreach ($culture in @{ 'en-US' = '.'; 'zh-CN' = '。' }.GetEnumerator()) {
                [cultureinfo]::CurrentUICulture = $culture.Key
                foreach ($id in [enum]::GetNames([WeComRobot.FailureCause]) -replace '^', 'WeCom') {
                    $info = Get-WeComErrorInfo $id

                    $info.ErrorId, $info.Code, $info.IsKnown | Should -BeExactly $id, $null, $true
                    $info.Meaning[-1], $info.Remedy[-1] | Should -BeExactly $culture.Value, $culture.Value
                }
            }
        }
        finally { [cultureinfo]::CurrentUICulture = $language }
    }

    Context 'of errors' {
        It 'explains $Error[0], an -ErrorVariable and a caught error' {
            $robot = Get-Webhook $simulator
            Add-Fault $simulator @{ errcode = 93004 }, @{ errcode = 93004 }
            Send-WeComText hi -Robot $robot -ErrorVariable failed -ErrorAction SilentlyContinue
            $first = $global:Error[0] | Get-WeComErrorInfo
            $kept = $failed | Get-WeComErrorInfo
            try { Send-WeComText hi -Robot $robot -ErrorAction Stop -ErrorVariable stopped } catch { $caught = $_ | Get-WeComErrorInfo; $thrown = $_.Exception | Get-WeComErrorInfo }
            $again = $stopped | Get-WeComErrorInfo
            $argument = Get-WeComErrorInfo -ErrorRecord $failed

            foreach ($info in $first, $kept, $caught, $thrown, $again, $argument) {
                $info.Code, $info.ErrorId, $info.Meaning | Should -Be 93004, 'WeComWebhookRefused', 'The robot was stopped.'
            }
        }

        It 'agrees with the error, for every code' {
            foreach ($code in (Get-WeComErrorInfo).Code | Where-Object { $_ -ne 0 } | Select-Object -Unique) {
                $failure = Get-Refusal @{ errcode = $code }
                $info = $failure | Get-WeComErrorInfo

                $info.Code, $info.Remedy, $info.IsKnown | Should -Be $code, $failure.Exception.Remedy, $true
                $failure.Exception.Message | Should -BeLike "*$([WildcardPattern]::Escape($info.Meaning))*"
                $info.Meaning | Should -BeIn (Get-WeComErrorInfo $code).Meaning
            }
        }

        It 'agrees with the error about an unknown code' {
            $failure = Get-Refusal @{ errcode = 4711 }
            $info = $failure | Get-WeComErrorInfo

            $info.Code, $info.IsKnown, $info.Remedy | Should -Be 4711, $false, $failure.Exception.Remedy
        }

        It 'explains 40058 about the key as a refused webhook' {
            $failure = Get-Refusal @{ errcode = 40058; errmsg = "invalid param 'key'" }

            ($failure | Get-WeComErrorInfo).Meaning | Should -Be (Get-WeComErrorInfo 93000).Meaning
        }

        It 'explains an error without errcode by its id, its text and its own remedy' {
            $failure = Get-Refusal @{ status = 500 }
            $info = $failure | Get-WeComErrorInfo

            $info.ErrorId, $info.Code, $info.Cause, $info.Remedy |
                Should -Be 'WeComOutcomeUnknown', $null, $failure.Exception.What, $failure.Exception.Remedy
            $info.Meaning | Should -BeLike '*may have arrived*'
        }

        It 'explains errors about broken rules' {
            $info = Get-Failure { Send-WeComText '' -Robot (Get-Webhook $simulator) } | Get-WeComErrorInfo

            $info.ErrorId | Should -Be WeComInvalidMessage
            $info.Cause | Should -BeLike '*Set by: Send-WeComText -Content.'
            $info.Remedy | Should -Not -BeNullOrEmpty
        }

        It 'explains the error of a job, of which only id and text remain' {
            $script = {
                param($module, $webhook)
                Import-Module $module
                Import-WeComRobot
                Send-WeComText hi -Robot $webhook
            }
            Add-Fault $simulator @{ errcode = 93008 }
            $job = Start-Job $script -ArgumentList "$PSScriptRoot/Simulator.psm1", (Get-Webhook $simulator)
            $null = Receive-Job $job -Wait -AutoRemoveJob -ErrorVariable failed -ErrorAction SilentlyContinue
            $info = $failed | Get-WeComErrorInfo

            $info.Code, $info.ErrorId, $info.Meaning | Should -Be 93008, 'WeComWebhookRefused', 'The robot is not in the group.'
        }

        It 'explains the error of a job that has no errcode by its id' {
            $job = Start-Job { param($module) Import-Module $module; Import-WeComRobot; Send-WeComText '' -Robot "$(New-Guid)" } -ArgumentList "$PSScriptRoot/Simulator.psm1"
            $null = Receive-Job $job -Wait -AutoRemoveJob -ErrorVariable failed -ErrorAction SilentlyContinue
            $info = $failed | Get-WeComErrorInfo

            $info.Code, $info.ErrorId, $info.Meaning | Should -Be $null, 'WeComInvalidMessage', (Get-WeComErrorInfo WeComInvalidMessage).Meaning
            $info.Cause | Should -BeLike '*text*'
            $info.Cause | Should -Not -BeLike "*$($info.Remedy)*"
        }

        It 'keeps the text and the remedy of a job''s error, whatever codes the text contains' {
            $job = Start-Job { param($module) Import-Module $module; Import-WeComRobot; Send-WeComFile /tmp/errcode=45009.log -Robot "$(New-Guid)" } -ArgumentList "$PSScriptRoot/Simulator.psm1"
            $null = Receive-Job $job -Wait -AutoRemoveJob -ErrorVariable failed -ErrorAction SilentlyContinue
            $info = $failed | Get-WeComErrorInfo

            $info.Code, $info.ErrorId, $info.Cause | Should -Be $null, 'WeComFileNotFound', "No file was found at '/tmp/errcode=45009.log'."
            $info.Remedy | Should -Be (Get-Failure { Send-WeComFile /tmp/nothing -Robot (Get-Webhook $simulator) }).Exception.Remedy
        }

        It 'accepts errors by position: <What>' -ForEach @(
            @{ What = '$_'; Script = { try { Send-WeComFile /tmp/nothing -Robot "$(New-Guid)" -ErrorAction Stop } catch { Get-WeComErrorInfo $_ } } }
            @{ What = '$_.Exception'; Script = { try { Send-WeComFile /tmp/nothing -Robot "$(New-Guid)" -ErrorAction Stop } catch { Get-WeComErrorInfo $_.Exception } } }
            @{ What = '$Error[0]'; Script = { Send-WeComFile /tmp/nothing -Robot "$(New-Guid)" -ErrorAction SilentlyContinue; Get-WeComErrorInfo $global:Error[0] } }
            @{ What = 'what -ErrorVariable holds'; Script = { Send-WeComFile /tmp/nothing -Robot "$(New-Guid)" -ErrorVariable failed -ErrorAction SilentlyContinue; Get-WeComErrorInfo $failed } }
        ) {
            (& $Script).ErrorId | Should -BeExactly WeComFileNotFound
        }

        It 'reports a foreign error as not of this module, without an error of its own' {
            $foreign = Get-Failure { Get-Item (Join-Path TestDrive: nothing) }
            $own = Get-Refusal @{ errcode = 93008 }
            $info = $foreign, $own | Get-WeComErrorInfo -ErrorVariable failure

            $failure | Should -BeNullOrEmpty
            $info.IsKnown | Should -Be $false, $true
            $info.ErrorId | Should -BeExactly 'PathNotFound,Microsoft.PowerShell.Commands.GetItemCommand', 'WeComWebhookRefused'
            $info[0].Meaning | Should -BeLike '*no error id of WeComRobot*'
            $info[0].Cause | Should -BeNullOrEmpty
        }

        It 'explains all of $Error, whatever it contains' {
            $program, $first = Get-EngineCommand
            $list = & $program @first -NoProfile -Command {
                param($module)
                Import-Module $module
                Import-WeComRobot
                $Error.Clear()
                Get-Item /nope1, /nope2 -ErrorAction SilentlyContinue
                Send-WeComText x -Robot nobody -ErrorAction SilentlyContinue
                $Error | Get-WeComErrorInfo | ForEach-Object { ($_.ErrorId -split ',')[0] }
            } -args "$PSScriptRoot/Simulator.psm1"

            $list | Should -BeExactly WeComRobotNotFound, PathNotFound, PathNotFound
        }

        It 'keeps what an exception says of itself, and has the advice of its id for one that has none' {
            $info = [WeComRobot.WeComException]::new('NotSent', 'Nothing was sent to ops.', 'Plug it in.') | Get-WeComErrorInfo
            $general = Get-WeComErrorInfo WeComNotSent

            $info.ErrorId, $info.Code, $info.Cause, $info.Remedy, $info.Meaning |
                Should -BeExactly WeComNotSent, $null, 'Nothing was sent to ops.', 'Plug it in.', $general.Meaning
            ([WeComRobot.WeComException]::new('InvalidMessage', 'No.', [NullString]::Value) | Get-WeComErrorInfo).Remedy |
                Should -BeExactly (Get-WeComErrorInfo WeComInvalidMessage).Remedy
        }

        It 'reads a code from the text of an error that came as id and text only where the service answers one: <Id>' -ForEach @(
            @{ Id = 'WeComRefused'; Text = 'ops refused it with errcode 40008: invalid message type. No. Do.'; Code = 40008 }
            @{ Id = 'WeComRateLimited,X'; Text = 'ops refused it with errcode 45033: api concurrent out of limit. No.'; Code = 45033 }
            @{ Id = 'WeComRateLimited'; Text = 'ops asks to come back.' }
            @{ Id = 'WeComFileNotFound'; Text = "No file was found at '/tmp/errcode=45009.log'." }
        ) {
            $general = Get-WeComErrorInfo $Id
            $record = [System.Management.Automation.ErrorRecord]::new([Exception]::new("$Text $($general.Remedy)"), $Id, 'NotSpecified', $null)
            $info = $record | Get-WeComErrorInfo

            $info.ErrorId, $info.Code | Should -BeExactly ($Id -split ',')[0], $Code
            if (!$Code) { $info.Cause, $info.Remedy | Should -BeExactly $Text, $general.Remedy }
        }

        It 'advises with <Id> in the words that its errors end with' -ForEach @(
            @{ Id = 'WeComNotSent'; Fails = { Send-WeComText hi -Robot "http://$((New-ClosedPort).LocalEndPoint)/cgi-bin/webhook/send?key=$(New-Guid)" -MaxRetry 0 } }
            @{ Id = 'WeComFileNotFound'; Fails = { Send-WeComFile /tmp/nothing -Robot "$(New-Guid)" } }
        ) {
            $failure = Get-Failure $Fails

            $failure.Exception.ErrorId, (Get-WeComErrorInfo $Id).Remedy | Should -BeExactly $Id, $failure.Exception.Remedy
        }

        It 'accepts a plain exception, as .NET throws it' {
            $info = [InvalidOperationException]::new('no') | Get-WeComErrorInfo

            $info.IsKnown, $info.ErrorId | Should -Be $false, 'System.InvalidOperationException'
            (Get-WeComErrorInfo -ErrorRecord ([InvalidOperationException]::new('no'))).ErrorId | Should -Be $info.ErrorId
        }

        It 'repeats what PowerShell said about a parameter that it rejected' {
            $failure = try { New-WeComCard -Title t -Action https://a.example -Field 5 } catch { $_ }
            $info = $failure | Get-WeComErrorInfo

            $info.IsKnown, $info.ErrorId, $info.Cause | Should -Be $true, $failure.FullyQualifiedErrorId, $failure.Exception.Message
            $info.Meaning | Should -BeLike 'PowerShell refused a parameter*'
        }

        It 'gives the same advice for an id as its errors do' {
            $failure = Get-Failure { Get-WeComAgent nobody }
            (Get-WeComErrorInfo WeComAgentNotFound).Remedy | Should -Be $failure.Exception.Remedy
        }
    }

    It 'shows no key from an error of a script, in any view: <_>' -ForEach 'NormalView', 'ConciseView' {
        $ErrorView = $_
        $key = [guid]::NewGuid().ToString()
        try { throw "https://wecom.example/cgi-bin/webhook/send?key=$key" } catch { $thrown = $_ }
        $global:Error.Clear()
        $output = $thrown | Get-WeComErrorInfo 2>&1

        $output | Should -BeOfType WeComRobot.Reference.ErrorInfo
        $output.ErrorId | Should -BeExactly 'https://wecom.example/cgi-bin/webhook/send?key=***'
        $output | Out-String -Width 500 | Should -Not -BeLike "*$key*"
        $output | Format-List * | Out-String -Width 500 | Should -Not -BeLike "*$key*"
        $global:Error.CategoryInfo | Out-String | Should -Not -BeLike "*$key*"
    }

    It 'shows no key from PowerShell''s text about a rejected parameter' {
        $key = [guid]::NewGuid().ToString()
        $failure = try { New-WeComCard -Title t -Action https://a.example -Field "https://wecom.example/send?key=$key" } catch { $_ }

        $failure | Get-WeComErrorInfo | Format-List * | Out-String -Width 500 | Should -Not -BeLike "*$key*"
    }

    Context 'in Chinese' {
        BeforeAll {
            $language = [cultureinfo]::CurrentUICulture
            [cultureinfo]::CurrentUICulture = 'zh-CN'
        }

        AfterAll { [cultureinfo]::CurrentUICulture = $language }

        It 'uses the official wording' {
            $info = Get-WeComErrorInfo 45009

            $info.Meaning | Should -BeLike '接口调用超过限制*'
            $info.Remedy | Should -BeLike '一分钟后重发*'
            $info | Out-String | Should -BeLike '*接口调用超过限制*'
            $info | Out-String | Should -Match '(?m)^原因 +:'
        }

        It 'agrees with the error' {
            $failure = Get-Refusal @{ errcode = 93000 }

            $failure.Exception.Message | Should -BeLike '*机器人 webhookurl 不合法或者机器人已经被移除出群。*'
            ($failure | Get-WeComErrorInfo).Remedy | Should -Be $failure.Exception.Remedy
        }

        It 'completes codes with their meanings' {
            (Get-Completion 'Get-WeComErrorInfo 45033').ToolTip | Should -Be '接口并发调用超过限制。'
        }
    }

    It 'completes codes: <Line>' -ForEach @(
        @{ Line = 'Get-WeComErrorInfo -Code 930'; Offers = '93000', '93004', '93008' }
        @{ Line = 'Get-WeComErrorInfo 93000, 450'; Offers = '45001', '45002', '45007', '45008', '45009', '45033' }
        @{ Line = 'Get-WeComErrorInfo -Code 40058'; Offers = '40058' }
    ) {
        (Get-Completion $Line).CompletionText | Should -Be $Offers
    }

    It 'shows the start of errmsg and the meaning in the completion' {
        $offer = Get-Completion 'Get-WeComErrorInfo -Code 93000'

        $offer.ListItemText | Should -BeExactly '93000  invalid webhook url'
        $offer.ToolTip | Should -Be (Get-WeComErrorInfo 93000).Meaning
    }

    It 'prints the available properties as a list' {
        $lines = (Get-WeComErrorInfo 4711 | Out-String -Width 200).Trim() -split '\r?\n'

        $lines -replace ' *:.*' | Should -BeExactly Code, Meaning, Remedy, Source
        (Get-WeComErrorInfo 0 | Out-String) | Should -Match 'Code +: 0'
        (Get-WeComErrorInfo WeComNotSent | Out-String) | Should -Not -Match 'Code +:'
    }
}
