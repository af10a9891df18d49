#Requires -Version 5.1
<#
.SYNOPSIS
Asks the real WeCom service what the simulator claims, and says where the two differ.
.DESCRIPTION
Sends the probes of tests/live/probes to one robot: some forty messages, each marked "[WeComRobot probe]", uploads, and requests
that the service should refuse. It asks before the first, takes about ten minutes, and mentions nobody. Take a robot of a group
that you made for this: who else uses the robot meanwhile may meet the rate limit.

Writes an object for each difference, and a Markdown report for an issue. Neither holds the key or your IP address.
.EXAMPLE
./Compare-WeComService.ps1 -Robot (Read-Host -AsSecureString 'Webhook')
.EXAMPLE
./Compare-WeComService.ps1 -Robot (Read-Host -AsSecureString 'Webhook') -WhatIf

Lists the probes and sends nothing.
#>
[CmdletBinding(SupportsShouldProcess, ConfirmImpact = 'High')]
param(
    # The robot's webhook URL or key, as SecureString or text: what you type stays in the shell's history
    [object] $Robot = $env:WECOM_ROBOT,

    # Where the Markdown report is written
    [string] $ReportPath = './wecom-probe-report.md',

    # The robot's limit is 20; fewer where others use it too
    [ValidateRange(1, 15)]
    [int] $PostsPerMinute = 15,

    # Also finds out what counts towards the limit of 20 a minute, which closes the robot for a minute
    [switch] $IncludeRateLimit
)

$ErrorActionPreference = 'Stop'
Set-StrictMode -Off
Import-Module (Join-Path $PSScriptRoot Probes.psm1), (Join-Path $PSScriptRoot Report.psm1) -Force -Scope Local -Verbose:$false

# Longer than the service's window, so that it is empty
$wholeWindow = 61

# Where others fill the robot's minute, or the service is busy, the answer says nothing about the probe
$busy = 45009, 45033, -1

# The robot is gone: no other probe can be answered
$gone = 93000, 93004, 93008

$probed = Get-ProbedRobot $Robot
$report = $PSCmdlet.GetUnresolvedProviderPathFromPSPath($ReportPath)
if (-not (Test-Path -LiteralPath (Split-Path $report) -PathType Container)) { throw "There is no folder for the report '$report'." }

$all = @(Get-Probe)
$probes = @($all | Where-Object { $IncludeRateLimit -or -not $_.after })
$requests = @(foreach ($probe in $probes) {
        if ($probe.after) { @($all | Where-Object id -EQ $probe.after.id) * $probe.after.times }
        $probe
    })
$visible = @($requests | Where-Object { Test-Visible $_ }).Count
$minutes = [Math]::Ceiling(@($probes | Where-Object { -not $_.after }).Count / $PostsPerMinute) + @($probes | Where-Object after).Count
$action = "Post $visible marked test messages and $($requests.Count - $visible) uploads and requests that should be refused, in about $minutes minutes"
if (-not $PSCmdlet.ShouldProcess($probed.Name, $action)) {
    if ($WhatIfPreference) {
        $probes | Select-Object @{ Name = 'Probe'; Expression = { $_.id } }, @{ Name = 'Title'; Expression = { $_.title } },
            @{ Name = 'Expected'; Expression = { Get-Expectation $_ } }, @{ Name = 'Document'; Expression = { $_.document } }
    }
    return
}

$client = New-ProbeClient $probed
$mediaIds = @{}
$results = New-Object System.Collections.Generic.List[object]
$unanswered = 0
$stopped = 'it was broken off.'
try {
    $stopped = foreach ($probe in $probes) {
        Write-Progress -Activity $probed.Name -Status "$($probe.id): $($probe.title)" -PercentComplete (100 * $results.Count / $probes.Count)
        $missing = @(Get-NeededUpload $probe | Where-Object { -not $mediaIds[$_] })
        if ($missing) {
            $results.Add([pscustomobject]@{ Probe = $probe; Difference = $null; OtherWord = $null; Skipped = "there is no media id of $($missing -join ', ')" })
            continue
        }

        if ($probe.after) {
            Start-Sleep -Seconds $wholeWindow
            $before = $all | Where-Object id -EQ $probe.after.id
            for ($i = 0; $i -lt $probe.after.times; $i++) { $null = Send-Probe $client $before $probed $mediaIds }
        }
        elseif ($results.Count) { Start-Sleep -Milliseconds (60000 / $PostsPerMinute) }

        $answer = Send-Probe $client $probe $probed $mediaIds
        if (-not $probe.after -and $answer.Code -in $busy) {
            Start-Sleep -Seconds $wholeWindow
            $answer = Send-Probe $client $probe $probed $mediaIds
        }
        if ($answer.Json.media_id) { $mediaIds[$probe.id] = $answer.Json.media_id }
        $difference = Compare-Answer $probe $answer
        $results.Add([pscustomobject]@{ Probe = $probe; Difference = $difference; OtherWord = Get-OtherWord $probe $answer; Skipped = $null })

        # What should be refused may be refused by any code
        if ($answer.Code -in $gone -and $probe.errcode -eq 0) { "the service says of this robot: $($answer.Code) $($answer.Text)"; break }
        $unanswered = if ($answer.Json) { 0 } else { $unanswered + 1 }
        if ($unanswered -eq 3) { "three probes in a row had no answer of the service: $($difference.Got)"; break }
    }
}
finally {
    # Also after Ctrl+C: what was found until then
    $client.Dispose()
    $text = (Format-ProbeReport $probed $results $probes.Count "$stopped") -join "`n"
    [System.IO.File]::WriteAllText($report, "$text`n")
}

Write-Progress -Activity $probed.Name -Completed
$different = @($results | Where-Object Difference)
if ($stopped) { Write-Warning "The run was stopped: $stopped" }
$found = if ($different) { "$($different.Count) probes are answered otherwise than by the simulator" } else { 'no difference between service and simulator' }
Write-Information "$($results.Count) of $($probes.Count) probes: $found. Report for an issue: $report" -InformationAction Continue
$different | Select-Object @{ Name = 'Probe'; Expression = { $_.Probe.id } }, @{ Name = 'Expected'; Expression = { $_.Difference.Expected } },
    @{ Name = 'Got'; Expression = { $_.Difference.Got } }, @{ Name = 'Document'; Expression = { $_.Probe.document } }
