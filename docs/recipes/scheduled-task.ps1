#Requires -Version 5.1
# The task's script: runs a job and tells the group how it went. Ends with the job's exit code, or 1 if the job failed without
# one; with -FailOnNotification also with 1 if only the message failed.
[CmdletBinding()]
param(
    # The job, a script
    [Parameter(Mandatory = $true)]
    [string] $Job,

    # A robot's name; else the default robot, else the environment variable WECOM_ROBOT
    [string] $Robot,

    # Who is mentioned when the job failed
    [string] $Mention,

    # Says nothing of a job that went well, unless it failed before
    [switch] $OnlyFailure,

    [switch] $FailOnNotification,

    # Outbox keeps a message that cannot be sent, for scheduled-task-outbox.ps1; the robot must then be a registered name
    [ValidateSet('Error', 'Outbox')]
    [string] $OnFailure,

    # Of scheduled-task-vault.ps1: the store's password, and one line for each run
    [string] $Folder = (Join-Path ([Environment]::GetFolderPath('LocalApplicationData', 'Create')) 'WeComTask'),

    # The module's name, or the path of WeComRobot.psd1
    [string] $Module = 'WeComRobot'
)

# An error ends the job, and is its failure
$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue'
$watch = @{
    Name               = [IO.Path]::GetFileNameWithoutExtension($Job)
    FilePath           = $Job
    On                 = if ($OnlyFailure) { 'Failure' } else { 'Always' }
    FailOnNotification = $FailOnNotification
    WarningVariable    = 'warned'
}
'Robot', 'Mention', 'OnFailure' | Where-Object { $PSBoundParameters[$_] } | ForEach-Object { $watch[$_] = $PSBoundParameters[$_] }

$problems = @()
$succeeded = $false
try {
    Import-Module $Module
    # The account's store, unlocked for this process; not needed where the webhook is no secret of a vault
    $passwordFile = Join-Path $Folder 'store-password.xml'
    if (Test-Path -LiteralPath $passwordFile) { Unlock-SecretStore -Password (Import-Clixml -LiteralPath $passwordFile) }
}
catch {
    $problems += "The group cannot be told: $($_.Exception.Message)"
}

try {
    # The job runs, whatever becomes of the message
    if (Get-Command Watch-WeComCommand -ErrorAction Ignore) { Watch-WeComCommand @watch } else { & $Job }
    $succeeded = $?
}
catch {
    $problems += $_.Exception.Message
}

# Nobody sees a task's screen
$code = if ($succeeded) { 0 } elseif ($LASTEXITCODE) { $LASTEXITCODE } else { 1 }
$line = ('{0:s} {1} ended with {2}. {3}' -f (Get-Date), $watch.Name, $code, (($problems + $warned) -join ' ')).Trim()
$line
try {
    $null = New-Item $Folder -ItemType Directory -Force
    Add-Content -LiteralPath (Join-Path $Folder 'task.log') -Value $line -Encoding UTF8
}
catch {
    Write-Warning "The log could not be written: $($_.Exception.Message)"
}

exit $code
