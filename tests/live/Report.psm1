# Writes what Compare-WeComService.ps1 found as Markdown for an issue. Also for Windows PowerShell 5.1: plain ASCII, no new syntax.

Set-StrictMode -Off

# A server's text must not become a table or a link.
function Format-Cell([string] $Text) { '`' + $Text.Replace('`', "'").Replace('|', '\|') + '`' }

function Format-IdList([string[]] $Id) { ($Id | ForEach-Object { "``$_``" }) -join ', ' }

# <Result>: for each probe that was sent or left out, Probe, Difference (Expected and Got) or Skipped, a reason.
function Format-ProbeReport($Robot, [object[]] $Result, [int] $Total, [string] $Stopped) {
    $asked = @($Result | Where-Object { -not $_.Skipped })
    $different = @($asked | Where-Object Difference)
    '# Probes of the WeCom service'
    ''
    "$([DateTime]::UtcNow.ToString('yyyy-MM-dd')), $($Robot.Base.Host): $($asked.Count) of $Total probes asked, $($different.Count) answered otherwise than by the simulator."
    if ($Stopped) { ''; "The run was stopped: $Stopped" }

    ''
    '## Differences'
    ''
    if ($different) {
        '| probe | known | simulator | service | document |'
        '|---|---|---|---|---|'
        foreach ($it in $different) {
            $probe = $it.Probe
            "| ``$($probe.id)``: $($probe.title) | $($probe.known) | $(Format-Cell $it.Difference.Expected) | $(Format-Cell $it.Difference.Got) | $($probe.document) |"
        }
    }
    else { 'None.' }

    $confirmed = @($asked | Where-Object { -not $_.Difference -and $_.Probe.known -in 'same family', 'inferred', 'unknown' })
    if ($confirmed) {
        ''
        '## Confirmed, though no document or log of this service says so'
        ''
        Format-IdList $confirmed.Probe.id
    }

    $skipped = @($Result | Where-Object Skipped)
    if ($skipped) {
        ''
        '## Not asked'
        ''
        foreach ($it in $skipped) { "- ``$($it.Probe.id)``: $($it.Skipped)" }
    }
}

Export-ModuleMember -Function Format-ProbeReport
