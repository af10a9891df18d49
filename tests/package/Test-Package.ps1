# Tests a package with the PowerShell that runs this, from 5.1 on: installs it as a user would, for the current user, runs
# Smoke.ps1, and in PowerShell 7 the Pester files, with the Pester that comes by restore. Of the clone it builds the simulator
# only. ASCII only.
param(
    # The folder that holds WeComRobot/ and WeComRobot.<version>.nupkg, as build.ps1 Package makes it.
    [Parameter(Mandatory = $true)] [string] $Package
)

$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue'
$root = Split-Path (Split-Path $PSScriptRoot)
$Package = (Resolve-Path $Package).ProviderPath

# Windows PowerShell comes with Install-Module, PowerShell 7 with Install-PSResource
if ($PSVersionTable.PSEdition -eq 'Desktop') {
    Register-PSRepository -Name wecom-package -SourceLocation $Package -InstallationPolicy Trusted
    try { Install-Module WeComRobot -Repository wecom-package -Scope CurrentUser -Force }
    finally { Unregister-PSRepository -Name wecom-package }
}
else {
    Register-PSResourceRepository -Name wecom-package -Uri $Package -Trusted
    try { Install-PSResource WeComRobot -Repository wecom-package -Scope CurrentUser -Reinstall }
    finally { Unregister-PSResourceRepository -Name wecom-package }
}

dotnet build (Join-Path $root src/WeComRobot.Simulator) --configuration Release
if ($LASTEXITCODE -ne 0) { throw 'The simulator did not build.' }
$simulator = Join-Path $root src/WeComRobot.Simulator/bin/Release/net10.0/WeComRobot.Simulator.dll

& $PSScriptRoot/Smoke.ps1 -Simulator $simulator
if ($PSVersionTable.PSEdition -eq 'Desktop') { return }

$env:WECOM_PACKAGE = $Package
$env:WECOM_MODULE = (Get-Module WeComRobot -ListAvailable | Select-Object -First 1).Path
dotnet build (Join-Path $root tests/WeComRobot.Pester.Tests) -target:CopyPester
if ($LASTEXITCODE -ne 0) { throw 'Pester could not be restored.' }
Import-Module (Join-Path $root tests/pester/Engine.psm1)
$program, $first = Get-EngineCommand
$failed = foreach ($file in Get-ChildItem (Join-Path $root tests/pester) -Filter *.Tests.ps1) {
    & $program @first -NoProfile -NonInteractive -File (Join-Path $root tests/pester/Invoke-PesterFile.ps1) $file.FullName | Out-Host
    if ($LASTEXITCODE -ne 0) { $file.Name }
}
if ($failed) { throw "Failed in PowerShell $($PSVersionTable.PSVersion): $failed" }
