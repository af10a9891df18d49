# Runs one Pester file and ends with a line that the xunit project reads; exit code 0 only if every test passed.
param([Parameter(Mandatory)] [string] $Path)

$PSStyle.OutputRendering = 'PlainText'
$ProgressPreference = 'SilentlyContinue'
Import-Module Pester -MinimumVersion 5.0

# The tests read English texts, whatever the language of the person who runs them
[CultureInfo]::CurrentUICulture = [CultureInfo]::DefaultThreadCurrentUICulture = 'en-US'
$env:LC_ALL = 'en_US.UTF-8'

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

"pester: $($result.PassedCount) passed, $($result.FailedCount) failed, $($result.SkippedCount) skipped"
exit [int]($result.Result -ne 'Passed')
