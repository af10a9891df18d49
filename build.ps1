<#
.SYNOPSIS
Builds, tests or packages WeComRobot.
.EXAMPLE
./build.ps1 Test
.EXAMPLE
./build.ps1 Package
#>
[CmdletBinding()]
param(
    # Build: both editions into bin/, and the help into <culture>/. Test: runs all tests. Package: a module folder, its .nupkg, and that of the simulator.
    [ValidateSet('Build', 'Test', 'Package')]
    [string] $Task = 'Build',

    [ValidateSet('Debug', 'Release')]
    [string] $Configuration = 'Release',

    # The output folder of Package. Defaults to artifacts/.
    [string] $OutputPath,

    # Packages the existing build.
    [switch] $NoBuild
)

$ErrorActionPreference = 'Stop'

function Invoke-DotNet {
    dotnet @args
    if ($LASTEXITCODE -ne 0) { throw "dotnet $($args[0]) failed with exit code $LASTEXITCODE." }
}

if ($OutputPath) { $OutputPath = $PSCmdlet.GetUnresolvedProviderPathFromPSPath($OutputPath) }
Push-Location $PSScriptRoot
try {
    switch ($Task) {
        'Build' { Invoke-DotNet build src/WeComRobot --configuration $Configuration }
        'Test' { Invoke-DotNet test }
        'Package' {
            Import-Module ./build/Package.psm1
            # Fails before the build rather than after it
            Assert-PackageTool
            if (-not $NoBuild) {
                Invoke-DotNet build src/WeComRobot --configuration $Configuration
                Invoke-DotNet build src/WeComRobot.Simulator.App --configuration $Configuration
            }
            if (-not $OutputPath) { $OutputPath = Join-Path $PSScriptRoot artifacts }
            Export-ModulePackage $OutputPath
            Export-ToolPackage $OutputPath $Configuration
        }
    }
}
catch [System.Management.Automation.RuntimeException] {
    # The messages that these scripts throw need no stack trace
    if (-not $_.Exception.WasThrownFromThrowStatement) { throw }
    $Host.UI.WriteErrorLine($_.Exception.Message)
    exit 1
}
finally {
    Pop-Location
}
