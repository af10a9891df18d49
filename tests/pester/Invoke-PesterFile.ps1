# Runs one Pester file and ends with a line that the xunit project parses. The exit code is 0 only if no test failed
# and, with CI=true, tests/allowed-skips.txt lists every skipped one.
param([Parameter(Mandatory)] [string] $Path)

$PSStyle.OutputRendering = 'PlainText'
$ProgressPreference = 'SilentlyContinue'
# Uses the restored Pester, whatever is installed on this machine
$pester = Join-Path (Split-Path (Split-Path $PSScriptRoot)) bin/Pester/Pester.psd1
if (-not (Test-Path $pester)) { throw 'Pester comes with the build: run dotnet build tests/WeComRobot.Pester.Tests first.' }
Import-Module $pester

# The tests compare English texts, whatever the user's language
[CultureInfo]::CurrentUICulture = [CultureInfo]::DefaultThreadCurrentUICulture = 'en-US'
$env:LC_ALL = 'en_US.UTF-8'
# On Windows, child processes get the account's language, unless .NET runs in invariant mode
if ($IsWindows) {
    $env:DOTNET_SYSTEM_GLOBALIZATION_INVARIANT = 1
    $env:DOTNET_SYSTEM_GLOBALIZATION_PREDEFINED_CULTURES_ONLY = 0
}

# The tests must not touch the user's own rate windows, media ids and messages, or a fleet's
$state = $env:WECOM_STATE_DIR = Join-Path ([IO.Path]::GetTempPath()) "wecom-pester-$PID"
$env:WECOM_ON_FAILURE = $env:WECOM_REDIS = $null

$configuration = New-PesterConfiguration
$configuration.Run.Path = $Path
$configuration.Run.PassThru = $true
$configuration.Output.Verbosity = 'Normal'
$configuration.Output.StackTraceVerbosity = 'FirstLine'
$result = Invoke-Pester -Configuration $configuration
Remove-Item $state -Recurse -Force -ErrorAction Ignore

# In CI a skipped test would go unnoticed
$skipped = @($result.Skipped | ForEach-Object { "$(Split-Path $Path -Leaf): $($_.ExpandedPath)" })
$skipped | ForEach-Object { "skipped: $_" }
Import-Module $PSScriptRoot/Skips.psm1
$unlisted = @($skipped | Where-Object { $env:CI -eq 'true' -and -not (Get-SkipReason $_) })
$unlisted | ForEach-Object { "skipped, but not in tests/allowed-skips.txt: $_" }

"pester: $($result.PassedCount) passed, $($result.FailedCount) failed, $($result.SkippedCount) skipped"
exit [int] ($result.Result -ne 'Passed' -or $unlisted.Count -gt 0)
