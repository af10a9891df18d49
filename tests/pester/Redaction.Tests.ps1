# "No stream, error, receipt, verbose or debug line, -WhatIf text, or formatted object contains the key."
Describe 'The key' {
    BeforeDiscovery {
        # Calls of each cmdlet that talks to a robot, including calls that break a rule
        $cmdlets = @(
            @{ Call = 'Send-WeComText hi'; Bad = "Send-WeComText ''", "Send-WeComText ('x' * 2049) -Overflow Error"; Slow = $true }
            # The fault hits the second of two parts
            @{ Call = "Send-WeComText ('x' * 3000)"; Bad = "Send-WeComText ('x' * 3000) -MaxPart 1", "Send-WeComText hi -PartMark x"; Before = @{} }
            @{ Call = "Send-WeComMarkdown ('x' * 5000) -Overflow File"; Bad = "'x' * 5000 | Send-WeComMarkdown -Join -V2"; Before = @{} }
            @{ Call = 'Send-WeComMarkdown hi'; Bad = "Send-WeComMarkdown ''", "Send-WeComMarkdown ('x' * 4097) -V2 -Overflow Error", "'x' * 5000 | ConvertTo-WeComMarkdown | Send-WeComMarkdown -V2 -Overflow Truncate" }
            @{ Call = 'Send-WeComImage $image'; Bad = 'Send-WeComImage $file', 'Send-WeComImage gone.png', 'Send-WeComImage -Bytes (1, 2)' }
            @{ Call = '$article | Send-WeComNews'; Bad = 'Send-WeComNews @()', 'Send-WeComNews (@($article) * 9)' }
            @{ Call = 'Send-WeComFile $file'; Bad = 'Send-WeComFile $small', 'Send-WeComFile gone.txt', 'Send-WeComFile -Media wrong'; Before = @{}; Slow = $true }
            @{ Call = 'Send-WeComVoice $voice'; Bad = 'Send-WeComVoice $file', 'Send-WeComVoice -Media $foreign'; Before = @{} }
            @{ Call = 'Send-WeComCard $card'; Bad = 'Send-WeComCard (New-WeComCard -Action @{ Type = 9 })', 'New-WeComCard | Send-WeComCard' }
            @{ Call = 'Send-WeComMessage $json'; Bad = "Send-WeComMessage '{'", 'Send-WeComMessage 5', "Send-WeComMessage @{ msgtype = 'x' }", '5 | ConvertTo-WeComJson | Send-WeComMessage' }
            @{ Call = 'Publish-WeComMedia $file'; Bad = 'Publish-WeComMedia $small', 'Publish-WeComMedia $file -Type Voice'; Slow = $true }
        )
    }

    BeforeAll {
        Import-Module $PSScriptRoot/Simulator.psm1, $PSScriptRoot/Samples.psm1, $PSScriptRoot/Trace.psm1,
            $PSScriptRoot/Robots.psm1
        $outside = $env:XDG_DATA_HOME, $env:WECOM_ROBOT, $env:WECOM_STATE_DIR
        $null = Use-DataFolder
        # Rate windows, media ids and outbox are in the folder that is searched
        $env:WECOM_STATE_DIR = Join-Path $env:XDG_DATA_HOME state
        $env:WECOM_ROBOT = $null
        Import-WeComRobot
        $simulator = Start-Simulator -Key (1..900 | ForEach-Object { [guid]::NewGuid().ToString() })
        $elsewhere = Start-Simulator
        $socket = New-ClosedPort
        $proxy = Start-Proxy -Credential user:open-sesame-1234
        $stranger = New-Credential user wrong-password-1234
        # Creates a file to search; only Linux takes its folder from the environment
        if ($IsLinux) { Register-WeComRobot kept -SecretName wecom-ops -Persist }

        $small = New-TestFile small.bin (1..5)
        $file = New-TestFile a.txt (1..6)
        $image = New-TestFile a.png (Get-Png)
        $voice = New-TestFile a.amr (Get-Amr 1)
        $foreign = Publish-WeComMedia $voice -Robot $elsewhere.Webhook
        $article = New-WeComArticle title www.qq.com
        $card = New-WeComCard title -Action (New-WeComCardAction www.qq.com)
        $json = '{"msgtype":"text","text":{"content":"hi"}}'

        # A call of each cmdlet that fails while it runs; cmdlets without failing input get pipeline input that they do not accept
        $failing = [ordered]@{
            'Clear-WeComAlert'         = '1 | Clear-WeComAlert'
            'Clear-WeComOutbox'        = '1 | Clear-WeComOutbox -Confirm:$false'
            'ConvertTo-WeComJson'      = 'ConvertTo-WeComJson 5'
            'ConvertTo-WeComMarkdown'  = '1 | ConvertTo-WeComMarkdown -InputObject 1'
            'Get-WeComAgent'           = 'Get-WeComAgent nope'
            'Get-WeComAlert'           = '1 | Get-WeComAlert'
            'Get-WeComApiLimit'        = '1 | Get-WeComApiLimit'
            'Get-WeComErrorInfo'       = '"x" | Get-WeComErrorInfo -Code 1'
            'Get-WeComOutbox'          = '1 | Get-WeComOutbox'
            'Get-WeComRateLimit'       = 'Get-WeComRateLimit nobody'
            'Get-WeComRobot'           = 'Get-WeComRobot nobody'
            'New-WeComArticle'         = '1 | New-WeComArticle t u'
            'New-WeComCard'            = '1 | New-WeComCard t'
            'New-WeComCardAction'      = '1 | New-WeComCardAction u'
            'New-WeComCardEmphasis'    = '1 | New-WeComCardEmphasis t'
            'New-WeComCardField'       = '1 | New-WeComCardField k v'
            'New-WeComCardImage'       = '1 | New-WeComCardImage u'
            'New-WeComCardImageText'   = '1 | New-WeComCardImageText t -ImageUrl u'
            'New-WeComCardLink'        = '1 | New-WeComCardLink t u'
            'New-WeComCardQuote'       = '1 | New-WeComCardQuote t'
            'New-WeComCardSection'     = '1 | New-WeComCardSection t'
            'New-WeComCardSource'      = '1 | New-WeComCardSource d'
            'Publish-WeComMedia'       = 'Publish-WeComMedia gone.txt -Robot nobody'
            'Register-WeComRobot'      = 'Register-WeComRobot "a b" -SecretName s'
            'Send-WeComAlert'          = 'Send-WeComAlert t -Robot nobody'
            'Send-WeComCard'           = '1 | Send-WeComCard -Robot nobody'
            'Send-WeComFile'           = 'Send-WeComFile gone.txt -Robot nobody'
            'Send-WeComImage'          = 'Send-WeComImage gone.png -Robot nobody'
            'Send-WeComMarkdown'       = 'Send-WeComMarkdown hi -Robot nobody'
            'Send-WeComMessage'        = 'Send-WeComMessage 5 -Robot nobody'
            'Send-WeComNews'           = '1 | Send-WeComNews -Robot nobody'
            'Send-WeComOutbox'         = '1 | Send-WeComOutbox'
            'Send-WeComText'           = 'Send-WeComText hi -Robot nobody'
            'Send-WeComVoice'          = 'Send-WeComVoice gone.amr -Robot nobody'
            'Set-WeComRateLimit'       = 'Set-WeComRateLimit 5 -Robot nobody'
            'Unregister-WeComRobot'    = 'Unregister-WeComRobot nobody'
            'Watch-WeComCommand'       = 'Watch-WeComCommand -Name job -Robot nobody -FailOnNotification { }'
        }

        # The answers and addresses of a robot; each case has its own robot, for the rate window
        function Get-Situation {
            @{}
            foreach ($code in 45009, -1, 93000, 123456) { @{ Fault = @{ errcode = $code } } }
            foreach ($status in 404, 407, 429, 500) { @{ Fault = @{ status = $status } } }
            foreach ($cut in 'before', 'after') { @{ Fault = @{ cut = $cut } } }
            @{ Fault = @{ errcode = 0; errmsg = 'Warning: wrong json format.'; accept = $true } }
            # Answers that contain the key
            $robot = Get-Webhook $simulator
            @{ Robot = $robot; Fault = @{ body = '<html>' + 'x' * 30 + $robot } }
            @{ Robot = $robot; Fault = @{ errcode = 93000; errmsg = "$robot, hint: [$robot]" } }
            @{ Robot = $robot; Fault = @{ status = 404; body = $robot.ToUpperInvariant() } }
            @{ Robot = $robot; Fault = @{ errcode = 123456; errmsg = [Convert]::ToBase64String([System.Text.Encoding]::UTF8.GetBytes($robot)) } }
            @{ Robot = $robot; Fault = @{ errcode = 0; errmsg = "Warning: $robot"; accept = $true } }
            @{ Robot = $robot; Fault = @{ status = 302; headers = @{ Location = $robot -replace 'http://[^/]*', $elsewhere.Base } } }
            # Addresses that the service does not know, that nothing listens on, or that are rejected at once
            $key = [guid]::NewGuid()
            @{ Robot = $robot -replace '=.*', "=$key" }
            @{ Robot = "http://$($socket.LocalEndPoint)/cgi-bin/webhook/send?key=$key" }
            @{ Robot = $robot; More = "-Proxy http://$($socket.LocalEndPoint)" }
            @{ Robot = $robot; More = "-Proxy $($proxy.Uri)" }
            @{ Robot = $robot; More = "-Proxy $($proxy.Uri) -ProxyCredential `$stranger" }
            # The simulator does not support TLS
            @{ Robot = $robot -replace '^http:', 'https:' }
            @{ Robot = "http://192.0.2.1/cgi-bin/webhook/send?key=$key" }
            @{ Robot = $robot -replace '/send', '/upload_media' }
            @{ Robot = "$robot&debug=1" }
            @{ Robot = "$robot%20" }
            @{ Robot = "$robot`n" }
            @{ Robot = $robot -replace 'key=' }
            @{ Robot = $robot -replace '\?key=', '/' }
            @{ Robot = $robot -replace 'key=', 'key=x&' }
            @{ Robot = "$key`n" }
            @{ Robot = "${key}0" }
            @{ Robot = "x$key" }
        }

        # Runs the scripts that <Write> makes of calls and robots, and returns the places that show a key; each <Cause> must have occurred
        function Find-Leak([hashtable[]] $Step, [scriptblock] $Write, [string[]] $Cause = (
                'RobotNotFound', 'RateLimited', 'Refused', 'WebhookRefused', 'UnexpectedAnswer', 'OutcomeUnknown', 'NotSent', 'InvalidAddress'
            )) {
            function Invoke-Step {
                process {
                    # A fault that a step did not use would hit the next one
                    Clear-Simulator $simulator
                    if ($_.Fault) { Add-Fault $simulator $_.Fault }
                    $script = New-TestFile call.ps1 ([System.Text.Encoding]::UTF8.GetBytes((& $Write $_)))
                    try { & $script $_.Robot } catch { $_ }
                }
            }

            $transcribed, $others = $Step.Where({ $_.Transcribed }, 'Split')
            $trace = Get-Trace { $transcribed | Invoke-Step } { $others | Invoke-Step }
            $trace.transcript | Should -BeLike '*What if:*' -Because 'the trace must hold what goes to the host'
            foreach ($id in $Cause) { $trace.'Format-List'.Contains("WeCom$id,") | Should -BeTrue -Because "WeCom$id must be searched" }
            $keys = $Step.Robot | Select-String '[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}'
            if ($IsLinux) { $trace.state | Should -BeLike '*robots.json*wecom-ops*' -Because 'the user''s folder must be searched' }
            $trace.state | Should -Match 'windows' -Because 'the state folder must be searched'
            Find-Key $trace (@($keys.Matches.Value) + 'open-sesame-1234' + 'wrong-password-1234')
        }

        # Runs a call in its own pipeline, stops it while it waits for its answer, and returns what it left
        function Get-StoppedTrace([string] $Call) {
            $transcript = New-TemporaryFile
            $pipeline = New-Pipeline "`$it.GetEnumerator() | ForEach-Object { Set-Variable `$_.Key `$_.Value }; `$null = Start-Transcript `$transcript; $Call" @{
                transcript = "$transcript"; robot = $robot; file = $file; image = $image; voice = $voice; article = $article; card = $card; json = $json
            }
            $null = $pipeline.BeginInvoke()
            # The verbose lines say what it is about to do, and that it posts
            $null = Wait-For { $pipeline.Streams.Verbose.Count -ge 2 }
            $pipeline.Stop()
            $objects = 'Error', 'Warning', 'Verbose', 'Debug', 'Information', 'Progress' | ForEach-Object { $pipeline.Streams.$_.ReadAll() }
            # The exception of the reason refers to half of the engine, so only its text is searched
            ConvertTo-Trace (@($objects) + "$($pipeline.InvocationStateInfo.Reason)") @($pipeline.Runspace.SessionStateProxy.GetVariable('Error')) $transcript
            $pipeline.Dispose()
            Remove-Item $transcript
        }

        function Get-Step($Call, $Bad, $Before, $Slow, $Transcribed) {
            $steps = @(
                Get-Situation | ForEach-Object {
                    @{ Call = "$Call $($_.More)"; Robot = $_.Robot; Fault = $_.Fault ? @($Before; $_.Fault) -ne $null : $null; Transcribed = $Transcribed }
                }
                @{ Call = "$Call -WhatIf"; Transcribed = $true }
                @{ Call = "$Call -ErrorAction Stop"; Fault = @{ errcode = -1 }; Transcribed = $true }
                $Bad | ForEach-Object { @{ Call = $_; Transcribed = $Transcribed } }
                # Each takes a second, so there is only one for each way to post
                if ($Slow) { @{ Call = "$Call -TimeoutSec 1"; Fault = @($Before; @{ delayMs = 60000 }) -ne $null } }
            )
            foreach ($step in $steps) {
                $step.Robot ??= Get-Webhook $simulator
                $step.Call += $step.Call -like 'Publish*' ? ' -Verbose -Debug -Confirm:$false' : ' -Verbose -Debug -Confirm:$false -PassThru'
                $step
            }
        }
    }

    AfterAll {
        $env:XDG_DATA_HOME, $env:WECOM_ROBOT, $env:WECOM_STATE_DIR = $outside
        $socket.Dispose()
        Stop-Proxy $proxy
        Stop-Simulator $simulator
        Stop-Simulator $elsewhere
    }

    # Each test searches its own output
    AfterEach { Remove-Item $env:WECOM_STATE_DIR -Recurse -ErrorAction Ignore }

    It 'given in a variable is never shown: <Call>' -ForEach $cmdlets.Where({ $_.Slow }) {
        # One for each way to post: binding is the same for all, and the test with typed keys covers it better
        $steps = Get-Step $Call $Bad $Before
        Find-Leak $steps { param($step) "param(`$robot) $($step.Call) -Robot `$robot" } | Should -BeNullOrEmpty
    }

    It 'of a registered robot is never shown: <Call>' -ForEach $cmdlets {
        $steps = Get-Step $Call $Bad $Before
        Find-Leak $steps {
            param($step)
            # The robot of the previous step must not remain if this registration is rejected
            @(
                'param($robot) Unregister-WeComRobot m*; $secret = ConvertTo-SecureString $robot -AsPlainText'
                'Register-WeComRobot matrix -Webhook $secret -PassThru -Verbose -Debug -Confirm:$false'
                "$($step.Call) -Robot matrix"
                'Get-WeComRobot m* -Verbose -Debug'
            ) -join '; '
        } | Should -BeNullOrEmpty
    }

    It 'is never shown when the outbox keeps the message, after another attempt: <Call>' -ForEach @(
        @{ Call = 'Send-WeComText hi'; State = 'Pending', 'Unknown' }
        # The fault hits the upload, which nobody sees
        @{ Call = "Send-WeComText ('x' * 3000) -Overflow File"; State = 'Pending' }
    ) {
        # With this limit 45009 closes the window for a second only
        Set-WeComRateLimit -Limit 20 -WindowSec 1
        $steps = Get-Situation | ForEach-Object {
            @{ Call = "$Call $($_.More)"; Robot = $_.Robot ?? (Get-Webhook $simulator); Fault = $_.Fault ? @($_.Fault, $_.Fault) : $null }
        }
        $steps += @{ Call = "$Call -WhatIf"; Robot = Get-Webhook $simulator; Transcribed = $true }
        $leaks = Find-Leak $steps -Cause RobotNotFound, Refused, InvalidAddress {
            param($step)
            @(
                'param($robot) Unregister-WeComRobot m*; $secret = ConvertTo-SecureString $robot -AsPlainText'
                'Register-WeComRobot matrix -Webhook $secret -Verbose -Debug -Confirm:$false'
                "$($step.Call) -Robot matrix -OnFailure Outbox -MaxRetry 1 -Verbose -Debug -Confirm:`$false -WarningAction Continue -PassThru"
                'Get-WeComOutbox -Verbose -Debug | Select-Object -Last 1; Get-WeComRateLimit matrix -Verbose -Debug'
                'Send-WeComOutbox -WhatIf; Get-WeComOutbox | Select-Object -Last 1 | Clear-WeComOutbox -WhatIf'
            ) -join '; '
        }
        Set-WeComRateLimit -Limit 20

        $leaks | Should -BeNullOrEmpty
        (Get-WeComOutbox).State | Sort-Object -Unique | Should -Be $State
    }

    It 'is never shown when the outbox is sent, or in what remains in it' {
        $webhook, $other = (Get-Webhook $simulator), (Get-Webhook $simulator)
        Register-WeComRobot matrix -Webhook $webhook, $other
        Clear-WeComOutbox -Confirm:$false
        Add-Fault $simulator (, @{ errcode = -1 } * 4)
        1..4 | Send-WeComText -Robot matrix -OnFailure Outbox -WarningAction Ignore
        Add-Fault $simulator @{ errcode = 93000; errmsg = $webhook }, @{ errcode = 123456; errmsg = $other }, @{ status = 500; body = $other }, @{ cut = 'after' }
        $trace = Get-Trace {
            Send-WeComOutbox -PassThru -Verbose -Debug -Confirm:$false -WarningAction Continue
            Get-WeComOutbox
            Get-WeComOutbox -State Unknown, Refused | Send-WeComOutbox -Verbose -Debug -Confirm:$false -PassThru -MaxRetry 0
            Get-WeComOutbox | Clear-WeComOutbox -Verbose -Debug -Confirm:$false -WhatIf
            Get-WeComRateLimit matrix
            Set-WeComRateLimit -Limit 20 -Robot matrix -Scope Machine -Verbose -Debug -Confirm:$false
        }

        $trace.'Format-List' | Should -BeLike '*WeComRefused,*'
        Find-Key $trace (($webhook, $other) -replace '.*=') | Should -BeNullOrEmpty
    }

    It 'is never shown after Ctrl+C: <Call>' -ForEach $cmdlets {
        Clear-Simulator $simulator
        Add-Fault $simulator @{ delayMs = 60000 }
        $robot = Get-Webhook $simulator
        $trace = Get-StoppedTrace "$Call -Robot `$robot -Verbose -Debug -Confirm:`$false"

        $trace.'Out-String' | Should -BeLike '*(key #????????)*' -Because 'it must have been stopped at its post'
        $trace.transcript | Should -BeLike '*transcript start*'
        Find-Key $trace ($robot -replace '.*=') | Should -BeNullOrEmpty
    }

    It 'typed into a script is never shown: <Call>' -ForEach $cmdlets {
        # Nothing is excluded from the search, as the engine transcribes no command lines of a script. Only one cmdlet is transcribed
        # as a whole, as the error records of all cmdlets are created in one place
        $steps = Get-Step $Call $Bad $Before $Slow -Transcribed ($Call -eq 'Send-WeComText hi')
        Find-Leak $steps { param($step) "$($step.Call) -Robot '$($step.Robot)'" } | Should -BeNullOrEmpty
    }

    It 'typed as <Text> is never shown' -ForEach @(
        @{ Text = "`$r = '<robot>'; Send-WeComText hi -Robot `$r" }
        @{ Text = "`$arguments = @{ Robot = '<robot>' }`nSend-WeComText hi @arguments" }
        @{ Text = "Send-WeComText hi ```n    -Robot <robot> ```n    -Verbose" }
        @{ Text = "Send-WeComText -Robot:`"<robot>`" -Content hi" }
        @{ Text = "function Send { Send-WeComText hi -Robot '<robot>' }; Send" }
        @{ Text = "Send-WeComText hi -Robot ([uri] '<robot>')" }
        @{ Text = "Send-WeComText hi -Robot (ConvertTo-SecureString '<robot>' -AsPlainText)" }
        @{ Text = "`$env:WECOM_ROBOT = '<robot>'; try { Send-WeComText hi } finally { `$env:WECOM_ROBOT = '' }" }
        @{ Text = "`$PSDefaultParameterValues = @{ '*-WeCom*:Robot' = '<robot>' }; Send-WeComText hi" }
        @{ Text = "'hi' | Send-WeComText -Robot '<robot>' -WhatIf" }
        @{ Text = "(Send-WeComText hi -Robot '<robot>'), (Send-WeComText '' -Robot '<robot>')" }
        @{ Text = "Send-WeComText hi -Robot nobody, '<robot>'" }
        @{ Text = "Register-WeComRobot typed -Webhook '<robot>' -Default -PassThru; Send-WeComText hi; Get-WeComRobot" }
        @{ Text = "Register-WeComRobot typed -Webhook '<robot>' -WhatIf" }
        @{ Text = "Register-WeComRobot typed -Webhook '<robot>' -Persist" }
        @{ Text = "Register-WeComRobot '<robot>' -Webhook x" }
        @{ Text = "Register-WeComRobot typed -Webhook '<robot>', '<robot>' -PassThru; Send-WeComText hi -Robot typed -OnFailure Outbox" }
        @{ Text = "Register-WeComRobot typed -Webhook '<robot>', '<robot>x', nonsense" }
        @{ Text = "Send-WeComText hi -Robot '<robot>' -OnFailure Outbox" }
        @{ Text = "Get-WeComRateLimit '<robot>'; Get-WeComRateLimit '<robot>x'" }
        @{ Text = "Set-WeComRateLimit -Limit 5 -Robot '<robot>' -Scope Machine -Verbose; Set-WeComRateLimit -Limit 5 -Robot '<robot>' -WhatIf" }
        @{ Text = "Get-WeComOutbox '<robot>'; Send-WeComOutbox '<robot>' -Verbose; Clear-WeComOutbox '<robot>' -Confirm:`$false -Verbose" }
        @{ Text = "Register-WeComRobot typed -SecretName s -BaseUri '<robot>'" }
        @{ Text = "'<robot>' | Get-WeComRobot; Get-WeComRobot '<robot>'" }
        @{ Text = "Unregister-WeComRobot '<robot>'" }
        @{ Text = "`$r = Register-WeComRobot typed -Webhook '<robot>' -PassThru; Unregister-WeComRobot typed; Send-WeComText hi -Robot `$r" }
    ) {
        $robot = Get-Webhook $simulator
        $script = New-TestFile typed.ps1 ([System.Text.Encoding]::UTF8.GetBytes(($Text -replace '<robot>', $robot)))
        Clear-Simulator $simulator
        Add-Fault $simulator @{ errcode = -1 }
        $trace = Get-Trace { & $script }
        Unregister-WeComRobot typ*

        Find-Key $trace ($robot -replace '.*=') | Should -BeNullOrEmpty
    }

    Context 'next to a failing call, in <Place>,' -ForEach @(
        # A call of each cmdlet fails on a line whose other code contains the key
        @{ Place = 'the statement before'; Line = "`$null = '<robot>'; <call>" }
        @{ Place = 'the statement after'; Line = "<call>; `$null = '<robot>'" }
        @{ Place = 'the pipeline'; Line = "<call> | ForEach-Object { `$null = '<robot>' }" }
        @{ Place = 'a function'; Line = "function Step { <call>; `$null = '<robot>' }; Step" }
        @{ Place = 'a script block'; Line = "& { param(`$Webhook) <call> } -Webhook '<robot>'" }
        @{ Place = 'Invoke-Expression'; Line = "Invoke-Expression '<call>; `$null = ''<robot>'''" }
        @{ Place = 'several lines'; Line = "if (`$true) { `$null = '<robot>'; <call> } else {`n    '<robot>' }" }
        @{ Place = 'a hashtable of lines'; Line = "`$null = @{`n    webhook = '<robot>'; result = (<call>)`n    other = '<robot>'`n}" }
        @{ Place = 'a bare key'; Line = "`$key = '<key>'; <call>" }
        @{ Place = 'an encoded URL'; Line = "`$null = 'https://login.example.com/?to=<encoded>'; <call>" }
        @{ Place = 'an encoded key'; Line = "`$null = '<encodedkey>'; <call>" }
        @{ Place = 'a comment'; Line = "<call> # -Robot <robot>" }
    ) {
        It 'is not shown in the error of any cmdlet' {
            $robot = Get-Webhook $simulator
            $key = $robot -replace '.*='
            $encoded = [uri]::EscapeDataString($robot)
            $encodedKey = $key -replace '-', '%2D'
            $lines = foreach ($call in $failing.Values) {
                $text = $Place -eq 'Invoke-Expression' ? $call.Replace("'", "''") : $call
                $Line.Replace('<call>', $text).Replace('<robot>', $robot).Replace('<key>', $key).Replace('<encoded>', $encoded).Replace('<encodedkey>', $encodedKey)
            }
            # Each is in its own script, as some errors end the script
            $scripts = $lines | ForEach-Object { New-TestFile "$(New-Guid).ps1" ([System.Text.Encoding]::UTF8.GetBytes($_)) }
            $trace = Get-Trace {} { $scripts | ForEach-Object { try { & $_ } catch { $_ } } }

            foreach ($name in $failing.Keys) {
                $trace.'Format-List'.Contains(",WeComRobot.Commands.$($name -replace '-')Command") | Should -BeTrue -Because "$name must have failed"
            }
            Find-Key $trace $key, $encodedKey | Should -BeNullOrEmpty
        }
    }

    It 'is tested with a failing call of each cmdlet' {
        $failing.Keys | Sort-Object | Should -Be ((Get-Command -Module WeComRobot).Name | Sort-Object)
    }

    It 'given in a variable is not shown in an error of parameter binding' {
        # Typed literals are not tested: the engine quotes the line before any code of the module runs
        $robot = Get-Webhook $simulator
        $trace = Get-Trace {
            try { Send-WeComMarkdown hi -V2 -Mention lisi -Robot $robot } catch { $_ }
            try { Send-WeComText hi -Robot $robot -TimeoutSec 0 } catch { $_ }
            try { Send-WeComText hi -Robot $robot -Recipient lisi } catch { $_ }
            $null | Send-WeComCard -Robot $robot
        }

        $trace.'Out-String' | Should -BeLike '*Mention*TimeoutSec*Recipient*Card*'
        Find-Key $trace ($robot -replace '.*=') | Should -BeNullOrEmpty
    }

    It 'is found by this search if it leaks into <Where>' -ForEach @(
        @{ Where = 'verbose'; Leak = { Write-Verbose "posting to $robot" -Verbose } }
        @{ Where = 'debug'; Leak = { Write-Debug "posting to $robot" -Debug } }
        @{ Where = 'a warning'; Leak = { Write-Warning $robot } }
        @{ Where = 'the text of -WhatIf'; Leak = { function Send { [CmdletBinding(SupportsShouldProcess)] param() $null = $PSCmdlet.ShouldProcess($robot) }; Send -WhatIf } }
        @{ Where = 'an object''s property'; Leak = { [pscustomobject]@{ Robot = @{ Address = @{ Url = $robot } } } } }
        @{ Where = 'an error''s target'; Leak = { Write-Error no -TargetObject @{ Robot = $robot } } }
        @{ Where = 'an inner exception'; Leak = { throw [Exception]::new('no', [Exception]::new($robot)) } }
        @{ Where = 'a swallowed error'; Leak = { Write-Error $robot -ErrorAction SilentlyContinue } }
        @{ Where = 'the user''s folder'; Leak = { Set-Content (Join-Path $env:XDG_DATA_HOME leak) $robot } }
        @{ Where = 'the state folder'; Leak = { $null = New-Item (Join-Path $env:WECOM_STATE_DIR leak) -Value $robot -Force } }
        @{ Where = 'base64'; Leak = { [Convert]::ToBase64String([System.Text.Encoding]::UTF8.GetBytes("x$robot")) } }
        @{ Where = 'upper case'; Leak = { $robot.ToUpperInvariant() } }
    ) {
        $robot = Get-Webhook $simulator
        $trace = Get-Trace $Leak
        Remove-Item (Join-Path $env:XDG_DATA_HOME leak), (Join-Path $env:WECOM_STATE_DIR leak) -ErrorAction Ignore

        Find-Key $trace ($robot -replace '.*=') | Should -Not -BeNullOrEmpty
    }

    It 'is found by this search if it leaks before Ctrl+C' {
        $robot = Get-Webhook $simulator
        $trace = Get-StoppedTrace '1, 2 | ForEach-Object { Write-Verbose $robot -Verbose }; Wait-Event never'

        Find-Key $trace ($robot -replace '.*=') | Should -Not -BeNullOrEmpty
    }
}
