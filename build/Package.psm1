# Makes the module folder that a user gets, and the .nupkg of it for Install-PSResource and Install-Module.

Import-Module $PSScriptRoot/Help.psm1

$root = Split-Path $PSScriptRoot

function Assert-PackageTool {
    Assert-HelpTool
    if (-not (Get-Command Compress-PSResource -ErrorAction Ignore)) {
        throw 'A package is made by Microsoft.PowerShell.PSResourceGet 1.1 or newer, which is not here: Install-PSResource Microsoft.PowerShell.PSResourceGet'
    }
}

# Writes <OutputPath>/WeComRobot and <OutputPath>/WeComRobot.<version>.nupkg, and gives their paths.
function Export-ModulePackage([string] $OutputPath) {
    $target = Join-Path $OutputPath WeComRobot
    # A clone may have this name, too
    if (Test-Path $target/src) { throw "'$target' is no module folder: give another -OutputPath." }
    if (Test-Path $target) { Remove-Item $target -Recurse }
    foreach ($edition in 'Core', 'Desktop') {
        $built = Join-Path $root "bin/$edition"
        if (-not (Test-Path $built/WeComRobot.dll)) { throw "There is no build for $edition in bin/: run ./build.ps1 first." }
        # Neither symbols nor the documentation of the code: half the size, and no user of cmdlets looks at them
        foreach ($file in Get-ChildItem $built -Recurse -File -Include *.dll, *.ps1xml) {
            $copy = Join-Path $target "bin/$edition" $file.FullName.Substring($built.Length)
            $null = New-Item (Split-Path $copy) -ItemType Directory -Force
            Copy-Item $file $copy
        }
    }
    'WeComRobot.psd1', 'README.md', 'LICENSE', 'THIRD-PARTY-NOTICES.txt', 'CHANGELOG.md' | ForEach-Object { Copy-Item (Join-Path $root $_) $target }
    Export-ModuleHelp -OutputPath $target
    $target

    $package = (Compress-PSResource $target $OutputPath -PassThru).FullName
    Edit-EntryTime $package
    $package
}

# The same content makes the same bytes, whenever it is packed.
function Edit-EntryTime([string] $Zip) {
    $archive = [System.IO.Compression.ZipFile]::Open($Zip, 'Update')
    try { $archive.Entries | ForEach-Object { $_.LastWriteTime = [datetime]::new(2000, 1, 1) } }
    finally { $archive.Dispose() }
}

Export-ModuleMember -Function Assert-PackageTool, Export-ModulePackage
