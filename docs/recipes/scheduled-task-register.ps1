#Requires -Version 5.1
# Run once, as an administrator of the machine: makes the task that runs scheduled-task.ps1 under a service account.
[CmdletBinding(DefaultParameterSetName = 'Account')]
param(
    [Parameter(Mandatory = $true)]
    [string] $TaskName,

    # What scheduled-task.ps1 runs
    [Parameter(Mandatory = $true)]
    [string] $Job,

    # The service account with its password
    [Parameter(Mandatory = $true, ParameterSetName = 'Account')]
    [pscredential] $Account,

    # Or the name of a group managed service account, as CONTOSO\svc-jobs$
    [Parameter(Mandatory = $true, ParameterSetName = 'ManagedAccount')]
    [string] $ManagedAccount,

    [datetime] $DailyAt = '03:00',

    # A robot's name; else the account's default robot serves
    [string] $Robot,

    # Windows PowerShell 5.1 or PowerShell 7
    [ValidateSet('powershell.exe', 'pwsh.exe')]
    [string] $Shell = 'powershell.exe',

    # More parameters of scheduled-task.ps1, as '-OnlyFailure -Mention lisi'
    [string] $Argument
)

$ErrorActionPreference = 'Stop'

# Names and paths, and no secret: everyone on the machine may read a process's command line
$script = Join-Path $PSScriptRoot 'scheduled-task.ps1'
$line = '-NoProfile -NonInteractive -ExecutionPolicy RemoteSigned -File "{0}" -Job "{1}"' -f $script, $Job
if ($Robot) { $line += " -Robot $Robot" }
if ($Argument) { $line += " $Argument" }
$task = @{
    TaskName = $TaskName
    Action   = New-ScheduledTaskAction -Execute $Shell -Argument $line
    Trigger  = New-ScheduledTaskTrigger -Daily -At $DailyAt
    Settings = New-ScheduledTaskSettingsSet -StartWhenAvailable -MultipleInstances IgnoreNew -ExecutionTimeLimit (New-TimeSpan -Hours 4)
}

# A logon with the password, not S4U ("Do not store password"), under which DPAPI cannot decrypt what the account encrypted
if ($Account) {
    Register-ScheduledTask @task -User $Account.UserName -Password $Account.GetNetworkCredential().Password
}
else {
    Register-ScheduledTask @task -Principal (New-ScheduledTaskPrincipal -UserId $ManagedAccount -LogonType Password)
}
