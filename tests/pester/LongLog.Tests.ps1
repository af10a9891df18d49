# Sends a log of 200 KB with each overflow policy.
Describe 'A log of 200 KB' {
    BeforeDiscovery {
        Import-Module $PSScriptRoot/Overflow.psm1
        $senders = Get-Sender
    }

    BeforeAll {
        Import-Module $PSScriptRoot/Simulator.psm1, $PSScriptRoot/Samples.psm1, $PSScriptRoot/Overflow.psm1
        Import-WeComRobot
        Set-WeComRateLimit -Limit 1000 -WindowSec 1
        $simulator = Start-Simulator
        $log = New-Log 200KB
        $content = $log -join "`n"
        $bytes = [System.Text.Encoding]::UTF8.GetBytes($content)
        $hash = [Convert]::ToHexString([System.Security.Cryptography.SHA256]::HashData($bytes))
        $path = New-TestFile app.log $bytes
    }

    AfterAll {
        Stop-Simulator $simulator
        Set-WeComRateLimit -Limit 20
    }

    BeforeEach {
        Clear-Simulator $simulator
        $robot = Get-Webhook $simulator
    }

    Context 'as <Type>' -ForEach $senders {
        It 'arrives complete and in order in parts, with -MaxPart raised' {
            $receipts = Get-Content $path -Raw | & $Name @Switch -MaxPart 200 -Robot $robot -PassThru

            $parts = Get-ReceivedContent $simulator
            $parts.Count | Should -BeIn ([Math]::Ceiling($bytes.Length / $Limit)..[Math]::Ceiling($bytes.Length / ($Limit - 120)))
            (Get-Line (Remove-Mark $parts $Gap)) -join "`n" | Should -BeExactly $content
            $receipts.Part | Should -Be (1..$parts.Count)
            $receipts.PartCount | Sort-Object -Unique | Should -Be $parts.Count
        }

        It 'causes an error that counts the parts, without -MaxPart' {
            $failure = Get-Failure { Get-Content $path -Raw | & $Name @Switch -Robot $robot }

            $failure.FullyQualifiedErrorId | Should -BeLike 'WeComContentTooLong,*'
            [int] [regex]::Match($failure.Exception.Message, 'makes (\d+) parts').Groups[1].Value | Should -BeIn ([Math]::Ceiling($bytes.Length / $Limit)..[Math]::Ceiling($bytes.Length / ($Limit - 120)))
            Get-Received $simulator | Should -BeNullOrEmpty
        }

        It 'arrives line by line with -Join' {
            Get-Content $path | & $Name @Switch -Join -Robot $robot

            (Get-ReceivedContent $simulator) -join "`n" | Should -BeExactly $content
        }

        It 'is truncated by Truncate' {
            Get-Content $path -Raw | & $Name @Switch -Overflow Truncate -Robot $robot

            $kept, $left = Read-Cut (Get-ReceivedContent $simulator) $Gap
            $content.StartsWith("$kept`n", [StringComparison]::Ordinal) | Should -BeTrue
            $bytes.Length - (Get-ByteCount $kept) - $left | Should -BeIn 0, 1
        }

        It 'arrives complete as a file, byte for byte' {
            Get-Content $path -Raw | & $Name @Switch -Overflow File -Robot $robot

            (Get-Received $simulator).msgtype | Should -BeExactly $Type, file
            (Get-ReceivedMedia $simulator).sha256 | Should -Be $hash
        }

        It 'is rejected by Error' {
            $failure = Get-Failure { Get-Content $path -Raw | & $Name @Switch -Overflow Error -Robot $robot }

            $failure.Exception.Message | Should -BeLike "*$($bytes.Length)*$Limit*"
            Get-Received $simulator | Should -BeNullOrEmpty
        }
    }

    It 'arrives fenced, with the language in each part' {
        "``````log`n$content`n``````" | Send-WeComMarkdown -V2 -MaxPart 200 -Robot $robot

        $parts = Remove-Mark (Get-ReceivedContent $simulator) "`n`n"
        Read-Code $parts log | Should -BeExactly $log
    }
}
