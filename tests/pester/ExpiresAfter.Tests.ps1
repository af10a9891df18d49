# -ExpiresAfter: what waited for too long in the outbox is set aside in place of being sent.
Describe '-ExpiresAfter' {
    BeforeAll {
        Import-Module $PSScriptRoot/Simulator.psm1, $PSScriptRoot/Robots.psm1, $PSScriptRoot/State.psm1
        $null = Use-StateFolder
        Import-WeComRobot
        $simulator = Start-Simulator
        $socket = New-ClosedPort
        $down = "http://$($socket.LocalEndPoint)/cgi-bin/webhook/send?key=$(New-Guid)"

        # Keeps messages that have expired by now, for a robot that is up again
        function Send-Old([string[]] $Content) {
            Register-WeComRobot ops -Webhook $down
            $Content | Send-WeComText -Robot ops -OnFailure Outbox -MaxRetry 0 -ExpiresAfter 01:00:00 3> $null
            foreach ($kept in Get-ChildItem $env:WECOM_STATE_DIR/outbox/*.json) {
                (Get-Content $kept -Raw) -replace '("ExpiresAt": )"[^"]+"', '$1"2025-01-01T00:00:00+00:00"' | Set-Content $kept
            }
            Register-WeComRobot ops -Webhook (Get-Webhook $simulator)
        }
    }

    AfterAll {
        Unregister-WeComRobot ops -ErrorAction Ignore
        $socket.Dispose()
        Stop-Simulator $simulator
        Restore-StateFolder
    }

    BeforeEach {
        Remove-Item $env:WECOM_STATE_DIR -Recurse -ErrorAction Ignore
        Clear-Simulator $simulator
    }

    It 'is kept with the message, and shown' {
        Register-WeComRobot ops -Webhook $down
        Send-WeComText hi -Robot ops -OnFailure Outbox -MaxRetry 0 -ExpiresAfter (New-TimeSpan -Hours 2) 3> $null
        $item = Get-WeComOutbox

        $item.ExpiresAt - $item.CreatedAt | Should -Be ([timespan] '02:00:00')
        Register-WeComRobot ops -Webhook (Get-Webhook $simulator)
        Send-WeComOutbox *>&1 | Should -BeNullOrEmpty
        Get-ReceivedText $simulator | Should -Be hi
    }

    It 'counts from the call when the message waits for the end of quiet hours' {
        $end = [DateTimeOffset]::UtcNow.AddHours(6)
        Register-WeComRobot ops -Webhook (Get-Webhook $simulator) -QuietHours ('{0:HH:mm}-{1:HH:mm}' -f $end.AddHours(-7), $end) -TimeZone UTC
        Send-WeComText hi -Robot ops -RespectQuietHours -ExpiresAfter 12:00:00 -WarningVariable warning 3> $null
        $item = Get-WeComOutbox

        $item.ExpiresAt - $item.CreatedAt | Should -Be ([timespan] '12:00:00')
        "$warning" | Should -Not -BeLike '*-ExpiresAfter*'
        Send-WeComText hi -Robot ops -RespectQuietHours -ExpiresAfter 01:00:00 -WarningVariable warning 3> $null
        "$warning" | Should -BeLike '*until*expired*-ExpiresAfter*' -Because 'it will never be sent'
    }

    It 'has an effect on no message that is delivered at once' {
        Register-WeComRobot ops -Webhook (Get-Webhook $simulator)
        Send-WeComText hi -Robot ops -ExpiresAfter 00:00:01 *>&1 | Should -BeNullOrEmpty

        Get-ReceivedText $simulator | Should -Be hi
    }

    Context 'when it is over' {
        It 'sets the message aside, with a warning, and sends the others' {
            Send-Old one, two
            Send-Kept three (Get-Webhook $simulator)
            Send-WeComOutbox -WarningVariable warning -ErrorVariable failure 3> $null

            Get-ReceivedText $simulator | Should -Be three
            $failure | Should -BeNullOrEmpty
            @($warning).Count | Should -Be 2
            "$($warning[0])" | Should -BeLike "*text*'ops'*expired at 2025-01-01 00:00:00Z*"
            Get-WeComOutbox -State Expired | ForEach-Object { $_.Message.Text.Content } | Should -Be one, two
            Get-OutboxFile *.expired | Should -HaveCount 2
            Send-WeComOutbox *>&1 | Should -BeNullOrEmpty
            Send-WeComOutbox -Force *>&1 | Should -BeNullOrEmpty
            @(Get-Received $simulator).Count | Should -Be 1
        }

        It 'sets it aside also if it is given as an item that is pending, or with -Force' {
            Send-Old one
            Get-WeComOutbox | Send-WeComOutbox -Force 3> $null

            Get-Received $simulator | Should -BeNullOrEmpty
            (Get-WeComOutbox).State | Should -Be Expired
        }

        It 'sends it if it is given as an item that has expired' {
            Send-Old one
            Send-WeComOutbox 3> $null
            Get-WeComOutbox -State Expired | Send-WeComOutbox *>&1 | Should -BeNullOrEmpty

            Get-ReceivedText $simulator | Should -Be one
            Get-WeComOutbox | Should -BeNullOrEmpty
        }

        It 'lets Clear-WeComOutbox remove it' {
            Send-Old one
            Send-WeComOutbox 3> $null
            Get-WeComOutbox -State Expired | Clear-WeComOutbox -Confirm:$false

            Get-WeComOutbox | Should -BeNullOrEmpty
        }
    }

    It 'rejects <Given>, and says what it takes' -ForEach @(
        @{ Given = 3600 }
        @{ Given = '3600' }
        @{ Given = '00:00:00' }
        @{ Given = '-01:00:00' }
    ) {
        $failure = { Send-WeComText hi -Robot ops -ExpiresAfter $Given } | Should -Throw -ErrorId 'ParameterArgumentValidationError,*' -PassThru
        $failure.Exception.Message | Should -BeLike '*1 second to 90 days*'
    }
}
