Describe 'The rate window' {
    BeforeAll {
        Import-Module $PSScriptRoot/Simulator.psm1, $PSScriptRoot/Samples.psm1, $PSScriptRoot/Robots.psm1
        Import-WeComRobot
    }

    Context 'of a robot that has received 20 messages, from several runspaces' {
        BeforeAll {
            $simulator = Start-Simulator -Rate 20/60
            $robot = $simulator.Webhook
            $module = "$PSScriptRoot/Simulator.psm1"
            $failure = Get-Failure {
                1..20 | ForEach-Object -ThrottleLimit 4 -Parallel {
                    if (-not (Get-Module WeComRobot)) { Import-Module $using:module; Import-WeComRobot }
                    Send-WeComText "message $_" -Robot $using:robot
                }
            }
        }

        AfterAll { Stop-Simulator $simulator }

        It 'lets all of them through' {
            $failure | Should -BeNullOrEmpty
            $expected = 1..20 | ForEach-Object { "message $_" } | Sort-Object
            (Get-Received $simulator).Payload.text.content | Sort-Object | Should -Be $expected
        }

        It 'makes the 21st wait, shows for how long, and lets Ctrl+C end the wait' {
            $pipeline = New-Pipeline '"late", "later" | Send-WeComText -Robot $it -Verbose' $robot
            $running = $pipeline.BeginInvoke()
            # The first record of the wait, and a later one of the countdown
            Wait-For { $pipeline.Streams.Progress.Count -ge 2 -and $pipeline.Streams.Verbose.Count -ge 1 } | Should -BeTrue
            $progress = $pipeline.Streams.Progress.ReadAll()
            $stopping = $pipeline.BeginStop($null, $null)

            $stopping.AsyncWaitHandle.WaitOne(30000) | Should -BeTrue
            $pipeline.InvocationStateInfo.State | Should -Be Stopped
            $running.IsCompleted | Should -BeTrue
            "$($pipeline.Streams.Verbose)" | Should -Match 'window is full; waiting \d+\.\d s'
            $progress[0].SecondsRemaining | Should -BeIn (1..61)
            $progress[0].StatusDescription | Should -Match "\b$($progress[0].SecondsRemaining) s left"
            $pipeline.Streams.Error | Should -BeNullOrEmpty
            @(Get-Received $simulator).Count | Should -Be 20
            $pipeline.Dispose()
        }

        It 'does not affect other robots and uploads to this one' {
            Send-WeComText hi -Robot (Get-Webhook $simulator)
            $null = Publish-WeComMedia (New-TestFile a.txt (1..6)) -Robot $robot

            @(Get-Received $simulator).Count | Should -Be 21
            @(Get-ReceivedMedia $simulator).Count | Should -Be 1
        }

        It 'does not delay -WhatIf or a message that breaks a rule' {
            Send-WeComText hi -Robot $robot -WhatIf
            $failure = Get-Failure { Send-WeComText '' -Robot $robot }

            $failure.FullyQualifiedErrorId | Should -BeLike 'WeComInvalidMessage,*'
        }
    }

    Context 'and a robot that others use as well' {
        BeforeAll { $simulator = Start-Simulator }

        AfterAll { Stop-Simulator $simulator }

        It 'lets Ctrl+C end a post in progress' {
            Add-Fault $simulator @{ delayMs = 60000 }
            $pipeline = New-Pipeline '"one", "two" | Send-WeComText -Robot $it' $simulator.Webhook
            $null = $pipeline.BeginInvoke()
            Wait-For { [bool] (Get-Received $simulator) } | Should -BeTrue
            $stopping = $pipeline.BeginStop($null, $null)

            $stopping.AsyncWaitHandle.WaitOne(30000) | Should -BeTrue
            $pipeline.InvocationStateInfo.State | Should -Be Stopped
            (Get-Received $simulator).Payload.text.content | Should -Be one
            $pipeline.Dispose()
        }

        It 'closes after 45009' {
            Clear-Simulator $simulator
            Add-Fault $simulator @{ errcode = 45009 }
            $pipeline = New-Pipeline '"refused", "next" | Send-WeComText -Robot $it' (Get-Webhook $simulator)
            $null = $pipeline.BeginInvoke()
            Wait-For { $pipeline.Streams.Progress.Count -ge 1 } | Should -BeTrue
            $pipeline.Stop()

            $pipeline.Streams.Error.FullyQualifiedErrorId | Should -BeLike 'WeComRateLimited,*'
            Get-Received $simulator | Should -BeNullOrEmpty
            $pipeline.Dispose()
        }
    }

    Context 'and progress' {
        BeforeAll {
            $simulator = Start-Simulator
            $large = New-TestFile large.bin ([byte[]]::new(5MB))
        }

        AfterAll { Stop-Simulator $simulator }

        It 'of an upload is a rising percentage that completes' {
            $pipeline = New-Pipeline 'Publish-WeComMedia $it.Path -Robot $it.Robot' @{
                Path = $large; Robot = $simulator.Webhook
            }
            $media = $pipeline.Invoke()
            $progress = $pipeline.Streams.Progress.ReadAll()
            $pipeline.Dispose()

            $media.Size | Should -Be 5MB
            $percentages = @($progress | Where-Object RecordType -EQ Processing).PercentComplete
            $percentages.Count | Should -BeGreaterThan 2
            $percentages[0] | Should -BeLessThan 50
            $percentages[-1] | Should -Be 100
            $percentages | Should -Be ($percentages | Sort-Object)
            $progress[0].StatusDescription | Should -BeLike '*large.bin*'
            $progress[-1].RecordType | Should -Be Completed
        }
    }
}
