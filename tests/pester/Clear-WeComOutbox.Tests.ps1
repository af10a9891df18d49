Describe 'Clear-WeComOutbox' {
    BeforeAll {
        Import-Module $PSScriptRoot/Simulator.psm1, $PSScriptRoot/Samples.psm1, $PSScriptRoot/Robots.psm1, $PSScriptRoot/State.psm1
        $null = Use-StateFolder
        Import-WeComRobot
        $socket = New-ClosedPort
        'ops', 'dev' | ForEach-Object {
            Register-WeComRobot $_ -Webhook "http://$($socket.LocalEndPoint)/cgi-bin/webhook/send?key=$(New-Guid)"
        }

        function Send-Kept($Content, $Robot = 'ops') { $Content | Send-WeComText -Robot $Robot -OnFailure Outbox -WarningAction Ignore }
    }

    AfterAll {
        Unregister-WeComRobot ops, dev
        $socket.Dispose()
        Restore-StateFolder
    }

    BeforeEach { Remove-Item $env:WECOM_STATE_DIR -Recurse -ErrorAction Ignore }

    It 'writes nothing when the outbox is empty' {
        Clear-WeComOutbox -Confirm:$false *>&1 | Should -BeNullOrEmpty
    }

    It 'removes all messages and their files' {
        Send-Kept one, two
        Send-WeComFile (New-TestFile a.txt (1..6)) -Robot dev -OnFailure Outbox -WarningAction Ignore
        Get-OutboxFile *.media | Should -HaveCount 1
        Clear-WeComOutbox -Confirm:$false *>&1 | Should -BeNullOrEmpty

        Get-WeComOutbox | Should -BeNullOrEmpty
        Get-OutboxFile | Where-Object { $_ -notlike '*lock*' } | Should -BeNullOrEmpty
    }

    It 'removes only the messages of the named robots' {
        Send-Kept one ops
        Send-Kept two dev
        Clear-WeComOutbox OP* -Confirm:$false

        (Get-WeComOutbox).Robot | Should -Be dev
    }

    It 'removes only the given items' {
        Send-Kept one, two, three
        (Get-WeComOutbox)[1] | Clear-WeComOutbox -Confirm:$false
        (Get-WeComOutbox).Message.Text.Content | Should -Be one, three
        Clear-WeComOutbox -Item (Get-WeComOutbox) -Confirm:$false

        Get-WeComOutbox | Should -BeNullOrEmpty
    }

    It 'ignores an item that no longer exists' {
        Send-Kept one
        $item = Get-WeComOutbox
        $item | Clear-WeComOutbox -Confirm:$false

        $item | Clear-WeComOutbox -Confirm:$false -WarningAction Ignore *>&1 | Should -BeNullOrEmpty
    }

    It 'asks for confirmation by default, as removal is final' {
        (Get-Command Clear-WeComOutbox).ImplementingType.GetCustomAttributes($true).ConfirmImpact | Should -Contain High
    }

    It 'removes nothing with -WhatIf, and describes what it would do' {
        Send-Kept one
        $text = Get-HostText { Clear-WeComOutbox -WhatIf }

        $text | Should -BeLike '*What if:*ops*'
        @(Get-WeComOutbox).Count | Should -Be 1
    }

    It 'leaves what a running process is sending, and removes it once that process is dead<As>' -ForEach @(
        @{ As = ''; Clear = { Clear-WeComOutbox -Confirm:$false -WarningAction Ignore } }
        @{ As = ', as an item too'; Clear = { Get-WeComOutbox | Clear-WeComOutbox -Confirm:$false -WarningAction Ignore } }
    ) {
        $simulator = Start-Simulator
        Add-Fault $simulator @{ delayMs = 60000 }
        $sender = Start-Script {
            param($webhook)
            Register-WeComRobot busy -Webhook $webhook
            Send-WeComText hi -Robot busy -OnFailure Outbox
        } $simulator.Webhook
        Wait-For { [bool] (Get-Received $simulator) } | Should -BeTrue
        & $Clear

        (Get-WeComOutbox).State | Should -Be Sending
        Stop-Script $sender
        Stop-Simulator $simulator
        (Get-WeComOutbox).State | Should -Be Unknown
        Clear-WeComOutbox busy -Confirm:$false
        Get-WeComOutbox | Should -BeNullOrEmpty
    }
}
