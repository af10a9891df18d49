Describe 'Get-WeComAlert' {
    BeforeAll {
        Import-Module $PSScriptRoot/Simulator.psm1, $PSScriptRoot/Robots.psm1, $PSScriptRoot/State.psm1
        $null = Use-StateFolder
        Import-WeComRobot
        $simulator = Start-Simulator
        Register-WeComRobot ops -Webhook (Get-Webhook $simulator) -Default
        Register-WeComRobot dev -Webhook (Get-Webhook $simulator)
        Get-WeComAlert *>&1 | Should -BeNullOrEmpty
        $env:WECOM_STATE_DIR | Should -Not -Exist

        Send-WeComAlert 'Disk of web01' -Robot dev
        Step-AlertTime 00:10
        Send-WeComAlert 'Disk 95 % full' -Key 'Disk of web01' -Severity Critical
        Send-WeComAlert 'Backup failed' -Key backup
        Send-WeComAlert 'Backup failed again' -Key backup -Severity Info -RepeatAfter 02:00
    }

    AfterAll {
        Unregister-WeComRobot ops, dev
        Stop-Simulator $simulator
        Restore-StateFolder
    }

    It 'shows how grave, since when, how often, told when, and again when' {
        $alert = Get-WeComAlert backup

        $alert | Should -BeOfType WeComRobot.Alerts.FiringAlert
        $alert.Robot, $alert.Key, $alert.Title, "$($alert.Severity)", $alert.Count | Should -Be ops, backup, 'Backup failed again', Info, 2
        $alert.LastSentAt | Should -BeGreaterOrEqual $alert.Since
        [math]::Round(($alert.Next - $alert.LastSentAt).TotalHours, 3) | Should -Be 2
    }

    It 'shows nothing of when, for what the group was not told' {
        Add-Fault $simulator @{ errcode = 93000; errmsg = 'invalid webhook url' }
        Send-WeComAlert untold -Robot dev -ErrorAction Ignore
        $alert = Get-WeComAlert untold
        Clear-WeComAlert untold

        $alert.LastSentAt, $alert.Next, $alert.Count | Should -Be $null, $null, 1
    }

    It 'is a table, sorted by robot and by when each fired first' {
        $lines = (Get-WeComAlert | Out-String -Width 120).Trim() -split '\r?\n'

        $lines[0] | Should -Match '^Severity +Since +Count +Next +Robot +Key'
        $when = '\d{4}-\d\d-\d\d \d\d:\d\d'
        $lines[2] | Should -Match "^Warning +$when +1 +\d\d-\d\d \d\d:\d\d +dev +Disk of web01$"
        $lines[3] | Should -Match "^Critical +$when +1 +\d\d-\d\d \d\d:\d\d +ops +Disk of web01$"
        $lines[4] | Should -Match "^Info +$when +2 +\d\d-\d\d \d\d:\d\d +ops +backup$"
        $lines.Count | Should -Be 5
    }

    It 'finds <What>' -ForEach @(
        @{ What = 'a key, in whatever case'; Given = @{ Key = 'BACKUP' }; Found = 'ops' }
        @{ What = 'keys by wildcards'; Given = @{ Key = 'disk*' }; Found = 'dev ops' }
        @{ What = 'several'; Given = @{ Key = 'back*', 'disk*' }; Found = 'dev ops ops' }
        @{ What = 'those of a robot'; Given = @{ Robot = 'DEV' }; Found = 'dev' }
        @{ What = 'those of robots by wildcards'; Given = @{ Key = 'disk*'; Robot = 'o*' }; Found = 'ops' }
        @{ What = 'nothing of what does not fire'; Given = @{ Key = 'memory' }; Found = '' }
    ) {
        (Get-WeComAlert @Given).Robot -join ' ' | Should -Be $Found
    }

    It 'sends nothing, and changes nothing' {
        Clear-Simulator $simulator
        Get-WeComAlert | Out-Null

        Get-Received $simulator | Should -BeNullOrEmpty
        (Get-WeComAlert backup).Count | Should -Be 2
    }

    It 'completes its keys and robots' {
        (TabExpansion2 'Get-WeComAlert ' 15).CompletionMatches.CompletionText | Should -Be "'Disk of web01'", backup
        (TabExpansion2 'Get-WeComAlert -Robot d' 23).CompletionMatches.CompletionText | Should -Be dev
    }

    It 'reports that they cannot be read' {
        $book = Get-ChildItem $env:WECOM_STATE_DIR/alerts/*.json | Select-Object -First 1
        $held = [System.IO.File]::Open($book, 'Open', 'ReadWrite', 'None')
        $failure = @(Get-Failure { Get-WeComAlert })
        $held.Dispose()

        $failure.Count | Should -Be 1
        $failure.FullyQualifiedErrorId | Should -BeExactly 'WeComStateUnwritable,WeComRobot.Commands.GetWeComAlertCommand'
    }
}
