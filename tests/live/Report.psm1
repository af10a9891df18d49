# Writes what Compare-WeComService.ps1 found as Markdown for an issue. Also for Windows PowerShell 5.1: plain ASCII, no new syntax.

Set-StrictMode -Off

# A server's text must not become a link, nor in a table a cell.
function Format-Code([string] $Text) { '`' + $Text.Replace('`', "'") + '`' }

function Format-Cell([string] $Text) { Format-Code $Text.Replace('\', '\\').Replace('|', '\|') }

function Format-IdList([string[]] $Id) { ($Id | ForEach-Object { "``$_``" }) -join ', ' }

# <Result>: for each probe that was sent or left out, Probe, Difference (Expected and Got) or OtherWord, or Skipped, a reason.
function Format-ProbeReport($Robot, [object[]] $Result, [int] $Total, [string] $Stopped) {
    $asked = @($Result | Where-Object { -not $_.Skipped })
    $different = @($asked | Where-Object Difference)
    '# Probes of the WeCom service'
    ''
    $server = if ($Robot.Base.HostNameType -eq 'Dns') { $Robot.Base.Host } else { 'a server without a name' }
    "$([DateTime]::UtcNow.ToString('yyyy-MM-dd')), ${server}: $($asked.Count) of $Total probes asked, $($different.Count) answered otherwise than by the simulator."
    if ($Stopped) { ''; "The run was stopped: $(Format-Code $Stopped)" }

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

    $others = @($asked | Where-Object { $_.OtherWord -and -not $_.Difference })
    if ($others) {
        ''
        '## Same code, other words'
        ''
        'No difference: no document has the words, and these are the simulator''s own.'
        ''
        '| probe | code | simulator | service |'
        '|---|---|---|---|'
        foreach ($it in $others) {
            "| ``$($it.Probe.id)`` | $($it.Probe.errcode) | $(Format-Cell $it.Probe.simulatorErrmsg) | $(Format-Cell $it.OtherWord) |"
        }
    }

    $confirmed = @($asked | Where-Object { -not $_.Difference -and $_.Probe.known -in 'official table', 'same family', 'inferred', 'unknown' })
    if ($confirmed) {
        ''
        '## Confirmed, though no document or log of this endpoint says so'
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
