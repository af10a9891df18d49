Describe 'Compare-WeComService' {
    BeforeDiscovery { $analyzer = [bool] (Get-Module PSScriptAnalyzer -ListAvailable) }

    BeforeAll {
        Import-Module $PSScriptRoot/Simulator.psm1
        Import-Module $PSScriptRoot/Robots.psm1
        $live = Join-Path (Split-Path $PSScriptRoot) live
        $allProbes = Get-ChildItem $live/probes | Sort-Object Name | ForEach-Object { Get-Content $_ -Raw | ConvertFrom-Json } | ForEach-Object { $_ }
        $ordinary = @($allProbes | Where-Object { -not $_.after })
        $simulator = Start-Simulator
        $report = Join-Path (Get-PSDrive TestDrive).Root report.md
        $before = $env:WECOM_ROBOT

        # Records the script's pauses, in seconds, without waiting
        function Start-Sleep([double] $Seconds, [double] $Milliseconds) { $pauses.Add($Seconds + $Milliseconds / 1000) }

        # Runs the script; sets $differences, $pauses, and $output to all that it writes, to any stream
        function Invoke-Compare([hashtable] $With = @{}) {
            $parameters = @{ Robot = $simulator.Webhook; ReportPath = $report; Confirm = $false }
            $With.Keys | ForEach-Object { $parameters[$_] = $With[$_] }
            $script:pauses = [System.Collections.Generic.List[double]]::new()
            $written = & $live/Compare-WeComService.ps1 @parameters *>&1
            $script:differences = @($written | Where-Object { $_ -is [psobject] -and $_.PSObject.Properties['Got'] })
            $script:output = $written | Format-List * -Force | Out-String -Width 1000
        }

        function Assert-Private([string] $Key = $simulator.Key) {
            $output | Should -Not -Match $Key
            Get-Content $report -Raw | Should -Not -Match "$Key|203\.0\.113\.7"
        }
    }

    AfterAll {
        Stop-Simulator $simulator
        $env:WECOM_ROBOT = $before
    }

    BeforeEach {
        Clear-Simulator $simulator
        Remove-Item $report -ErrorAction Ignore
        $env:WECOM_ROBOT = $null
    }

    Context 'against the simulator' {
        It 'reports that there is no difference' {
            Invoke-Compare

            $differences | Should -BeNullOrEmpty
            $output | Should -Match "$($ordinary.Count) of $($ordinary.Count) probes: no difference"
            $text = Get-Content $report -Raw
            $text | Should -Match '(?s)## Differences\s+None\.'
            $text | Should -Not -Match 'other text'
            $confirmed = $text -split '## Confirmed by the service' | Select-Object -Last 1
            $allProbes | Where-Object known -EQ 'official table' | ForEach-Object { $confirmed | Should -Match "``$($_.id)``" }
            $received = @(Get-Received $simulator)
            $received.Count | Should -Be @($ordinary | Where-Object { $_.path -ne 'upload_media' -and $_.errcode -eq 0 }).Count
            $received.msgtype | Sort-Object -Unique | Should -Be file, image, markdown, markdown_v2, news, template_card, text, voice
            $received | Where-Object msgtype -NotIn image, file, voice | ForEach-Object { $_.body | Should -BeLike '*`[WeComRobot probe`]*' }
            Assert-Private
        }

        # ConvertTo-Json would write these messages differently, in 5.1 with escapes
        It 'posts each message byte for byte as listed' {
            Invoke-Compare

            $lines = Get-ChildItem $live/probes | Sort-Object Name | Get-Content
            $received = @(Get-Received $simulator | ForEach-Object body)
            foreach ($id in 'markdown', 'news-long', 'text-notice') {
                $line = $lines[$lines.IndexOf(($lines -like "*`"id`": `"$id`",*")[0])..$lines.Count] -match '^    "message": ' | Select-Object -First 1
                $message = $line -replace '^    "message": |,$' -replace '\{x\*(\d+)\}', { 'x' * $_.Groups[1].Value }
                $received | Should -Contain $message
            }
        }

        It 'sends at most 15 posts a minute, or fewer if told so' -ForEach @(@{ With = @{}; Pause = 4 }, @{ With = @{ PostsPerMinute = 6 }; Pause = 10 }) {
            Invoke-Compare $With

            $pauses.Count | Should -Be ($ordinary.Count - 1)
            $pauses | Sort-Object -Unique | Should -Be $Pause
        }

        It 'writes the differences to the pipeline and the report' {
            $page = '<html> your IP address is 203.0.113.7 </html>'
            $more = ", hint: [1732258800], from ip: 203.0.113.7, more info at https://open.work.weixin.qq.com/?e=1"
            Add-Fault $simulator @{}, @{ errcode = 40001; errmsg = "say `$(pwd) \| ``$($simulator.Key)``$more" },
                @{ status = 302; headers = @{ Location = $simulator.Webhook } }, @{ status = 200; body = $page }
            Invoke-Compare

            $asked = $ordinary[1..3]
            $differences.Probe | Should -Be $asked.id
            $differences.Document | Should -Be $asked.document
            # The second text is the simulator's own, so only the code is expected of the service
            $differences.Expected | Should -Be '93000 invalid webhook url', '43002', '0 ok'
            $differences[0].Got | Should -BeExactly '40001 say $(pwd) \| `***`'
            $differences[1].Got | Should -BeLike 'HTTP 302, * bytes'
            $differences[2].Got | Should -BeLike "no JSON with an errcode: *, $($page.Length) bytes"
            $rows = (Get-Content $report) -match '^\| `'
            $rows.Count | Should -Be 3
            $rows[0] | Should -BeExactly "| ``$($asked[0].id)``: $($asked[0].title) | seen | ``$($asked[0].errcode) $($asked[0].errmsg)`` | ``40001 say `$(pwd) \\\| '***'`` | $($asked[0].document) |"
            Assert-Private
        }

        It 'compares the suffixes of errmsg and the kinds of all fields' {
            Add-Fault $simulator (@(@{ errcode = 93000; errmsg = 'invalid webhook url, hint: [1732258800]' }) +
                @(@{}) * ($ordinary.id.IndexOf('upload-official') - 1) +
                @{ status = 200; body = '{"errcode":0,"errmsg":"ok","type":"file","media_id":"m","created_at":1732258800}' })
            Invoke-Compare

            $differences[0].Probe, $differences[0].Got | Should -Be 'key-unknown', 'errmsg with hint'
            $differences[1].Probe | Should -Be 'upload-official'
            $differences[1].Expected | Should -BeLike '*created_at: string'
            $differences[1].Got | Should -BeLike '*created_at: number'
        }

        It 'counts another text as a difference only if a document states the text' {
            $own = $ordinary.id.IndexOf('upload-type-missing')
            $documented = $ordinary.id.IndexOf('upload-key-unknown')
            Add-Fault $simulator (@(@{}) * $documented + @{ errcode = 40058; errmsg = 'no such key' } + @(@{}) * ($own - $documented - 1) +
                @{ errcode = 40005; errmsg = 'type | of media, hint: [1732258800]' })
            Invoke-Compare

            $differences.Probe | Should -Be 'upload-key-unknown'
            $differences.Expected | Should -Be "40058 invalid param 'key'"
            $text = Get-Content $report -Raw
            $text | Should -Match '(?s)## Same code, other text.*\| `upload-type-missing` \| 40005 \| `invalid type parameter` \| `type \\\| of media` \|'
            $text | Should -Match '(?s)## Confirmed by the service.*`upload-type-missing`'
        }

        It 'hides the IP address of the caller' {
            $texts = 'your IP address is 203.0.113.7.', 'client=203.0.113.7', 'from ip: 203.0.113.7', 'host 203-0-113-7.example',
                '[2001:db8::203:7]:443', '::ffff:203.0.113.7', 'see https://203.0.113.7/login?user=probe'
            $faults = foreach ($text in $texts) {
                @{ errcode = 40001; errmsg = "denied $text" }
                @{ status = 403; body = "<html>$text</html>" }
                @{ errcode = 40001; errmsg = 'denied' }
                @{ status = 200; body = "{`"client`":`"$text`"}" }
            }
            Add-Fault $simulator $faults
            Invoke-Compare

            $differences.Count | Should -Be $faults.Count
            @($differences.Got -like '40001 denied*').Count | Should -Be ($faults.Count / 2)
            $output + (Get-Content $report -Raw) | Should -Not -Match '203\D0\D113\D7|db8|203:7|user=probe'
        }

        It 'waits a minute and repeats the probe if others have used up the rate limit' {
            Add-Fault $simulator @{}, @{ errcode = 45009 }
            Invoke-Compare

            $differences | Should -BeNullOrEmpty
            @($pauses -eq 61).Count | Should -Be 1
        }

        It 'uses up the rate limit with -IncludeRateLimit' {
            Invoke-Compare @{ IncludeRateLimit = $true }

            # This simulator has no limit, so the 21st message is accepted
            $differences.Probe | Should -Be 'rate-21'
            $differences.Got | Should -Be '0 ok'
            @($pauses -eq 61).Count | Should -Be 4
            @(Get-Received $simulator | Where-Object body -Match '\] text: ').Count | Should -Be (1 + 20 + 19)
        }
    }

    Context 'before sending' {
        It 'lists the probes with -WhatIf, and neither sends nor writes anything' {
            $rows = & $live/Compare-WeComService.ps1 -Robot $simulator.Webhook -ReportPath $report -WhatIf

            $rows.Probe | Should -Be $ordinary.id
            Get-Received $simulator | Should -BeNullOrEmpty
            $report | Should -Not -Exist
        }

        It 'describes what it will do without showing the key' {
            $visible = @($ordinary | Where-Object { $_.path -ne 'upload_media' -and $_.errcode -eq 0 }).Count
            $text = Get-HostText { & $live/Compare-WeComService.ps1 -Robot $simulator.Webhook -WhatIf }

            $text | Should -Match "Post $visible marked test messages and $($ordinary.Count - $visible) uploads and requests"
            $text | Should -Match ([regex]::Escape((Get-Address $simulator.Webhook)))
            $text | Should -Not -Match $simulator.Key
        }

        It 'asks for confirmation' {
            $shell = [powershell]::Create()
            # The host of this shell cannot prompt
            $null = $shell.AddCommand("$live/Compare-WeComService.ps1").AddParameter('Robot', $simulator.Webhook).AddParameter('ReportPath', $report)
            { $shell.Invoke() } | Should -Throw '*prompt*'
            $shell.Dispose()

            Get-Received $simulator | Should -BeNullOrEmpty
            $report | Should -Not -Exist
        }

        It 'accepts the robot as <As>' -ForEach @(
            @{ As = 'SecureString'; Give = { ConvertTo-SecureString $simulator.Webhook -AsPlainText -Force } }
            @{ As = 'WECOM_ROBOT'; Give = { $env:WECOM_ROBOT = $simulator.Webhook; $null } }
            @{ As = 'a key, of the real service'; Give = { $simulator.Key }; Address = 'https://qyapi.weixin.qq.com/send?key={0}' }
            # From the official page
            @{ As = 'a key that is not hexadecimal'; Give = { '693axxx6-7aoc-4bc4-97a0-0ec2sifa5aaa' }; Address = 'https://qyapi.weixin.qq.com/send?key={0}' }
            @{ As = 'a URL with a short key'; Give = { 'https://example.com/send?key=my_Robot-1' }; Address = 'https://example.com/send?key=my_Robot-1' }
        ) {
            $given = & $Give
            $with = if ($given) { @{ Robot = $given } } else { @{} }
            $text = Get-HostText { & $live/Compare-WeComService.ps1 @with -WhatIf }

            $address = if ($Address) { $Address -f $given } else { $simulator.Webhook }
            $text | Should -Match ([regex]::Escape((Get-Address $address)))
        }

        It 'rejects the robot "<Robot>" without quoting it' -ForEach @(
            @{ Robot = ''; Message = '*WECOM_ROBOT*' }
            @{ Robot = 'secret-name'; Message = '*neither*' }
            @{ Robot = 'http://example.com/send?key=secret-key'; Message = '*not https*' }
            @{ Robot = 'https://secret-user@example.com/send?key=secret-key'; Message = '*neither*' }
            @{ Robot = 'https://example.com/send?key=secret-key%20'; Message = '*neither*' }
        ) {
            $problem = try { & $live/Compare-WeComService.ps1 -Robot $Robot -Confirm:$false } catch { $_ }

            $problem.Exception.Message | Should -BeLike $Message
            $problem | Format-List * -Force | Out-String | Should -Not -Match 'secret-'
        }

        It 'rejects a report path in a folder that does not exist' {
            { & $live/Compare-WeComService.ps1 -Robot $simulator.Webhook -ReportPath TestDrive:/nowhere/report.md -Confirm:$false } |
                Should -Throw '*no folder*'
            Get-Received $simulator | Should -BeNullOrEmpty
        }
    }

    Context 'when it cannot go on' {
        It 'stops after three probes without an answer, and reports the results so far' {
            $port = New-ClosedPort
            try { Invoke-Compare @{ Robot = "http://$($port.LocalEndPoint)/cgi-bin/webhook/send?key=$($simulator.Key)" } }
            finally { $port.Dispose() }

            $differences.Probe | Should -Be $ordinary[0..2].id
            $differences.Got | Should -BeLike 'no answer: *'
            $output | Should -Match 'The run was stopped: three probes in a row had no answer'
            Get-Content $report -Raw | Should -Match "3 of $($ordinary.Count) probes sent(?s).*The run was stopped: ``three probes"
            Assert-Private
        }

        It 'stops when the robot is gone' {
            $key = [guid]::NewGuid()
            Invoke-Compare @{ Robot = $simulator.Webhook.Replace($simulator.Key, $key) }

            $output | Should -Match 'The run was stopped: the service says of this robot: 93000 invalid webhook url'
            Get-Content $report -Raw | Should -Match 'The run was stopped'
            Assert-Private $key
        }

        It 'stops when something else answers in place of the service' {
            Add-Fault $simulator (@(@{ status = 200; body = '<html> log in </html>' }) * 3)
            Invoke-Compare

            $differences.Probe | Should -Be $ordinary[0..2].id
            $output | Should -Match 'The run was stopped: three probes in a row had no answer from the service: no JSON'
        }

        It 'continues when a probe that should fail gets the code of a robot that is gone' {
            Add-Fault $simulator (@(@{}) * $ordinary.id.IndexOf('method-get') + @{ errcode = 93000; errmsg = 'invalid webhook url' })
            Invoke-Compare

            $differences.Probe | Should -Be 'method-get'
            $output | Should -Not -Match 'stopped'
        }

        It 'escapes the text of the service in the report' {
            Add-Fault $simulator (@(@{}) * $ordinary.id.IndexOf('text') + @{ errcode = 93008; errmsg = '`[gone](https://example.com) <img src=x>' })
            Invoke-Compare

            Get-Content $report | Should -Contain "The run was stopped: ``the service says of this robot: 93008 '[gone](https://*** <img src=x>``"
        }

        It 'reports the results so far when it is canceled' {
            $listener = [System.Net.Sockets.TcpListener]::new([ipaddress]::Loopback, 0)
            $listener.Start()
            $parameters = @{ Robot = "http://$($listener.LocalEndpoint)/cgi-bin/webhook/send?key=$($simulator.Key)"; ReportPath = $report; Confirm = $false }
            $shell = [powershell]::Create()
            $running = $shell.AddCommand("$live/Compare-WeComService.ps1").AddParameters($parameters).BeginInvoke()
            # The script has connected and waits for an answer
            $client = $listener.AcceptTcpClient()
            $shell.Stop()
            $running.AsyncWaitHandle.WaitOne(30000) | Should -BeTrue
            $client, $listener, $shell | ForEach-Object Dispose

            Get-Content $report -Raw | Should -Match "0 of $($ordinary.Count) probes sent(?s).*The run was stopped: ``it was canceled"
        }

        It 'skips the probes that need an upload that failed' {
            Add-Fault $simulator (@(@{}) * $ordinary.id.IndexOf('upload-official') + @{ errcode = 44001; errmsg = 'empty media data' })
            Invoke-Compare

            $differences.Probe | Should -Be 'upload-official'
            Get-Content $report | Should -Contain '- `file`: there is no media id of upload-official'
        }
    }

    Context '<_>' -ForEach 'Compare-WeComService.ps1', 'Probes.psm1', 'Report.psm1' {
        It 'runs in PowerShell 7 and 5.1' -Skip:(-not $analyzer) {
            Invoke-ScriptAnalyzer $live/$_ -Settings @{
                IncludeRules = 'PSUseCompatibleSyntax', 'PSAvoidUsingCmdletAliases', 'PSUseDeclaredVarsMoreThanAssignments'
                Rules        = @{ PSUseCompatibleSyntax = @{ Enable = $true; TargetVersions = '5.1', '7.4' } }
            } | ForEach-Object Message | Should -BeNullOrEmpty
        }

        It 'is plain ASCII, as 5.1 reads other encodings by the culture' {
            [System.IO.File]::ReadAllBytes("$live/$_") | Where-Object { $_ -gt 127 } | Should -BeNullOrEmpty
        }
    }
}
