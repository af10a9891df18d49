# Shows how many tests a run skipped for which reason; exit code 1 where a skipped one is not on tests/allowed-skips.txt.
param(
    # The folder of `dotnet test --logger trx --results-directory <folder>`.
    [Parameter(Mandatory)] [string] $Results
)

$ErrorActionPreference = 'Stop'
Import-Module $PSScriptRoot/pester/Skips.psm1

$tests = foreach ($file in Get-ChildItem $Results -Filter *.trx) {
    foreach ($result in ([xml] (Get-Content $file -Raw)).TestRun.Results.UnitTestResult) {
        if ($result.outcome -eq 'NotExecuted') { $result.testName }
        # What Invoke-PesterFile.ps1 says of the tests within a file
        [regex]::Matches($result.Output.StdOut, '(?m)^skipped: (.+?)\r?$') | ForEach-Object { $_.Groups[1].Value }
    }
}

$skips = $tests | ForEach-Object { [pscustomobject]@{ Test = $_; Reason = Get-SkipReason $_ } }
$skips | Where-Object Reason | Group-Object Reason | ForEach-Object { "skipped: $($_.Count), $($_.Name)" }
$unlisted = @($skips | Where-Object { -not $_.Reason })
$unlisted | ForEach-Object { "skipped, and not on tests/allowed-skips.txt: $($_.Test)" }
exit [int] ($unlisted.Count -gt 0)
