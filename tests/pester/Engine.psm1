# Another PowerShell like the one that runs this, in either shape: pwsh itself, or dotnet with a pwsh.dll, as the .NET tool is.

# The program, and an array of the arguments that come before PowerShell's own: & $program @first -NoProfile ...
# Not with a script block outside the console's own runspace: there PowerShell puts an argument of its own before $first.
function Get-EngineCommand {
    [Environment]::ProcessPath
    , @(if ((Split-Path ([Environment]::ProcessPath) -LeafBase) -eq 'dotnet') { Join-Path $PSHOME pwsh.dll })
}

# A process of it that is yet to be started, and whose output is read.
function New-EngineStartInfo([string[]] $Argument) {
    $program, $first = Get-EngineCommand
    $start = [System.Diagnostics.ProcessStartInfo]::new($program, [string[]] ($first + '-NoProfile' + '-NonInteractive' + $Argument))
    $start.RedirectStandardOutput = $start.RedirectStandardError = $true
    $start
}

Export-ModuleMember -Function Get-EngineCommand, New-EngineStartInfo
