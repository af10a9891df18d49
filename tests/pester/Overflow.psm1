# Helpers of the Pester files about content that is too long for one message.

# The senders of long content: for each type of message its byte limit, what separates a mark from its part, and the name of a file.
function Get-Sender {
    @{ Type = 'text'; Name = 'Send-WeComText'; Switch = @{}; Limit = 2048; Gap = "`n"; Extension = 'txt' }
    @{ Type = 'markdown'; Name = 'Send-WeComMarkdown'; Switch = @{}; Limit = 4096; Gap = "`n`n"; Extension = 'md' }
    @{ Type = 'markdown_v2'; Name = 'Send-WeComMarkdown'; Switch = @{ V2 = $true }; Limit = 4096; Gap = "`n`n"; Extension = 'md' }
}

function Get-ByteCount([string] $Text) { [System.Text.Encoding]::UTF8.GetByteCount($Text) }

# The contents that the robot received, in order, whatever their type.
function Get-ReceivedContent($Simulator) { Get-Received $Simulator | ForEach-Object { $_.Payload.($_.msgtype).content } }

# The parts without their marks, which must be numbered, as (1/3), on a line of their own above.
function Remove-Mark([string[]] $Part, [string] $Gap = "`n") {
    for ($i = 0; $i -lt $Part.Count; $i++) {
        $mark = "($($i + 1)/$($Part.Count))$Gap"
        $Part[$i].Substring(0, $mark.Length) | Should -BeExactly $mark
        $Part[$i].Substring($mark.Length)
    }
}

# The text that Truncate kept, and the number of omitted bytes that its last line states.
function Read-Cut([string] $Content, [string] $Gap) {
    $Content -match "(?s)^(?<kept>.*\S)$Gap… (?<left>\d+) bytes left out$" | Should -BeTrue -Because $Content
    $Matches.kept, [int] $Matches.left
}

# The fenced lines of code in each part, which must contain nothing else except what is allowed.
function Read-Code([string[]] $Part, [string] $Language, [string] $Before, [string] $After) {
    foreach ($each in $Part) {
        $each -match "(?s)^($Before\n\n)?``````$Language\n(?<code>.*)\n``````(\n\n$After)?$" | Should -BeTrue -Because $each
        $Matches.code -split "`n"
    }
}

# The lines of all parts. Breaks between parts are line breaks.
function Get-Line([string[]] $Part) { ($Part -join "`n") -split "`n" -ne '' }

# The lines of a log of at least this many bytes, in several scripts. None is blank, and each has its number.
function New-Log([int] $Bytes) {
    $words = '订单服务 2.4 处理完成 ✅', 'GET /api/orders/17 200 in 31 ms', 'キューが混雑しています', '磁盘 /data 已用 95% 👨‍👩‍👧', 'retrying in 5 s: timeout'
    for ($i = 1; $Bytes -gt 0; $i++) {
        $line = '{0:d5} 2026-11-21T07:14:{1:d2}Z web{2:d2} {3}' -f $i, ($i % 60), ($i % 7), $words[$i % 5]
        $Bytes -= (Get-ByteCount $line) + 1
        $line
    }
}

Export-ModuleMember -Function Get-Sender, Get-ByteCount, Get-ReceivedContent, Remove-Mark, Read-Cut, Read-Code, Get-Line, New-Log
