# A pool is several robots of one group under one name.
Describe 'A pool' {
    BeforeAll {
        Import-Module $PSScriptRoot/Simulator.psm1, $PSScriptRoot/Samples.psm1, $PSScriptRoot/Robots.psm1,
            $PSScriptRoot/Trace.psm1, $PSScriptRoot/State.psm1
        $outside = $env:XDG_DATA_HOME
        $null = Use-DataFolder
        $null = Use-StateFolder
        Import-WeComRobot
        $simulator = Start-Simulator
    }

    AfterAll {
        Unregister-WeComRobot *
        Stop-Simulator $simulator
        Restore-StateFolder
        $env:XDG_DATA_HOME = $outside
    }

    BeforeEach {
        Unregister-WeComRobot *
        Clear-Simulator $simulator
        $webhooks = 1..3 | ForEach-Object { Get-Webhook $simulator }
        $keys = $webhooks -replace '.*='
    }

    It 'sends the messages of all its robots'' windows before one has to wait' {
        Register-WeComRobot ops -Webhook $webhooks -RateLimit 2
        $pipeline = New-Pipeline '1..7 | Send-WeComText -Robot ops'
        $null = $pipeline.BeginInvoke()
        Wait-For { $pipeline.Streams.Progress.Count -ge 1 } | Should -BeTrue
        $pipeline.Stop()
        $pipeline.Dispose()

        $received = @(Get-Received $simulator)
        $received.Count | Should -Be 6
        $received | Group-Object key | ForEach-Object Count | Should -Be 2, 2, 2
        $received.key | Sort-Object -Unique | Should -Be ($keys | Sort-Object)
    }

    It 'sends each message once, and the receipt names the robot' {
        Register-WeComRobot ops -Webhook $webhooks -RateLimit 2
        $receipts = 1..6 | Send-WeComText -Robot ops -PassThru

        (Get-Received $simulator).Payload.text.content | Sort-Object | Should -Be (1..6)
        $receipts.Robot | Sort-Object -Unique | Should -Be ($webhooks | ForEach-Object { Get-Address $_ } | Sort-Object)
    }

    It 'shows its robots, and no key' {
        $trace = Get-Trace {
            Register-WeComRobot ops -Webhook $webhooks -PassThru -Verbose -Debug -Confirm:$false
            Get-WeComRobot ops
            Get-WeComRateLimit ops
            Send-WeComText hi -Robot ops -Verbose -Debug -Confirm:$false -PassThru
            Send-WeComText hi -Robot ops -WhatIf
        }

        foreach ($webhook in $webhooks) { (Get-WeComRobot ops).Address | Should -BeLike "*$(Get-Address $webhook)*" }
        Find-Key $trace $keys | Should -BeNullOrEmpty
    }

    It 'shows what is left of each robot''s minute' {
        Register-WeComRobot ops -Webhook $webhooks -RateLimit 2
        1..3 | Send-WeComText -Robot ops
        $windows = Get-WeComRateLimit ops

        $windows.Robot | Should -Be ($webhooks | ForEach-Object { Get-Address $_ })
        ($windows.Left | Measure-Object -Sum).Sum | Should -Be 3
        ($windows.Used | Measure-Object -Sum).Sum | Should -Be 3
    }

    It 'keeps the parts of a message with one robot' {
        Register-WeComRobot ops -Webhook $webhooks -RateLimit 3
        1..3 | ForEach-Object { Send-WeComText "$_ $('word ' * 900)" -Robot ops }

        $runs = @(Get-Received $simulator).key
        $runs.Count | Should -Be 9
        0, 3, 6 | ForEach-Object { $runs[$_..($_ + 2)] | Sort-Object -Unique | Should -HaveCount 1 }
        $runs | Sort-Object -Unique | Should -HaveCount 3
    }

    It 'uploads a file to the robot that sends it: <Call>' -ForEach @(
        @{ Call = 'Send-WeComFile $path -Robot ops' }
        @{ Call = 'Send-WeComText ("word " * 900) -Overflow File -Robot ops' }
        @{ Call = '$media = Publish-WeComMedia $path -Robot ops; Send-WeComText hi -Robot ops; $media | Send-WeComFile -Robot ops' }
    ) {
        # -Overflow File sends two messages, a text and the file
        Register-WeComRobot ops -Webhook $webhooks -RateLimit 2
        1..3 | ForEach-Object {
            $path = New-TestFile "$_.txt" ([byte[]] (1..(5 + $_)))
            & ([scriptblock]::Create($Call))
        }

        $files = Get-Received $simulator | Where-Object msgtype -EQ file
        @($files).Count | Should -Be 3
        foreach ($file in $files) {
            (Get-ReceivedMedia $simulator | Where-Object media_id -EQ $file.media.media_id).key | Should -Be $file.key
        }
    }

    Context 'with a robot that the service refuses (<Code>)' -ForEach @{ Code = 93000 }, @{ Code = 93004 }, @{ Code = 93008 } {
        It 'uses the next robot, warns once, and avoids the refused one' {
            Register-WeComRobot ops -Webhook $webhooks
            Add-Fault $simulator @{ errcode = $Code }
            $receipts = 1..5 | Send-WeComText -Robot ops -PassThru -WarningVariable warning -ErrorVariable failure 3> $null

            $failure | Should -BeNullOrEmpty
            @($receipts).Count | Should -Be 5
            @($warning).Count | Should -Be 1
            (Get-Received $simulator).Payload.text.content | Should -Be (1..5)
            $used = (Get-Received $simulator).key | Sort-Object -Unique
            $refused = $webhooks[0]
            $refused.Split('=')[1] | Should -Not -BeIn $used
            "$warning" | Should -BeLike "*$(Get-Address $refused)*$Code*"
            1..5 | Send-WeComText -Robot ops -WarningVariable again
            $again | Should -BeNullOrEmpty
            (Get-Received $simulator).key | Should -Not -Contain $refused.Split('=')[1]
        }
    }

    It 'uses the next robot if the service says that the window of one is full' {
        Register-WeComRobot ops -Webhook $webhooks
        Add-Fault $simulator @{ errcode = 45009 }
        $receipts = 1..3 | Send-WeComText -Robot ops -MaxRetry 1 -PassThru

        # No slot was waited for: the robots that it took were free
        $receipts.Waited | Should -Be (, [timespan]::Zero * 3)
        $receipts.Attempts | Should -Be 2, 1, 1
        (Get-Received $simulator).Payload.text.content | Should -Be (1..3)
        (Get-Received $simulator).key | Should -Not -Contain $keys[0]
    }

    It 'causes an error if all its robots are refused, as with one robot' {
        Register-WeComRobot ops -Webhook $webhooks
        Add-Fault $simulator (, @{ errcode = 93000 } * 3)
        $failure = @(Get-Failure { Send-WeComText hi -Robot ops -WarningAction Ignore })

        $failure.Count | Should -Be 1
        $failure.FullyQualifiedErrorId | Should -BeLike 'WeComWebhookRefused,*'
        $failure.TargetObject.Text.Content | Should -Be hi
        Get-Received $simulator | Should -BeNullOrEmpty
    }

    It 'keeps its messages in the outbox under its name, and any of its robots sends them' {
        Register-WeComRobot ops -Webhook $webhooks
        Add-Fault $simulator (, @{ errcode = -1 } * 3)
        1..3 | Send-WeComText -Robot ops -OnFailure Outbox -WarningAction Ignore
        (Get-WeComOutbox).Robot | Should -Be ops, ops, ops
        Send-WeComOutbox

        (Get-Received $simulator).Payload.text.content | Should -Be (1..3)
        Get-WeComOutbox | Should -BeNullOrEmpty
    }

    It 'can have a single robot, given once or twice' {
        $robot = Register-WeComRobot ops -Webhook (, $webhooks[0]) -PassThru
        $robot.Address | Should -BeExactly (Get-Address $webhooks[0])
        Register-WeComRobot ops -Webhook $webhooks[0], $webhooks[0] -RateLimit 2 -ErrorAction SilentlyContinue
        $pipeline = New-Pipeline '1..3 | Send-WeComText -Robot ops'
        $null = $pipeline.BeginInvoke()
        Wait-For { $pipeline.Streams.Progress.Count -ge 1 } | Should -BeTrue
        $pipeline.Stop()
        $pipeline.Dispose()

        @(Get-Received $simulator).Count | Should -Be 2
    }

    It 'accepts webhooks as SecureStrings, and keys with -BaseUri' {
        Register-WeComRobot ops -Webhook ($webhooks | ForEach-Object { ConvertTo-SecureString $_ -AsPlainText })
        Register-WeComRobot dev -Webhook $keys -BaseUri $simulator.Base
        Set-WeComRateLimit -Limit 2 -Robot dev
        1..3 | Send-WeComText -Robot ops, dev

        Get-Received $simulator | Group-Object key | ForEach-Object Count | Should -Be 2, 2, 2
    }

    It 'with one invalid webhook is rejected as a whole' {
        $failure = Get-Failure { Register-WeComRobot ops -Webhook $webhooks[0], 'nonsense', $webhooks[1] }

        $failure.FullyQualifiedErrorId | Should -BeLike 'WeComInvalidAddress,*'
        Get-WeComRobot | Should -BeNullOrEmpty
    }

    It 'is not written to disk' {
        $failure = Get-Failure { Register-WeComRobot ops -Webhook $webhooks -Persist }

        $failure.FullyQualifiedErrorId | Should -BeLike 'WeComInvalidAddress,*'
        Get-WeComRobot | Should -BeNullOrEmpty
    }
}
