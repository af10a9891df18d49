#Requires -Version 5.1
# The script of a second task, which runs every few minutes: sends what the outbox of the account keeps. Ends with 0 when
# nothing waits any more; 1 if something does, and the log says what.
[CmdletBinding()]
param(
    # Of scheduled-task-vault.ps1: the store's password; and a line for each run that had something to do
    [string] $Folder = (Join-Path ([Environment]::GetFolderPath('LocalApplicationData', 'Create')) 'WeComTask'),

    # The module's name, or the path of WeComRobot.psd1
    [string] $Module = 'WeComRobot'
)

$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue'

$sent = @()
$left = @()
$reason = ''
try {
    Import-Module $Module
    # What waits for the end of quiet hours is not late
    function Get-Waiting { Get-WeComOutbox | Where-Object { -not ($_.NotBefore -gt [DateTimeOffset]::Now) } }
    if (-not (Get-Waiting)) { exit 0 }

    # The account's store, unlocked for this process; not needed where the webhook is no secret of a vault
    $passwordFile = Join-Path $Folder 'store-password.xml'
    if (Test-Path -LiteralPath $passwordFile) { Unlock-SecretStore -Password (Import-Clixml -LiteralPath $passwordFile) }

    # One robot that is down shall not keep the others' messages: errors are read afterwards
    $quiet = @{ ErrorAction = 'SilentlyContinue'; ErrorVariable = 'failed'; WarningAction = 'SilentlyContinue'; WarningVariable = 'warned' }
    $sent = @(Send-WeComOutbox -PassThru @quiet)
    $left = @(Get-Waiting)
    $reason = (@($failed | ForEach-Object { $_.Exception.Message }) + $warned | Select-Object -Unique) -join ' '
}
catch {
    $reason = $_.Exception.Message
}

# Unknown: it may have arrived. Refused: the service does not want it. Expired: it is too late. They wait for a person
$states = ($left | Group-Object State | ForEach-Object { '{0} {1}' -f $_.Count, "$($_.Name)".ToLowerInvariant() }) -join ', '
$line = '{0:s} outbox: {1} sent; left: {2}. {3}' -f (Get-Date), $sent.Count, $(if ($states) { $states } else { 'none' }), $reason
$line
try {
    $null = New-Item $Folder -ItemType Directory -Force
    Add-Content -LiteralPath (Join-Path $Folder 'task.log') -Value $line -Encoding UTF8
}
catch {
    Write-Warning "The log could not be written: $($_.Exception.Message)"
}

exit [int] [bool] ($left -or $reason)
