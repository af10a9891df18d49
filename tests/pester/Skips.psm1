# Reads tests/allowed-skips.txt: which tests may be skipped, and why.

$allowed = Get-Content (Join-Path (Split-Path $PSScriptRoot) allowed-skips.txt) | Where-Object { $_ -and $_ -notlike '#*' } | ForEach-Object {
    $part, $reason = ($_ -split '\|', 2).Trim()
    [pscustomobject]@{ Part = $part; Reason = $reason }
}

# Why the test may be skipped; nothing if it must run.
function Get-SkipReason([string] $Test) {
    $allowed.Where({ $Test.Contains($_.Part) }, 'First').Reason
}

Export-ModuleMember -Function Get-SkipReason
