# What becomes of an alert whose message cannot be delivered, or not yet.
Describe 'An alert' {
    BeforeAll {
        Import-Module $PSScriptRoot/Simulator.psm1, $PSScriptRoot/State.psm1
        $null = Use-StateFolder
        Import-WeComRobot
        $simulator = Start-Simulator
    }

    AfterAll {
        Unregister-WeComRobot ops, dev -ErrorAction Ignore
        Stop-Simulator $simulator
        Restore-StateFolder
    }

    BeforeEach {
        Remove-Item $env:WECOM_STATE_DIR -Recurse -ErrorAction Ignore
        Clear-Simulator $simulator
        $robot = Get-Webhook $simulator
        Register-WeComRobot ops -Webhook $robot -Default
    }

    Context 'when it cannot be delivered' {
        It 'is an error, and the next call sends it' {
            Add-Fault $simulator @{ errcode = 93000; errmsg = 'invalid webhook url' }
            $failure = Get-Failure { Send-WeComAlert x }
            $receipt = Send-WeComAlert x -PassThru

            $failure.FullyQualifiedErrorId | Should -BeLike 'WeComWebhookRefused,*'
            "$($receipt.Status)", $receipt.Count | Should -Be Sent, 2
        }

        It 'tells no end of what certainly did not arrive' {
            Add-Fault $simulator @{ errcode = 93000; errmsg = 'invalid webhook url' }
            Send-WeComAlert x -ErrorAction Ignore

            (Send-WeComAlert x -Resolved -PassThru).Status | Should -Be NotFiring
        }

        It 'tells the end of what may have arrived, and says so' {
            Add-Fault $simulator @{ status = 500 }
            $failure = Get-Failure { Send-WeComAlert x }

            $failure.FullyQualifiedErrorId | Should -BeLike 'WeComOutcomeUnknown,*'
            (Send-WeComAlert x -Resolved -PassThru).Status | Should -Be Resolved
            ((Get-Received $simulator).Payload.markdown.content -split "`n")[-1] | Should -BeExactly '> The message of its beginning may not have arrived.'
        }

        It 'is kept with -OnFailure Outbox, and the next call delivers it' {
            Add-Fault $simulator @{ status = 503; headers = @{ 'Retry-After' = '1' } }
            $said = Send-WeComAlert x -OnFailure Outbox -PassThru -WarningVariable warning 3> $null

            $said.Status | Should -Be Deferred
            "$warning" | Should -BeLike '*waits in the outbox*'
            (Get-WeComOutbox).Robot | Should -Be ops
            (Send-WeComAlert x -PassThru).Status | Should -Be Suppressed
            @(Get-Received $simulator).Count | Should -Be 1
            Get-WeComOutbox | Should -BeNullOrEmpty
        }

        It 'expires in the outbox after -ExpiresAfter' {
            Add-Fault $simulator @{ status = 503; headers = @{ 'Retry-After' = '1' } }
            Send-WeComAlert x -OnFailure Outbox -ExpiresAfter 02:00:00 3> $null
            $item = Get-WeComOutbox

            $item.ExpiresAt - $item.CreatedAt | Should -BeGreaterThan '01:59:00'
        }

        It 'is sent, with a warning, if its state cannot be written; whether it fired before is then not known' {
            Register-WeComRobot dev -Webhook $robot
            $null = New-Item $env:WECOM_STATE_DIR -ItemType Directory
            Set-Content $env:WECOM_STATE_DIR/alerts 'a file'
            $receipt = Send-WeComAlert unwritten -Robot dev -PassThru -WarningVariable warning 3> $null
            $failure = Get-Failure { Send-WeComAlert other -Robot dev -Resolved 3> $null }

            $receipt.Status | Should -Be Sent
            "$warning" | Should -BeLike '*cannot be written*'
            $failure.FullyQualifiedErrorId | Should -BeLike 'WeComStateUnwritable,*'

            # This process remembers what it could not write, which the tests of alerts after this one must not see
            Remove-Item $env:WECOM_STATE_DIR/alerts
            Clear-WeComAlert unwritten
            Get-WeComAlert | Should -BeNullOrEmpty
        }
    }

    Context 'in quiet hours' {
        BeforeEach {
            # It is quiet for hours yet, whatever time it is
            $end = [DateTimeOffset]::UtcNow.AddHours(6)
            Register-WeComRobot ops -Webhook $robot -Default -QuietHours ('{0:HH:mm}-{1:HH:mm}' -f $end.AddHours(-7), $end) -TimeZone UTC
            $deferred = Send-WeComAlert x -PassThru -WarningVariable warning 3> $null
        }

        It 'waits in the outbox, which a warning says, and what comes meanwhile is counted' {
            $deferred.Status | Should -Be Deferred
            "$warning" | Should -BeLike '*quiet hours*Send-WeComOutbox*'
            (Get-WeComOutbox).NotBefore.UtcDateTime.ToString('HH:mm') | Should -Be $end.ToString('HH:mm')
            (Send-WeComAlert x -PassThru).Status | Should -Be Suppressed
            Get-Received $simulator | Should -BeNullOrEmpty
        }

        It 'goes at once when it is critical, in place of what waits' {
            (Send-WeComAlert x -Severity Critical -PassThru).Status | Should -Be Sent
            Get-WeComOutbox | Should -BeNullOrEmpty
        }
    }
}
