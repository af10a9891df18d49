#Requires -Version 5.1
<#
.SYNOPSIS
Compares the real WeCom service with the simulator's claims, and reports the differences.
.DESCRIPTION
Sends the probes of tests/live/probes to one robot: some forty messages, each marked "[WeComRobot probe]", uploads, and requests
that the service should refuse. It asks for confirmation first, takes about ten minutes, and mentions nobody. Create a group with a
robot for this, as others who use the same robot meanwhile may run into its rate limit.

Writes an object for each difference to the pipeline, and a Markdown report for an issue. Neither contains the key or your IP address.
.EXAMPLE
./Compare-WeComService.ps1 -Robot (Read-Host -AsSecureString 'Webhook')
.EXAMPLE
./Compare-WeComService.ps1 -Robot (Read-Host -AsSecureString 'Webhook') -WhatIf

Lists the probes and sends nothing.
#>
[CmdletBinding(SupportsShouldProcess, ConfirmImpact = 'High')]
param(
    # The robot's webhook URL or key, as a SecureString or text. Text that you type stays in the shell's history
    [object] $Robot = $env:WECOM_ROBOT,

    # The file for the Markdown report
    [string] $ReportPath = './wecom-probe-report.md',

    # The service's limit is 20 per robot. Choose fewer if others use the robot, too
    [ValidateRange(1, 15)]
    [int] $PostsPerMinute = 15,

    # Also tests what counts towards the limit of 20 a minute, which blocks the robot for a minute
    [switch] $IncludeRateLimit
)

$ErrorActionPreference = 'Stop'
Set-StrictMode -Off
Import-Module (Join-Path $PSScriptRoot Probes.psm1), (Join-Path $PSScriptRoot Report.psm1) -Force -Scope Local -Verbose:$false

# Slightly longer than the service's window, so that the window is empty afterwards
$windowSeconds = 61

# These codes say nothing about the probe: others have used up the rate limit, or the service is busy
$busyCodes = 45009, 45033, -1

# With these codes the robot no longer exists, so the other probes are pointless
$goneCodes = 93000, 93004, 93008

$probedRobot = Get-ProbedRobot $Robot
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
if (-not $PSCmdlet.ShouldProcess($probedRobot.Name, $action)) {
    if ($WhatIfPreference) {
        $probes | Select-Object @{ Name = 'Probe'; Expression = { $_.id } }, @{ Name = 'Title'; Expression = { $_.title } },
            @{ Name = 'Expected'; Expression = { Get-Expectation $_ } }, @{ Name = 'Document'; Expression = { $_.document } }
    }
    return
}

$client = New-ProbeClient $probedRobot
$mediaIds = @{}
$results = New-Object System.Collections.Generic.List[object]
$unansweredCount = 0
# Replaced at the end of the loop, so it stays when Ctrl+C ends the loop
$stopReason = 'it was canceled.'
try {
    $stopReason = foreach ($probe in $probes) {
        Write-Progress -Activity $probedRobot.Name -Status "$($probe.id): $($probe.title)" -PercentComplete (100 * $results.Count / $probes.Count)
        $missing = @(Get-NeededUpload $probe | Where-Object { -not $mediaIds[$_] })
        if ($missing) {
            $results.Add([pscustomobject]@{ Probe = $probe; Difference = $null; OtherText = $null; Skipped = "there is no media id of $($missing -join ', ')" })
            continue
        }

        if ($probe.after) {
            Start-Sleep -Seconds $windowSeconds
            $precursor = $all | Where-Object id -EQ $probe.after.id
            for ($i = 0; $i -lt $probe.after.times; $i++) { $null = Send-Probe $client $precursor $probedRobot $mediaIds }
        }
        elseif ($results.Count) { Start-Sleep -Milliseconds (60000 / $PostsPerMinute) }

        $answer = Send-Probe $client $probe $probedRobot $mediaIds
        if (-not $probe.after -and $answer.Code -in $busyCodes) {
            Start-Sleep -Seconds $windowSeconds
            $answer = Send-Probe $client $probe $probedRobot $mediaIds
        }
        if ($answer.Json.media_id) { $mediaIds[$probe.id] = $answer.Json.media_id }
        $difference = Compare-Answer $probe $answer
        $results.Add([pscustomobject]@{ Probe = $probe; Difference = $difference; OtherText = Get-OtherText $probe $answer; Skipped = $null })

        # Only a probe that should succeed shows that the robot is gone; the others may be refused with any code
        if ($answer.Code -in $goneCodes -and $probe.errcode -eq 0) { "the service says of this robot: $($answer.Code) $($answer.Text)"; break }
        $unansweredCount = if ($answer.Json) { 0 } else { $unansweredCount + 1 }
        if ($unansweredCount -eq 3) { "three probes in a row had no answer from the service: $($difference.Got)"; break }
    }
}
finally {
    # Ctrl+C gets here, too, so that the results so far are reported
    $client.Dispose()
    $text = (Format-ProbeReport $probedRobot $results $probes.Count "$stopReason") -join "`n"
    [System.IO.File]::WriteAllText($report, "$text`n")
}

Write-Progress -Activity $probedRobot.Name -Completed
$different = @($results | Where-Object Difference)
if ($stopReason) { Write-Warning "The run was stopped: $stopReason" }
$summary = if ($different) { "the service differs from the simulator in $($different.Count)" } else { 'no difference between service and simulator' }
Write-Information "$($results.Count) of $($probes.Count) probes: $summary. Report for an issue: $report" -InformationAction Continue
$different | Select-Object @{ Name = 'Probe'; Expression = { $_.Probe.id } }, @{ Name = 'Expected'; Expression = { $_.Difference.Expected } },
    @{ Name = 'Got'; Expression = { $_.Difference.Got } }, @{ Name = 'Document'; Expression = { $_.Probe.document } }
