# Starts the simulator as a process and talks to it, for all Pester files.

$root = Split-Path (Split-Path $PSScriptRoot)

# The module that a build leaves at the root of the clone, or the one that WECOM_MODULE names, such as a packaged one.
function Import-WeComRobot {
    $manifest = if ($env:WECOM_MODULE) { $env:WECOM_MODULE } else { Join-Path $root 'WeComRobot.psd1' }
    Import-Module $manifest -Global -Force
    # A scripted failure must show at once; the tests of retries set their own number
    $global:PSDefaultParameterValues['Send-WeCom*:MaxRetry'] = 0
    $global:PSDefaultParameterValues['Publish-WeComMedia:MaxRetry'] = 0
}

# The simulator that was built last.
function Get-SimulatorPath {
    $dll = Get-Item (Join-Path $root 'src/WeComRobot.Simulator.App/bin/*/net*/WeComRobot.Simulator.App.dll') |
        Sort-Object LastWriteTime | Select-Object -Last 1
    if (-not $dll) { throw 'The simulator is not built: run dotnet build first.' }
    $dll.FullName
}

function Start-Simulator {
    [CmdletBinding()]
    # There are many keys, as the module's rate window is 20 a minute for each: a test gets an unused one from Get-Webhook
    param(
        [string[]] $Key = (1..200 | ForEach-Object { [guid]::NewGuid().ToString() }),
        [string] $Rate = '1000/1',
        [string[]] $Program = @('dotnet', (Get-SimulatorPath))
    )

    $start = [System.Diagnostics.ProcessStartInfo]::new($Program[0])
    foreach ($argument in @($Program | Select-Object -Skip 1) + '--port', '0', '--rate', $Rate + ($Key | ForEach-Object { '--key', $_ })) {
        $start.ArgumentList.Add($argument)
    }
    $start.RedirectStandardOutput = $true
    $process = [System.Diagnostics.Process]::Start($start)
    $line = $process.StandardOutput.ReadLine()
    if ($line -notmatch '^listening on (http://127\.0\.0\.1:\d+)$') { throw "The simulator did not start: $line" }

    $base = $Matches[1]
    [pscustomobject]@{
        Process = $process
        Base    = $base
        Key     = $Key[0]
        Webhook = "$base/cgi-bin/webhook/send?key=$($Key[0])"
        Fresh   = [System.Collections.Queue] @($Key | Select-Object -Skip 1)
    }
}

function Stop-Simulator($Simulator) {
    $Simulator.Process.Kill()
    $Simulator.Process.WaitForExit()
}

# The webhook of a robot that has not been used yet.
function Get-Webhook($Simulator) {
    "$($Simulator.Base)/cgi-bin/webhook/send?key=$($Simulator.Fresh.Dequeue())"
}

# The messages that the robot accepted, each with its parsed body as Payload.
function Get-Received($Simulator) {
    # Invoke-RestMethod writes an array as one object
    Invoke-RestMethod "$($Simulator.Base)/simulator/messages" -NoProxy | ForEach-Object { $_ } |
        Select-Object *, @{ Name = 'Payload'; Expression = { $_.body | ConvertFrom-Json } }
}

# The texts of the text messages that the robot accepted, in order.
function Get-ReceivedText($Simulator) { @((Get-Received $Simulator).Payload.text.content) -ne $null }

function Get-ReceivedMedia($Simulator) {
    Invoke-RestMethod "$($Simulator.Base)/simulator/media" -NoProxy | ForEach-Object { $_ }
}

# Scripts faults for the next requests, as src/WeComRobot.Simulator/README.md describes them.
function Add-Fault($Simulator, [hashtable[]] $Fault) {
    $json = ConvertTo-Json -InputObject $Fault -Depth 5
    $null = Invoke-RestMethod "$($Simulator.Base)/simulator/faults" -Method Post -Body $json -ContentType application/json -NoProxy
}

function Clear-Simulator($Simulator) {
    $null = Invoke-RestMethod "$($Simulator.Base)/simulator/messages" -Method Delete -NoProxy
}

# Only the errors that a script writes.
function Get-Failure([scriptblock] $Script) {
    & $Script 2>&1 | Where-Object { $_ -is [System.Management.Automation.ErrorRecord] }
}

# The text that is written to the host and to no stream, such as that of -WhatIf.
function Get-HostText([scriptblock] $Script) {
    $file = New-TemporaryFile
    $null = Start-Transcript $file -UseMinimalHeader
    try { $null = & $Script *>&1 } finally { $null = Stop-Transcript }
    Get-Content $file -Raw
    Remove-Item $file
}

Export-ModuleMember -Function Import-WeComRobot, Get-SimulatorPath, Start-Simulator, Stop-Simulator, Get-Webhook, Get-Received, Get-ReceivedText,
    Get-ReceivedMedia, Add-Fault, Clear-Simulator, Get-Failure, Get-HostText
