# Runs the scripts of docs/recipes and of the action as their hosts do, each in a process of its own.

Import-Module $PSScriptRoot/Engine.psm1, $PSScriptRoot/Trace.psm1

$root = Split-Path (Split-Path $PSScriptRoot)

# The module path that Import-WeComRobot uses.
function Get-ModulePath { $env:WECOM_MODULE ? $env:WECOM_MODULE : (Join-Path $root 'WeComRobot.psd1') }

# Runs a process with <Environment> and without the user's robots, and returns its output and exit code.
function Invoke-Pwsh([string[]] $Argument, [hashtable] $Environment = @{}) {
    $start = New-EngineStartInfo $Argument
    $inherited = 'WECOM_ROBOT', 'WECOM_STATE_DIR', 'WECOM_ON_FAILURE', 'WECOM_REDIS', 'XDG_DATA_HOME',
        'HTTP_PROXY', 'HTTPS_PROXY', 'ALL_PROXY'
    $inherited + $inherited.ToLowerInvariant() | ForEach-Object { $null = $start.Environment.Remove($_) }
    $start.Environment['HOME'] = $start.Environment['LOCALAPPDATA'] = "$TestDrive"
    $Environment.GetEnumerator() | ForEach-Object { $start.Environment[$_.Key] = "$($_.Value)" }
    # Only Linux takes the user's folder, which contains the outbox, from the environment
    if (-not $IsLinux -and -not $start.Environment['WECOM_STATE_DIR']) {
        $start.Environment['WECOM_STATE_DIR'] = Join-Path $start.Environment['HOME'] state
    }

    $process = [System.Diagnostics.Process]::Start($start)
    $errors = $process.StandardError.ReadToEndAsync()
    $output = $process.StandardOutput.ReadToEnd()
    $process.WaitForExit()
    [pscustomobject] @{ ExitCode = $process.ExitCode; Output = $output + $errors.Result }
}

# Does what a GitHub runner does with `shell: pwsh` and a step's `run`.
function Invoke-RunnerStep([string] $Run, [hashtable] $Environment) {
    Invoke-Step @(
        '$ErrorActionPreference = ''stop'''
        $Run
        'if ((Test-Path -LiteralPath variable:\LASTEXITCODE)) { exit $LASTEXITCODE }'
    ) $Environment
}

# Does what the task PowerShell@2 of Azure DevOps does with an inline script, or a file.
function Invoke-AgentStep([string] $Run, [hashtable] $Environment) {
    Invoke-Step @(
        '$ErrorActionPreference = ''Stop'''
        $Run
        'if (!(Test-Path -LiteralPath variable:\LASTEXITCODE)) { } else { exit $LASTEXITCODE }'
    ) $Environment
}

function Invoke-Step([string[]] $Line, [hashtable] $Environment) {
    $step = New-TemporaryFile | Rename-Item -NewName { $_.Name + '.ps1' } -PassThru
    Set-Content $step $Line
    Invoke-Pwsh '-Command', ". '$step'" $Environment
    Remove-Item $step
}

# Does what a GitHub runner does with the action; the result has the outputs as a property.
function Invoke-Action([hashtable] $Environment) {
    $folder = Join-Path $root '.github/actions/send-wecom'
    $run = (Get-Content "$folder/action.yml" | Select-String "^\s*run: '(.*)'$").Matches.Groups[1].Value
    $outputs = New-TemporaryFile
    $set = @{ GITHUB_ACTION_PATH = $folder; GITHUB_OUTPUT = $outputs; SEND_WECOM_MODULE_PATH = Get-ModulePath }
    $Environment.GetEnumerator() | ForEach-Object { $set[$_.Key] = $_.Value }
    Invoke-RunnerStep $run $set | Select-Object *, @{ Name = 'Outputs'; Expression = { "$(Get-Content $outputs)" } }
    Remove-Item $outputs
}

# Does what an agent does with the template's step.
function Invoke-AzureStep([hashtable] $Environment) {
    $set = @{ SEND_WECOM_MODULE = Get-ModulePath }
    $Environment.GetEnumerator() | ForEach-Object { $set[$_.Key] = $_.Value }
    Invoke-AgentStep ". '$(Join-Path $root docs/recipes/azure-devops.ps1)'" $set
}

# The key must not appear in any host's output.
function Assert-NoKey([string] $Key, [string[]] $Text) { Find-Key @{ output = $Text -join "`n" } $Key | Should -BeNullOrEmpty }

Export-ModuleMember -Function Get-ModulePath, Invoke-Pwsh, Invoke-RunnerStep, Invoke-AgentStep, Invoke-Action, Invoke-AzureStep, Assert-NoKey
