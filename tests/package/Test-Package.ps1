# Tests a package with the PowerShell that runs this script, 5.1 or newer: installs it for the current user, as users do, and runs
# Smoke.ps1, and in PowerShell 7 also the Pester files, with the Pester that NuGet restores. From the clone it
# builds the simulator, and the module that RedisClash.Tests.ps1 imports, and nothing else. ASCII only.
param(
    # The folder with WeComRobot/ and WeComRobot.<version>.nupkg, the output of build.ps1 Package.
    [Parameter(Mandatory = $true)] [string] $Package
)

$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue'
$root = Split-Path (Split-Path $PSScriptRoot)
$Package = (Resolve-Path $Package).ProviderPath

# Windows PowerShell has only Install-Module
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

dotnet build (Join-Path $root src/WeComRobot.Simulator.App) --configuration Release
if ($LASTEXITCODE -ne 0) { throw 'The simulator did not build.' }
$simulator = Join-Path $root src/WeComRobot.Simulator.App/bin/Release/net10.0/WeComRobot.Simulator.App.dll

& $PSScriptRoot/Smoke.ps1 -Simulator $simulator
if ($PSVersionTable.PSEdition -eq 'Desktop') { return }

$env:WECOM_PACKAGE = $Package
$env:WECOM_MODULE = (Get-Module WeComRobot -ListAvailable | Select-Object -First 1).Path
dotnet build (Join-Path $root tests/WeComRobot.Pester.Tests) -target:CopyPester
if ($LASTEXITCODE -ne 0) { throw 'Pester could not be restored.' }
dotnet build (Join-Path $root tests/WeComRobot.OtherModule)
if ($LASTEXITCODE -ne 0) { throw 'The module that carries other libraries did not build.' }
Import-Module (Join-Path $root tests/pester/Engine.psm1)
$program, $arguments = Get-EngineCommand
$failed = foreach ($file in Get-ChildItem (Join-Path $root tests/pester) -Filter *.Tests.ps1) {
    & $program @arguments -NoProfile -NonInteractive -File (Join-Path $root tests/pester/Invoke-PesterFile.ps1) $file.FullName | Out-Host
    if ($LASTEXITCODE -ne 0) { $file.Name }
}
if ($failed) { throw "Failed in PowerShell $($PSVersionTable.PSVersion): $failed" }
