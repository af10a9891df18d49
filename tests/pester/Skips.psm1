# Which tests may be skipped, and why: tests/allowed-skips.txt, of which each line is <part of the test's name> | <reason>.

$allowed = Get-Content (Join-Path (Split-Path $PSScriptRoot) allowed-skips.txt) | Where-Object { $_ -and $_ -notlike '#*' } | ForEach-Object {
    $part, $reason = ($_ -split '\|', 2).Trim()
    [pscustomobject]@{ Part = $part; Reason = $reason }
}

# Why the test may be skipped; nothing where it must run.
function Get-SkipReason([string] $Test) {
    $allowed.Where({ $Test.Contains($_.Part) }, 'First').Reason
}

Export-ModuleMember -Function Get-SkipReason
