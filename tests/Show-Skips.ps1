# Shows how many tests a run skipped, by reason; exit code 1 if tests/allowed-skips.txt does not list one of them.
param(
    # The folder of `dotnet test --logger trx --results-directory <folder>`.
    [Parameter(Mandatory)] [string] $Results
)

$ErrorActionPreference = 'Stop'
Import-Module $PSScriptRoot/pester/Skips.psm1

$tests = foreach ($file in Get-ChildItem $Results -Filter *.trx) {
    foreach ($result in ([xml] (Get-Content $file -Raw)).TestRun.Results.UnitTestResult) {
        if ($result.outcome -eq 'NotExecuted') { $result.testName }
        # Tests within a Pester file, as Invoke-PesterFile.ps1 prints them
        [regex]::Matches($result.Output.StdOut, '(?m)^skipped: (.+?)\r?$') | ForEach-Object { $_.Groups[1].Value }
    }
}

$skips = $tests | ForEach-Object { [pscustomobject]@{ Test = $_; Reason = Get-SkipReason $_ } }
$skips | Where-Object Reason | Group-Object Reason | ForEach-Object { "skipped: $($_.Count), $($_.Name)" }
$unlisted = @($skips | Where-Object { -not $_.Reason })
$unlisted | ForEach-Object { "skipped, but not in tests/allowed-skips.txt: $($_.Test)" }
exit [int] ($unlisted.Count -gt 0)
