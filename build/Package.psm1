# Creates what users get: the module folder, its .nupkg for Install-PSResource and Install-Module, and the .NET tool of the simulator.

$root = Split-Path $PSScriptRoot

function Assert-PackageTool {
    if (-not (Get-Command Publish-PSResource -ErrorAction Ignore)) {
        throw 'Packaging needs Microsoft.PowerShell.PSResourceGet, which comes with PowerShell 7.4 and newer: run this in pwsh.'
    }
}

# Writes <OutputPath>/WeComRobot and <OutputPath>/WeComRobot.<version>.nupkg, and returns their paths.
function Export-ModulePackage([string] $OutputPath) {
    $target = Join-Path $OutputPath WeComRobot
    # A clone of the repository has the same name and must not be deleted
    if (Test-Path $target/src) { throw "'$target' is not a module folder: choose another -OutputPath." }
    if (Test-Path $target) { Remove-Item $target -Recurse }
    foreach ($edition in 'Core', 'Desktop') {
        $built = Join-Path $root "bin/$edition"
        if (-not (Test-Path $built/WeComRobot.dll)) { throw "There is no build for $edition in bin/: run ./build.ps1 first." }
        # Symbols and XML documentation would double the size, and users of the cmdlets do not need them
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

    $package = Export-NuGetPackage $target $OutputPath
    Edit-EntryTime $package
    $package
}

# Writes <OutputPath>/WeComRobot.Simulator.<version>.nupkg, and returns its path.
function Export-ToolPackage([string] $OutputPath, [string] $Configuration) {
    $project = Join-Path $root src/WeComRobot.Simulator.App
    if (-not (Test-Path $project/bin/$Configuration)) { throw "There is no $Configuration build of the simulator: run ./build.ps1 Package without -NoBuild." }
    dotnet pack $project --configuration $Configuration --no-build --output $OutputPath --nologo --verbosity quiet | Out-Host
    if ($LASTEXITCODE -ne 0) { throw "dotnet pack failed with exit code $LASTEXITCODE." }
    $package = (Get-Item $OutputPath/WeComRobot.Simulator.*.nupkg | Sort-Object LastWriteTime | Select-Object -Last 1).FullName
    Edit-EntryTime $package
    $package
}

# Compress-PSResource would do this in one call, but the PSResourceGet of PowerShell 7.4 does not have it.
function Export-NuGetPackage([string] $Module, [string] $Folder) {
    $name = "wecom-$([guid]::NewGuid())"
    $repository = New-Item (Join-Path ([System.IO.Path]::GetTempPath()) $name) -ItemType Directory
    Register-PSResourceRepository $name $repository.FullName
    # NuGet writes its settings into the current directory if the user has no folder for them
    $previousDirectory = [Environment]::CurrentDirectory
    [Environment]::CurrentDirectory = $repository.FullName
    try {
        Publish-PSResource $Module -Repository $name
        (Move-Item $repository/*.nupkg $Folder -Force -PassThru).FullName
    }
    finally {
        [Environment]::CurrentDirectory = $previousDirectory
        Unregister-PSResourceRepository $name
        Remove-Item $repository -Recurse
    }
}

# Sets all timestamps to the same date, so that the package does not depend on when it was built.
function Edit-EntryTime([string] $Zip) {
    $archive = [System.IO.Compression.ZipFile]::Open($Zip, 'Update')
    try { $archive.Entries | ForEach-Object { $_.LastWriteTime = [datetime]::new(2000, 1, 1) } }
    finally { $archive.Dispose() }
}

Export-ModuleMember -Function Assert-PackageTool, Export-ModulePackage, Export-ToolPackage
