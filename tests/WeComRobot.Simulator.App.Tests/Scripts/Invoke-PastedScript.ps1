# Runs scripts, each in the language that it names, and writes the warnings and errors of each.
param(
    [Parameter(Mandatory)] [string] $Module,
    [Parameter(Mandatory)] [string] $InputFile,
    [Parameter(Mandatory)] [string] $OutputFile
)

Import-Module $Module
$global:PSDefaultParameterValues['Send-WeCom*:MaxRetry'] = 0
Set-Location (Split-Path $InputFile)

$outcomes = foreach ($case in Get-Content $InputFile -Raw | ConvertFrom-Json) {
    [cultureinfo]::CurrentUICulture = $case.Language
    $said = try { & ([scriptblock]::Create($case.Script)) 3>&1 2>&1 } catch { $_ }
    @{
        Warnings = @($said | Where-Object { $_ -is [System.Management.Automation.WarningRecord] } | ForEach-Object Message)
        Errors   = @($said | Where-Object { $_ -is [System.Management.Automation.ErrorRecord] } | ForEach-Object { $_.Exception.Message })
    }
}
ConvertTo-Json @($outcomes) -Depth 3 | Set-Content $OutputFile
