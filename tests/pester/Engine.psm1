# Starts another PowerShell of the kind that runs the tests: pwsh itself, or dotnet with pwsh.dll, which is how the .NET tool runs.

# The program, and an array of the arguments that come before PowerShell's own: & $program @first -NoProfile ...
# A script block as -Command works from the console's own runspace only: elsewhere PowerShell adds an argument before $first.
function Get-EngineCommand {
    [Environment]::ProcessPath
    , @(if ((Split-Path ([Environment]::ProcessPath) -LeafBase) -eq 'dotnet') { Join-Path $PSHOME pwsh.dll })
}

# How to start it with these arguments and read what it writes.
function New-EngineStartInfo([string[]] $Argument) {
    $program, $first = Get-EngineCommand
    $start = [System.Diagnostics.ProcessStartInfo]::new($program, [string[]] ($first + '-NoProfile' + '-NonInteractive' + $Argument))
    $start.RedirectStandardOutput = $start.RedirectStandardError = $true
    $start
}

Export-ModuleMember -Function Get-EngineCommand, New-EngineStartInfo
