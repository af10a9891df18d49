# Reads tests/allowed-skips.txt: which tests may be skipped, and why.

$allowed = Get-Content (Join-Path (Split-Path $PSScriptRoot) allowed-skips.txt) | Where-Object { $_ -and $_ -notlike '#*' } | ForEach-Object {
    $name, $reason = ($_ -split '\|', 2).Trim()
    [pscustomobject]@{ Name = $name; Reason = $reason }
}

# The reason why the test may be skipped; nothing if it must run.
function Get-SkipReason([string] $Test) {
    $allowed.Where({ $Test.Contains($_.Name) }, 'First').Reason
}

Export-ModuleMember -Function Get-SkipReason
