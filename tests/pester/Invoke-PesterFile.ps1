# Runs Pester files, one after the other, and ends each with a line that the xunit project parses. The exit code is 0 only if
# no test failed and, with CI=true, tests/allowed-skips.txt lists every skipped one.
param([Parameter(Mandatory, ValueFromRemainingArguments)] [string[]] $Path)

$PSStyle.OutputRendering = 'PlainText'
$ProgressPreference = 'SilentlyContinue'
# Uses the restored Pester, whatever is installed on this machine
$pester = Join-Path (Split-Path (Split-Path $PSScriptRoot)) bin/Pester/Pester.psd1
if (-not (Test-Path $pester)) { throw 'Pester comes with the build: run dotnet build tests/WeComRobot.Pester.Tests first.' }
Import-Module $pester

Import-Module $PSScriptRoot/Skips.psm1

# On Windows, child processes get the account's language, unless .NET runs in invariant mode
if ($IsWindows) {
    $env:DOTNET_SYSTEM_GLOBALIZATION_INVARIANT = 1
    $env:DOTNET_SYSTEM_GLOBALIZATION_PREDEFINED_CULTURES_ONLY = 0
}

# Runs one file and returns whether all is well.
function Invoke-PesterFile([string] $File) {
    # The tests compare English texts, whatever the user's language
    [CultureInfo]::CurrentUICulture = [CultureInfo]::DefaultThreadCurrentUICulture = 'en-US'
    $env:LC_ALL = 'en_US.UTF-8'
    # The tests must not touch the user's own rate windows, media ids and messages, a fleet's, or those of the previous file
    $state = $env:WECOM_STATE_DIR = Join-Path ([IO.Path]::GetTempPath()) "wecom-pester-$(New-Guid)"
    $env:WECOM_ON_FAILURE = $env:WECOM_REDIS = $null

    $configuration = New-PesterConfiguration
    $configuration.Run.Path = $File
    $configuration.Run.PassThru = $true
    $configuration.Output.Verbosity = 'Normal'
    $configuration.Output.StackTraceVerbosity = 'FirstLine'
    $result = Invoke-Pester -Configuration $configuration
    Remove-Item $state -Recurse -Force -ErrorAction Ignore

    # In CI a skipped test would go unnoticed
    $skipped = @($result.Skipped | ForEach-Object { "$(Split-Path $File -Leaf): $($_.ExpandedPath)" })
    $skipped | ForEach-Object { "skipped: $_" } | Out-Host
    $unlisted = @($skipped | Where-Object { $env:CI -eq 'true' -and -not (Get-SkipReason $_) })
    $unlisted | ForEach-Object { "skipped, but not in tests/allowed-skips.txt: $_" } | Out-Host

    "pester: $($result.PassedCount) passed, $($result.FailedCount) failed, $($result.SkippedCount) skipped" | Out-Host
    $result.Result -eq 'Passed' -and $unlisted.Count -eq 0
}

$failed = @($Path | Where-Object { -not (Invoke-PesterFile $_) })
exit [int] ($failed.Count -gt 0)
