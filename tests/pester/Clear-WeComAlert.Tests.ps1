Describe 'Clear-WeComAlert' {
    BeforeAll {
        Import-Module $PSScriptRoot/Simulator.psm1, $PSScriptRoot/Robots.psm1, $PSScriptRoot/State.psm1
        $null = Use-StateFolder
        Import-WeComRobot
        $simulator = Start-Simulator
        Register-WeComRobot ops -Webhook (Get-Webhook $simulator) -Default
        Register-WeComRobot dev -Webhook (Get-Webhook $simulator)
        function Get-Firing { (Get-WeComAlert | ForEach-Object { "$($_.Robot)/$($_.Key)" }) -join ' ' }
    }

    AfterAll {
        Unregister-WeComRobot ops, dev
        Stop-Simulator $simulator
        Restore-StateFolder
    }

    BeforeEach {
        Remove-Item $env:WECOM_STATE_DIR -Recurse -ErrorAction Ignore
        Send-WeComAlert disk -Robot dev, ops
        Send-WeComAlert backup
        Clear-Simulator $simulator
    }

    It 'forgets <What>, and writes and sends nothing' -ForEach @(
        @{ What = 'a key of all robots'; Given = @{ Key = 'DISK' }; Left = 'ops/backup' }
        @{ What = 'a key of one robot'; Given = @{ Key = 'disk'; Robot = 'ops' }; Left = 'dev/disk ops/backup' }
        @{ What = 'what wildcards match'; Given = @{ Key = 'b*', 'x*' }; Left = 'dev/disk ops/disk' }
        @{ What = 'all'; Given = @{ Key = '*' }; Left = '' }
        @{ What = 'nothing that does not fire'; Given = @{ Key = 'memory' }; Left = 'dev/disk ops/disk ops/backup' }
    ) {
        Clear-WeComAlert @Given *>&1 | Should -BeNullOrEmpty

        Get-Firing | Should -Be $Left
        Get-Received $simulator | Should -BeNullOrEmpty
    }

    It 'forgets those of Get-WeComAlert' {
        Get-WeComAlert -Robot ops | Clear-WeComAlert *>&1 | Should -BeNullOrEmpty
        Get-Firing | Should -Be dev/disk
    }

    It 'leaves an alert that is new, and one that is over has no end' {
        Clear-WeComAlert disk
        (Send-WeComAlert disk -PassThru).Count | Should -Be 1
        (Send-WeComAlert disk -Robot dev -Resolved -PassThru).Status | Should -Be NotFiring
    }

    It 'needs a key' {
        { Clear-WeComAlert -Key $null } | Should -Throw
        (Get-Command Clear-WeComAlert).ParameterSets.Where({ $_.Name -eq 'Key' }).Parameters.Where({ $_.Name -eq 'Key' }).IsMandatory | Should -BeTrue
    }

    It 'forgets nothing with -WhatIf, and describes what it would do' {
        $text = Get-HostText { Clear-WeComAlert b* -WhatIf }

        $text | Should -BeLike "*What if:*Forget*alert 'backup' of ops*"
        Get-Firing | Should -BeLike '*ops/backup'
    }

    It 'reports what cannot be written' {
        Remove-Item $env:WECOM_STATE_DIR/alerts/*.lock
        Get-ChildItem $env:WECOM_STATE_DIR/alerts/*.json | ForEach-Object { $null = New-Item "$_.lock" -ItemType Directory }
        $failure = @(Get-Failure { Clear-WeComAlert backup })

        $failure.Count | Should -Be 1
        $failure.FullyQualifiedErrorId | Should -BeExactly 'WeComStateUnwritable,WeComRobot.Commands.ClearWeComAlertCommand'
    }

    It 'completes keys of what is firing' {
        (TabExpansion2 'Clear-WeComAlert b' 18).CompletionMatches.CompletionText | Should -Be backup
    }
}
