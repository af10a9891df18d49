# Starts the simulator as a process of its own and talks to it: what the Pester files share.

$root = Split-Path (Split-Path $PSScriptRoot)

# The module as a build leaves it at the root of the clone; WECOM_MODULE names another, as a packaged one.
function Import-WeComRobot {
    $manifest = if ($env:WECOM_MODULE) { $env:WECOM_MODULE } else { Join-Path $root 'WeComRobot.psd1' }
    Import-Module $manifest -Global -Force
}

function Start-Simulator {
    [CmdletBinding()]
    param([string[]] $Key = [guid]::NewGuid().ToString(), [string] $Rate = '1000/1')

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
        Webhooks = @($Key | ForEach-Object { "$base/cgi-bin/webhook/send?key=$_" })
    }
}

function Stop-Simulator($Simulator) {
    $Simulator.Process.Kill()
    $Simulator.Process.WaitForExit()
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

Export-ModuleMember -Function Import-WeComRobot, Start-Simulator, Stop-Simulator, Get-Received, Get-ReceivedMedia, Add-Fault, Clear-Simulator
