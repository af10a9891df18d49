# Starts the simulator as a process of its own and talks to it: what the Pester files share.

$root = Split-Path (Split-Path $PSScriptRoot)

# The module as a build leaves it at the root of the clone; WECOM_MODULE names another, as a packaged one.
function Import-WeComRobot {
    $manifest = if ($env:WECOM_MODULE) { $env:WECOM_MODULE } else { Join-Path $root 'WeComRobot.psd1' }
    Import-Module $manifest -Global -Force
    # A failure that a test scripts shall show at once; the tests of retries say how many they want
    $global:PSDefaultParameterValues['Send-WeCom*:MaxRetry'] = 0
    $global:PSDefaultParameterValues['Publish-WeComMedia:MaxRetry'] = 0
}

function Start-Simulator {
    [CmdletBinding()]
    # Many keys, for the module's own rate window is 20 a minute for each: a test takes a fresh one by Get-Webhook
    param([string[]] $Key = (1..200 | ForEach-Object { [guid]::NewGuid().ToString() }), [string] $Rate = '1000/1')

    $dll = Get-ChildItem (Join-Path $root 'src/WeComRobot.Simulator/bin') -Recurse -Filter WeComRobot.Simulator.dll |
        Sort-Object LastWriteTime | Select-Object -Last 1
    if (-not $dll) { throw 'The simulator is not built: run dotnet build first.' }

    $start = [System.Diagnostics.ProcessStartInfo]::new('dotnet')
    foreach ($argument in @($dll.FullName, '--port', '0', '--rate', $Rate) + ($Key | ForEach-Object { '--key', $_ })) {
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

# The webhook of a robot that nothing was sent to yet.
function Get-Webhook($Simulator) {
    "$($Simulator.Base)/cgi-bin/webhook/send?key=$($Simulator.Fresh.Dequeue())"
}

# What the robot accepted; each with its parsed body as Payload.
function Get-Received($Simulator) {
    # Invoke-RestMethod writes an array as one object
    Invoke-RestMethod "$($Simulator.Base)/simulator/messages" -NoProxy | ForEach-Object { $_ } |
        Select-Object *, @{ Name = 'Payload'; Expression = { $_.body | ConvertFrom-Json } }
}

function Get-ReceivedMedia($Simulator) {
    Invoke-RestMethod "$($Simulator.Base)/simulator/media" -NoProxy | ForEach-Object { $_ }
}

# Scripts the next answers, as src/WeComRobot.Simulator/README.md describes them.
function Add-Fault($Simulator, [hashtable[]] $Fault) {
    $json = ConvertTo-Json -InputObject $Fault -Depth 5
    $null = Invoke-RestMethod "$($Simulator.Base)/simulator/faults" -Method Post -Body $json -ContentType application/json -NoProxy
}

function Clear-Simulator($Simulator) {
    $null = Invoke-RestMethod "$($Simulator.Base)/simulator/messages" -Method Delete -NoProxy
}

# The errors that a script writes, and nothing else of it.
function Get-Failure([scriptblock] $Script) {
    & $Script 2>&1 | Where-Object { $_ -is [System.Management.Automation.ErrorRecord] }
}

# What goes to the host and to no stream, as the text of -WhatIf.
function Get-HostText([scriptblock] $Script) {
    $file = New-TemporaryFile
    $null = Start-Transcript $file -UseMinimalHeader
    try { $null = & $Script *>&1 } finally { $null = Stop-Transcript }
    Get-Content $file -Raw
    Remove-Item $file
}

Export-ModuleMember -Function Import-WeComRobot, Start-Simulator, Stop-Simulator, Get-Webhook, Get-Received, Get-ReceivedMedia,
    Add-Fault, Clear-Simulator, Get-Failure, Get-HostText
