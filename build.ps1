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
    # Build: both editions into bin/, their help into <culture>/. Test: everything. Package: a module folder, and a .nupkg of it.
    [ValidateSet('Build', 'Test', 'Package')]
    [string] $Task = 'Build',

    [ValidateSet('Debug', 'Release')]
    [string] $Configuration = 'Release',

    # Where Package writes; by default into artifacts/.
    [string] $OutputPath,

    # Packages what was built already.
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
            # What is missing shows before the build, not after it
            Assert-PackageTool
            if (-not $NoBuild) { Invoke-DotNet build src/WeComRobot --configuration $Configuration }
            Export-ModulePackage -OutputPath $(if ($OutputPath) { $OutputPath } else { Join-Path $PSScriptRoot artifacts })
        }
    }
}
catch [System.Management.Automation.RuntimeException] {
    # What these scripts throw themselves says all there is to say
    if (-not $_.Exception.WasThrownFromThrowStatement) { throw }
    $Host.UI.WriteErrorLine($_.Exception.Message)
    exit 1
}
finally {
    Pop-Location
}
