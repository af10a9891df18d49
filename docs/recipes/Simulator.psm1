# Starts wecom-simulator for tests, in PowerShell 7 and Windows PowerShell 5.1, and asks it what has arrived.

# Returns its process, its address and the webhook of its robot.
function Start-Simulator {
    if (-not (Get-Command wecom-simulator -ErrorAction SilentlyContinue)) {
        throw 'wecom-simulator is not on PATH: install the tool, and open a new shell.'
    }
    $start = New-Object System.Diagnostics.ProcessStartInfo wecom-simulator
    $start.UseShellExecute = $false
    $start.RedirectStandardOutput = $true
    $process = [System.Diagnostics.Process]::Start($start)
    $lines = 1..3 | ForEach-Object { $process.StandardOutput.ReadLine() }
    if ("$lines" -notmatch '^listening on (http\S+) webhook (http\S+) chat ') { throw "wecom-simulator did not start: $lines" }
    [pscustomobject] @{ Process = $process; Address = $Matches[1]; Webhook = $Matches[2] }
}

function Stop-Simulator($Simulator) {
    if (-not $Simulator) { return }    # it did not start
    $Simulator.Process.Kill()
    $Simulator.Process.WaitForExit()
}

# What 'wait?...' or 'messages?...' returns: the messages, each with its parsed body as Payload.
function Get-SimulatorMessage($Simulator, [string] $Query) {
    # Invoke-RestMethod writes an array as one object, which the first ForEach-Object takes apart
    Invoke-SimulatorMethod $Simulator $Query | ForEach-Object { $_ } | ForEach-Object {
        $_ | Add-Member Payload (ConvertFrom-Json $_.body) -PassThru
    }
}

# Scripts what happens to the next requests, one fault each.
function Add-SimulatorFault($Simulator, [hashtable[]] $Fault) {
    $null = Invoke-SimulatorMethod $Simulator faults @{ Method = 'Post'; Body = ConvertTo-Json -InputObject $Fault }
}

# Sends a request. What the simulator says about a wrong one, or when nothing came in time, is the error.
function Invoke-SimulatorMethod($Simulator, [string] $Request, [hashtable] $Option = @{}) {
    try { Invoke-RestMethod "$($Simulator.Address)/simulator/$Request" @Option }
    catch { if ($_.ErrorDetails) { throw $_.ErrorDetails.Message } else { throw } }
}
