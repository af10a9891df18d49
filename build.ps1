<#
.SYNOPSIS
Builds, tests or packages WeComRobot; all the work is done by dotnet.
.EXAMPLE
./build.ps1 Test
#>
[CmdletBinding()]
param(
    # Build: both editions into bin/. Test: everything. Package: a module folder in artifacts/WeComRobot.
    [ValidateSet('Build', 'Test', 'Package')]
    [string] $Task = 'Build',

    [ValidateSet('Debug', 'Release')]
    [string] $Configuration = 'Release'
)

$ErrorActionPreference = 'Stop'

function Invoke-DotNet {
    dotnet @args
    if ($LASTEXITCODE -ne 0) { throw "dotnet $($args[0]) failed with exit code $LASTEXITCODE." }
}

Push-Location $PSScriptRoot
try {
    switch ($Task) {
        'Build' { Invoke-DotNet build src/WeComRobot --configuration $Configuration }
        'Test' { Invoke-DotNet test }
        'Package' {
            Invoke-DotNet build src/WeComRobot --configuration $Configuration
            $target = Join-Path $PSScriptRoot 'artifacts/WeComRobot'
            if (Test-Path $target) { Remove-Item $target -Recurse }
            foreach ($framework in 'net8.0', 'net472') {
                $null = New-Item (Join-Path $target "bin/$framework") -ItemType Directory
                Copy-Item "bin/$framework/*.dll", "bin/$framework/*.ps1xml" (Join-Path $target "bin/$framework")
            }
            Copy-Item WeComRobot.psd1, README.md, LICENSE, CHANGELOG.md $target
            Write-Output "The module lies in $target."
        }
    }
}
finally {
    Pop-Location
}
