# Runs one Pester file and ends with a line that the xunit project reads; exit code 0 only if no test failed
# and, with CI=true, every skipped one is listed in tests/allowed-skips.txt.
param([Parameter(Mandatory)] [string] $Path)

$PSStyle.OutputRendering = 'PlainText'
$ProgressPreference = 'SilentlyContinue'
# The package's, whatever is installed on this machine
$pester = Join-Path (Split-Path (Split-Path $PSScriptRoot)) bin/Pester/Pester.psd1
if (-not (Test-Path $pester)) { throw 'Pester comes with the build: run dotnet build tests/WeComRobot.Pester.Tests first.' }
Import-Module $pester

# The tests read English texts, whatever the language of the person who runs them
[CultureInfo]::CurrentUICulture = [CultureInfo]::DefaultThreadCurrentUICulture = 'en-US'
$env:LC_ALL = 'en_US.UTF-8'
# Windows gives the processes that a test starts the account's language, unless .NET has no languages of its own there
if ($IsWindows) {
    $env:DOTNET_SYSTEM_GLOBALIZATION_INVARIANT = 1
    $env:DOTNET_SYSTEM_GLOBALIZATION_PREDEFINED_CULTURES_ONLY = 0
}

# Windows, media ids and messages of the person who runs the tests are none of their business
$state = $env:WECOM_STATE_DIR = Join-Path ([IO.Path]::GetTempPath()) "wecom-pester-$PID"
$env:WECOM_ON_FAILURE = $null

$configuration = New-PesterConfiguration
$configuration.Run.Path = $Path
$configuration.Run.PassThru = $true
$configuration.Output.Verbosity = 'Normal'
$configuration.Output.StackTraceVerbosity = 'FirstLine'
$result = Invoke-Pester -Configuration $configuration
Remove-Item $state -Recurse -Force -ErrorAction Ignore

# In CI nobody would notice a skipped test
$skipped = @($result.Skipped | ForEach-Object { "$(Split-Path $Path -Leaf): $($_.ExpandedPath)" })
$skipped | ForEach-Object { "skipped: $_" }
Import-Module $PSScriptRoot/Skips.psm1
$unlisted = @($skipped | Where-Object { $env:CI -eq 'true' -and -not (Get-SkipReason $_) })
$unlisted | ForEach-Object { "skipped, but not in tests/allowed-skips.txt: $_" }

"pester: $($result.PassedCount) passed, $($result.FailedCount) failed, $($result.SkippedCount) skipped"
exit [int] ($result.Result -ne 'Passed' -or $unlisted.Count -gt 0)
