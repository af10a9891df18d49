# Real processes share a robot's window and the outbox; KilledProcess.Tests.ps1 kills them.
Describe 'Several processes' {
    BeforeAll {
        Import-Module $PSScriptRoot/Simulator.psm1, $PSScriptRoot/Robots.psm1, $PSScriptRoot/State.psm1
        Import-WeComRobot
    }

    AfterAll { Unregister-WeComRobot ops -ErrorAction Ignore }

    BeforeEach { $null = Use-StateFolder "$(New-Guid)" }

    AfterEach { Restore-StateFolder }

    Context 'that send to one robot' {
        BeforeAll { $simulator = Start-Simulator -Rate 5/2 }

        AfterAll { Stop-Simulator $simulator }

        It 'share its window: none is refused, none waits longer than necessary, and each keeps its order' {
            $robot = Get-Webhook $simulator
            Set-WeComRateLimit -Limit 5 -WindowSec 2 -Scope Machine
            # None sends before all are ready
            $gate = Join-Path (Get-PSDrive TestDrive).Root gate
            $running = 'a', 'b', 'c' | ForEach-Object { Start-Sender $robot 4 $_ $gate }
            Wait-For { @((Get-ChildItem (Split-Path $gate)).Name -like 'gate.*').Count -eq 3 } | Should -BeTrue
            $null = New-Item $gate
            $said = $running | ForEach-Object { Wait-Script $_ }

            # A 45009 would cause a warning
            -join $said | Should -BeNullOrEmpty
            foreach ($name in 'a', 'b', 'c') {
                Get-ReceivedText $simulator | Where-Object { $_ -like "$name*" } | Should -Be (1..4 | ForEach-Object { "$name$_" })
            }
            # 12 messages at 5 in 2 s: the last is sent after two windows
            $times = [DateTimeOffset[]] (Get-Received $simulator).receivedAt
            ($times[-1] - $times[0]).TotalSeconds | Should -BeGreaterThan 4
            ($times[-1] - $times[0]).TotalSeconds | Should -BeLessThan 7
        }

        It 'get the slot of a killed process back after its window' {
            $robot = Get-Webhook $simulator
            Clear-Simulator $simulator
            Set-WeComRateLimit -Limit 1 -WindowSec 1 -Scope Machine
            Add-Fault $simulator @{ delayMs = 60000 }
            $dead = Start-Script { param($robot) Send-WeComText dead -Robot $robot -TimeoutSec 1 } $robot
            Wait-For { [bool] (Get-Received $simulator) } | Should -BeTrue
            Stop-Script $dead
            $receipt = Send-WeComText living -Robot $robot -PassThru

            $receipt.Waited.TotalSeconds | Should -BeLessThan 3
        }
    }

    Context 'that run Send-WeComOutbox at the same time' {
        BeforeAll { $simulator = Start-Simulator }

        AfterAll { Stop-Simulator $simulator }

        BeforeEach {
            Clear-Simulator $simulator
            $robot = Get-Webhook $simulator
        }

        It 'send each message once, in order' {
            $texts = 1..12 | ForEach-Object { "$_" }
            Send-Kept $texts $robot
            $running = 1..3 | ForEach-Object { Start-Delivery $robot }
            $null = $running | ForEach-Object { Wait-Script $_ }
            # The process that came second has left the robot to the first
            Get-ReceivedText $simulator | Should -Be $texts
            Get-WeComOutbox | Should -BeNullOrEmpty
        }

        It 'leave a robot to the process that is serving it, and say so' {
            Send-Kept one, two $robot
            Add-Fault $simulator @{ delayMs = 60000 }
            $first = Start-Delivery $robot
            Wait-For { (Get-ReceivedText $simulator).Count -eq 1 } | Should -BeTrue
            $warning = Send-WeComOutbox 3>&1 | Out-String

            $warning | Should -BeLike "*ops*"
            Get-ReceivedText $simulator | Should -Be one
            # Even given as an item, it stays with the other process
            Get-WeComOutbox -State Sending | Send-WeComOutbox -WarningAction Ignore -ErrorAction Ignore
            Get-ReceivedText $simulator | Should -Be one
            Stop-Script $first
            Send-WeComOutbox
            Get-ReceivedText $simulator | Should -Be one, two
        }

        It 'and a concurrent sender neither lose nor duplicate messages' {
            Send-Kept (1..6 | ForEach-Object { "old$_" }) $robot
            $running = @(Start-Delivery $robot) + @(Start-Sender $robot 6 new)
            $null = $running | ForEach-Object { Wait-Script $_ }

            Get-ReceivedText $simulator | Where-Object { $_ -like 'old*' } | Should -Be (1..6 | ForEach-Object { "old$_" })
            Get-ReceivedText $simulator | Where-Object { $_ -like 'new*' } | Should -Be (1..6 | ForEach-Object { "new$_" })
            Get-WeComOutbox | Should -BeNullOrEmpty
        }
    }
}
