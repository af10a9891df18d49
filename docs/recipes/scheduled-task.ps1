#Requires -Version 5.1
# The task's script: runs a job and tells the group how it went. Ends with 0; 1 if the job failed; 2 if only the
# message failed and -FailOnNotification was given.
[CmdletBinding()]
param(
    # The job, a script
    [Parameter(Mandatory = $true)]
    [string] $Job,

    # A robot's name; else the default robot, else the environment variable WECOM_ROBOT
    [string] $Robot,

    # Who is mentioned when the job failed
    [string] $Mention,

    # Says nothing of a job that went well
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

$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue'
$name = [IO.Path]::GetFileNameWithoutExtension($Job)
$clock = [Diagnostics.Stopwatch]::StartNew()

$problem = ''
try {
    $global:LASTEXITCODE = 0
    & $Job
    if ($LASTEXITCODE -ne 0) { $problem = "exit code $LASTEXITCODE" }
}
catch {
    $problem = "error '$($_.Exception.Message)'"
}

$ending = if ($problem) { "failed with $problem" } else { 'succeeded' }
$report = '{0} on {1} {2} ({3:n0} s)' -f $name, [Environment]::MachineName, $ending, $clock.Elapsed.TotalSeconds
$notification = 'no message wanted'
$lost = $false
if ($problem -or -not $OnlyFailure) {
    try {
        Import-Module $Module
        # The account's store, unlocked for this process; not needed where the webhook is no secret of a vault
        $passwordFile = Join-Path $Folder 'store-password.xml'
        if (Test-Path -LiteralPath $passwordFile) { Unlock-SecretStore -Password (Import-Clixml -LiteralPath $passwordFile) }

        $message = @{ Content = $report; PassThru = $true; WarningVariable = 'kept' }
        if ($OnFailure) { $message.OnFailure = $OnFailure }
        if ($Robot) { $message.Robot = $Robot }
        if ($problem -and $Mention) { $message.Mention = $Mention }
        # No receipt and no error: a warning says why the message waits
        if (Send-WeComText @message) { $notification = 'the group was told' }
        else { $notification = "the message is kept: $kept" }
    }
    catch {
        $lost = $true
        $notification = "the group was not told: $($_.Exception.Message)"
    }
}

# Nobody sees a task's screen
$line = '{0:s} {1}; {2}' -f (Get-Date), $report, $notification
$line
try {
    $null = New-Item $Folder -ItemType Directory -Force
    Add-Content -LiteralPath (Join-Path $Folder 'task.log') -Value $line -Encoding UTF8
}
catch {
    Write-Warning "The log could not be written: $($_.Exception.Message)"
}

if ($problem) { exit 1 }
if ($lost -and $FailOnNotification) { exit 2 }
exit 0
