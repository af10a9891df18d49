# Formats the results of Compare-WeComService.ps1 as Markdown for an issue. It must run in Windows PowerShell 5.1: plain ASCII, no newer syntax.

Set-StrictMode -Off

# Code spans keep a server's text from becoming links or, in a table, cells.
function Format-Code([string] $Text) { '`' + $Text.Replace('`', "'") + '`' }

function Format-Cell([string] $Text) { Format-Code $Text.Replace('\', '\\').Replace('|', '\|') }

function Format-IdList([string[]] $Id) { ($Id | ForEach-Object { "``$_``" }) -join ', ' }

# Each result has a Probe, and either a Difference (Expected and Got), an OtherText, or in Skipped the reason why it was not sent.
function Format-ProbeReport($Robot, [object[]] $Result, [int] $Total, [string] $StopReason) {
    $asked = @($Result | Where-Object { -not $_.Skipped })
    $different = @($asked | Where-Object Difference)
    '# Probes of the WeCom service'
    ''
    $server = if ($Robot.Base.HostNameType -eq 'Dns') { $Robot.Base.Host } else { 'a server without a host name' }
    "$([DateTime]::UtcNow.ToString('yyyy-MM-dd')), ${server}: $($asked.Count) of $Total probes sent; the service differs from the simulator in $($different.Count)."
    if ($StopReason) { ''; "The run was stopped: $(Format-Code $StopReason)" }

    ''
    '## Differences'
    ''
    if ($different) {
        '| probe | known | simulator | service | document |'
        '|---|---|---|---|---|'
        foreach ($row in $different) {
            $probe = $row.Probe
            "| ``$($probe.id)``: $($probe.title) | $($probe.known) | $(Format-Cell $row.Difference.Expected) | $(Format-Cell $row.Difference.Got) | $($probe.document) |"
        }
    }
    else { 'None.' }

    $otherTexts = @($asked | Where-Object { $_.OtherText -and -not $_.Difference })
    if ($otherTexts) {
        ''
        '## Same code, other text'
        ''
        'These are not differences: no document states the text, and the simulator has its own.'
        ''
        '| probe | code | simulator | service |'
        '|---|---|---|---|'
        foreach ($row in $otherTexts) {
            "| ``$($row.Probe.id)`` | $($row.Probe.errcode) | $(Format-Cell $row.Probe.simulatorErrmsg) | $(Format-Cell $row.OtherText) |"
        }
    }

    $confirmed = @($asked | Where-Object { -not $_.Difference -and $_.Probe.known -in 'official table', 'same family', 'inferred', 'unknown' })
    if ($confirmed) {
        ''
        '## Confirmed by the service, but stated by no document or log of this endpoint'
        ''
        Format-IdList $confirmed.Probe.id
    }

    $skipped = @($Result | Where-Object Skipped)
    if ($skipped) {
        ''
        '## Not sent'
        ''
        foreach ($row in $skipped) { "- ``$($row.Probe.id)``: $($row.Skipped)" }
    }
}

Export-ModuleMember -Function Format-ProbeReport
