# Starts another PowerShell of the kind that runs the tests: pwsh itself, or dotnet with pwsh.dll, which is how the .NET tool runs.

# The program, and the arguments that precede PowerShell's own: & $program @first -NoProfile ...
# -Command accepts a script block only in the console's own runspace: elsewhere PowerShell adds an argument before $first.
function Get-EngineCommand {
    [Environment]::ProcessPath
    , @(if ((Split-Path ([Environment]::ProcessPath) -LeafBase) -eq 'dotnet') { Join-Path $PSHOME pwsh.dll })
}

# The start info for these arguments, with redirected output.
function New-EngineStartInfo([string[]] $Argument) {
    $program, $first = Get-EngineCommand
    $start = [System.Diagnostics.ProcessStartInfo]::new($program, [string[]] ($first + '-NoProfile' + '-NonInteractive' + $Argument))
    $start.RedirectStandardOutput = $start.RedirectStandardError = $true
    $start
}

Export-ModuleMember -Function Get-EngineCommand, New-EngineStartInfo
