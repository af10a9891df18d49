# Makes the module folder that a user gets, and the .nupkg of it for Install-PSResource and Install-Module.

$root = Split-Path $PSScriptRoot

function Assert-PackageTool {
    if (-not (Get-Command Publish-PSResource -ErrorAction Ignore)) {
        throw 'A package is made by Microsoft.PowerShell.PSResourceGet, which PowerShell 7.4 and newer carry: run this in pwsh.'
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
    foreach ($culture in 'en-US', 'zh-CN', 'zh-Hans') {
        $help = Join-Path $root $culture
        if (-not (Test-Path $help)) { throw "There is no help in $culture/: run ./build.ps1 first." }
        Copy-Item $help $target -Recurse
    }
    $target

    $package = Export-Package $target $OutputPath
    Edit-EntryTime $package
    $package
}

# Compress-PSResource would do it at once, but the PSResourceGet of PowerShell 7.4 does not have it.
function Export-Package([string] $Module, [string] $Folder) {
    $name = "wecom-$([guid]::NewGuid())"
    $repository = New-Item (Join-Path ([System.IO.Path]::GetTempPath()) $name) -ItemType Directory
    Register-PSResourceRepository $name $repository.FullName
    # Where a person has no folder for NuGet's settings, they are written into the current one
    $before = [Environment]::CurrentDirectory
    [Environment]::CurrentDirectory = $repository.FullName
    try {
        Publish-PSResource $Module -Repository $name
        (Move-Item $repository/*.nupkg $Folder -Force -PassThru).FullName
    }
    finally {
        [Environment]::CurrentDirectory = $before
        Unregister-PSResourceRepository $name
        Remove-Item $repository -Recurse
    }
}

# Nothing in it tells when it was packed.
function Edit-EntryTime([string] $Zip) {
    $archive = [System.IO.Compression.ZipFile]::Open($Zip, 'Update')
    try { $archive.Entries | ForEach-Object { $_.LastWriteTime = [datetime]::new(2000, 1, 1) } }
    finally { $archive.Dispose() }
}

Export-ModuleMember -Function Assert-PackageTool, Export-ModulePackage
