# What the group is told of a watched command. WatchedStreams and WatchedProcess test that the command stays as it is.
Describe 'Watch-WeComCommand' {
    BeforeAll {
        Import-Module $PSScriptRoot/Simulator.psm1, $PSScriptRoot/Robots.psm1, $PSScriptRoot/State.psm1
        Import-WeComRobot
        $simulator = Start-Simulator
        # The markdown messages that arrived, with ~ for the marks of code: -like would take a backtick for its own
        function Get-Told { @((Get-Received $simulator).Payload.markdown.content) -ne $null -replace '`', '~' }
        function Invoke-Watch([scriptblock] $Command, [hashtable] $More = @{}) { Watch-WeComCommand @watch @More $Command 2>$null }
        $fails, $succeeds = { $global:LASTEXITCODE = 3 }, { 'fine' }
    }

    AfterAll {
        Unregister-WeComRobot ops -ErrorAction Ignore
        Stop-Simulator $simulator
    }

    BeforeEach {
        $null = Use-StateFolder "$(New-Guid)"
        Clear-Simulator $simulator
        $watch = @{ Name = 'nightly backup'; Robot = Get-Webhook $simulator; MaxRetry = 0 }
    }

    AfterEach { Restore-StateFolder }

    It 'tells what failed, where, when, for how long, and the end of the output' {
        Set-Content "$TestDrive/backup.ps1" '"copying"', 'throw "disk full"'
        { Invoke-Watch { & "$TestDrive/backup.ps1" } } | Should -Throw 'disk full'

        Get-Told | Should -BeLike (@(
                '🟠 <font color="warning">`*`*Warning: nightly backup failed`*`*</font>'
                "> Host: $([Environment]::MachineName)", '> Time: 20*', '> Started: 20*', '> Duration: * s', ''
                'Error:', '~disk full~', "~at $(Join-Path $TestDrive backup.ps1), line 2~", ''
                'Last lines of output:', '~copying~'
            ) -join "`n")
    }

    It 'tells the exit code, and nothing of errors when there were none' {
        Invoke-Watch $fails

        Get-Told | Should -BeLike '*> Exit code: 3'
    }

    It 'tells with -On <On> of two failures and two successes: <Told>' -ForEach @(
        @{ On = 'Failure'; Told = 'failed', 'failed, 2 times', 'over' }
        @{ On = 'Always'; Told = 'failed', 'failed, 2 times', 'over', 'succeeded' }
        @{ On = 'Change'; Told = 'failed', 'over' }
    ) {
        foreach ($command in $fails, $fails, $succeeds, $succeeds) { $null = Invoke-Watch $command @{ On = $On } }

        Get-Told | ForEach-Object {
            switch -Wildcard ($_) {
                '*Warning: nightly backup failed*2 times*' { 'failed, 2 times'; break }
                '*Warning: nightly backup failed*' { 'failed'; break }
                '🟢*Resolved: nightly backup succeeded*fired*×' { 'over'; break }
                '🔵*Info: nightly backup succeeded*~fine~' { 'succeeded'; break }
                default { $_ }
            }
        } | Should -Be $Told
    }

    It 'tells nothing of a success when nothing had failed, and keeps no state' {
        Invoke-Watch $succeeds | Should -Be 'fine'

        Get-Received $simulator | Should -BeNullOrEmpty
        Get-WeComAlert | Should -BeNullOrEmpty
    }

    It 'counts a failure within -RepeatAfter, and -Key says which failures are the same' {
        Invoke-Watch $fails @{ RepeatAfter = '01:00:00'; Key = 'backup' }
        Watch-WeComCommand -Robot $watch.Robot -Name 'another name' -RepeatAfter 01:00:00 -Key BACKUP $fails

        Get-Told | Should -HaveCount 1
        $alert = Get-WeComAlert
        $alert.Key, $alert.Count | Should -Be 'backup', 2
    }

    It 'writes a receipt with -PassThru, after the output' {
        $output, $receipt = Invoke-Watch { 'out'; $global:LASTEXITCODE = 1 } @{ PassThru = $true }

        $output | Should -Be 'out'
        $receipt.Key, "$($receipt.Status)", $receipt.Count | Should -Be 'nightly backup', 'Sent', 1
    }

    It 'takes an error for a failure only with -FailOnError' {
        $errors = { Get-Item ./nowhere; Write-Error second; 'went on' }
        Invoke-Watch $errors | Should -Be 'went on'
        Get-Told | Should -BeNullOrEmpty

        Invoke-Watch $errors @{ FailOnError = $true } | Should -Be 'went on'
        Get-Told | Should -BeLike "*Error:*nowhere*does not exist*Last lines of output:*~second~*~went on~"
    }

    It 'tells an error that the command goes on after only once' {
        Invoke-Watch { Write-Error 'harmless'; 'went on'; $global:LASTEXITCODE = 2 } | Should -Be 'went on'
        Invoke-Watch { Write-Error 'harmless'; 1..5; $global:LASTEXITCODE = 2 } @{ Tail = 3; Key = 'another' } | Should -HaveCount 5
        $shown, $scrolled = Get-Told

        $shown | Should -BeLike "*Exit code: 2`n`nLast lines of output:`n~harmless~`n~went on~"
        $scrolled | Should -BeLike "*Error:`n~harmless~`n*Last lines of output:`n~3~`n~4~`n~5~"
    }

    It 'tells what made it fail apart, and not again at the end of the output' {
        $failing = { 'out'; Write-Error "first line`nsecond line" }
        Invoke-Watch $failing @{ FailOnError = $true } | Should -Be out
        Invoke-Watch { Write-Error 'alone' } @{ FailOnError = $true; Key = 'another' }
        $both, $alone = Get-Told

        $both | Should -BeLike "*Error:`n~first line~`n~second line~`n~at *`n`nLast lines of output:`n~out~"
        $alone | Should -BeLike "*Error:`n~alone~`n~at *, line*~"
    }

    It 'takes a command that there is not for a failure: <What>' -ForEach @(
        @{ What = 'in a script block'; Given = @{ ScriptBlock = { no-such-command } } }
        @{ What = 'a file'; Given = @{ FilePath = './no-such-command.ps1' } }
    ) {
        { Watch-WeComCommand @watch @Given } | Should -Throw -ErrorId 'CommandNotFoundException'

        Get-Told | Should -BeLike "*Error:*no-such-command*"
    }

    It 'shows as many lines as -Tail says, as the shell shows them, without colours' {
        $output = { 1..50; [pscustomobject]@{ A = 'x' }; "`e[32mgreen`e[0m"; Write-Host host -NoNewline; Write-Host line; $global:LASTEXITCODE = 1 }
        $null = Invoke-Watch $output @{ Tail = 8 } 6>$null
        $null = Invoke-Watch $output @{ Tail = 0; Key = 'another' } 6>$null
        $many, $none = Get-Told

        $many | Should -BeLike (@('*Last lines of output:', '~50~', '', '~A~', '~-~', '~x~', '', '~green~', '~hostline~') -join "`n")
        $none | Should -Not -BeLike '*output*'
    }

    It 'shows the end of lines that are too many for a message' {
        $null = Invoke-Watch { 1..100 | ForEach-Object { "$_ " + '中' * 200 }; $global:LASTEXITCODE = 1 } @{ Tail = 100 }

        Get-Received $simulator | Should -HaveCount 1
        Get-Told | Should -Match 'output:\n(~\d+ 中+…~\n){5}~100 中+…~$'
    }

    It 'sends all output as a file with -AttachOutput, if the message does not show it' {
        $null = Invoke-Watch { 1..3; $global:LASTEXITCODE = 1 } @{ AttachOutput = $true }
        $null = Invoke-Watch { 1..50; $global:LASTEXITCODE = 1 } @{ AttachOutput = $true }
        $type = (Get-Received $simulator).Payload.msgtype

        $type | Should -Be markdown, markdown, file
        (Get-ReceivedMedia $simulator).sha256 | Should -Be ([Convert]::ToHexString(
                [System.Security.Cryptography.SHA256]::HashData([System.Text.Encoding]::UTF8.GetBytes(1..50 -join "`n"))))
    }

    It 'keeps the end of an output that is too long for a file, and says so' {
        $null = Invoke-Watch { 1..100001; $global:LASTEXITCODE = 1 } @{ AttachOutput = $true }

        $text = @('(Earlier output was not kept.)') + (2..100001) -join "`n"
        (Get-ReceivedMedia $simulator).sha256 | Should -Be ([Convert]::ToHexString(
                [System.Security.Cryptography.SHA256]::HashData([System.Text.Encoding]::UTF8.GetBytes($text))))
    }

    It 'mentions members of a failure only' {
        foreach ($command in $fails, $succeeds) { $null = Invoke-Watch $command @{ Mention = 'lisi' } }

        $failure, $end = Get-Told
        $failure | Should -BeLike '*<@lisi>*'
        $end | Should -Not -BeLike '*<@lisi>*'
    }

    It 'only warns if the group cannot be told: <What>' -ForEach @(
        @{ What = 'the service refuses'; Robot = $null; Says = '*not told*93000*' }
        @{ What = 'there is no such robot'; Robot = 'nobody'; Says = "*not told*'nobody'*" }
    ) {
        Add-Fault $simulator @{ errcode = 93000; errmsg = 'invalid webhook url' }
        if ($Robot) { $watch.Robot = $Robot }
        $output = Watch-WeComCommand @watch { 'out'; $global:LASTEXITCODE = 3 } -WarningVariable warning -ErrorVariable failure 3>$null
        $outcome = $?, $LASTEXITCODE

        $output | Should -Be 'out'
        $outcome | Should -Be $false, 3
        $warning | Should -BeLike $Says
        $failure | Should -BeNullOrEmpty
    }

    It 'with -FailOnNotification that is an error, unless the command has one of its own' {
        $watch += @{ FailOnNotification = $true; On = 'Always' }
        $watch.Robot = 'nobody'
        $failure = Watch-WeComCommand @watch { } 2>&1
        $outcome = $?
        { Watch-WeComCommand @watch { throw 'my own' } 3>$null } | Should -Throw 'my own'

        $outcome | Should -BeFalse
        $failure.FullyQualifiedErrorId | Should -Be 'WeComRobotNotFound,WeComRobot.Commands.WatchWeComCommandCommand'
    }

    It 'keeps with -OnFailure Outbox what cannot be sent' {
        Register-WeComRobot ops -Webhook $watch.Robot
        $watch.Robot = 'ops'
        Add-Fault $simulator @{ status = 500 }
        Watch-WeComCommand @watch -OnFailure Outbox $fails 3>$null

        (Get-WeComOutbox).Robot | Should -Be 'ops'
    }

    It 'tells of a success in quiet hours when they are over' {
        $end = [datetime]::UtcNow.AddHours(5)
        Register-WeComRobot ops -Webhook $watch.Robot -QuietHours ('{0:HH:mm}-{1:HH:mm}' -f $end.AddHours(-7), $end) -TimeZone UTC
        $watch.Robot = 'ops'
        $null = Watch-WeComCommand @watch -On Always $succeeds 3>$null

        Get-Received $simulator | Should -BeNullOrEmpty
        (Get-WeComOutbox).NotBefore | Should -BeGreaterThan ([datetimeoffset]::Now)
    }

    It 'throws what the command throws, even if a warning should end it; each robot has its turn' {
        $watch.Robot = 'nobody', $watch.Robot
        { Watch-WeComCommand @watch -WarningAction Stop { throw 'my own' } 3>$null } | Should -Throw 'my own'

        Get-Told | Should -HaveCount 1
    }

    It 'runs nothing with -WhatIf, nor if its parameters make no message' {
        $ran = [System.Collections.Generic.List[int]]::new()
        Watch-WeComCommand @watch -WhatIf { $ran.Add(1) }
        { Watch-WeComCommand @watch -As Card { $ran.Add(1) } } | Should -Throw '*-Url*'

        $ran | Should -BeNullOrEmpty
    }

    It 'runs nothing with a mistake that would keep the group from being told: <What>' -ForEach @(
        @{ What = 'an empty mention'; Mistake = @{ Mention = '' } }
        @{ What = 'an empty mobile number'; Mistake = @{ MentionMobile = ''; As = 'Text' } }
        @{ What = 'a blank name'; Mistake = @{ Name = ' ' } }
        @{ What = 'a blank name, though it has a key'; Mistake = @{ Name = ' '; Key = 'backup' } }
        @{ What = 'a blank key'; Mistake = @{ Key = ' ' } }
        @{ What = 'a blank URL'; Mistake = @{ Url = ' ' } }
    ) {
        $ran = [System.Collections.Generic.List[int]]::new()
        $given = $watch.Clone()
        $Mistake.Keys | ForEach-Object { $given[$_] = $Mistake[$_] }
        { Watch-WeComCommand @given { $ran.Add(1) } } | Should -Throw -ErrorId "WeComInvalidMessage,WeComRobot.Commands.WatchWeComCommandCommand"

        $ran | Should -BeNullOrEmpty
    }

    It 'warns of a mention that reaches nobody, but not of what the output looks like' {
        $null = Watch-WeComCommand @watch -Mention 'a b' { "lost $([char] 0xFFFD)"; $global:LASTEXITCODE = 1 } -WarningVariable warning 3>$null

        $warning | Should -HaveCount 1
        $warning | Should -BeLike "*'a b'*"
        Get-Told | Should -BeLike "*~lost $([char] 0xFFFD)~*"
    }
}
