#Requires -Version 5.1
# Run once, as an administrator of the machine: makes the task that runs scheduled-task.ps1 under a service account, and
# with -OutboxMinutes a second one that runs scheduled-task-outbox.ps1.
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
    [string] $Argument,

    # Keeps messages that cannot be sent, and makes the task '<TaskName> outbox', which sends them, every so many minutes
    [ValidateRange(1, 1440)]
    [int] $OutboxMinutes
)

$ErrorActionPreference = 'Stop'

# Names and paths, and no secret: everyone on the machine may read a process's command line
function Register-Script([string] $Name, [string] $Script, [string] $More, $Trigger) {
    $line = '-NoProfile -NonInteractive -ExecutionPolicy RemoteSigned -File "{0}" {1}' -f (Join-Path $PSScriptRoot $Script), $More
    $task = @{
        TaskName = $Name
        Action   = New-ScheduledTaskAction -Execute $Shell -Argument $line.Trim()
        Trigger  = $Trigger
        Settings = New-ScheduledTaskSettingsSet -StartWhenAvailable -MultipleInstances IgnoreNew -ExecutionTimeLimit (New-TimeSpan -Hours 4)
    }

    # A logon with the password, not S4U ("Do not store password"), under which DPAPI cannot decrypt what the account encrypted
    if ($Account) {
        Register-ScheduledTask @task -User $Account.UserName -Password $Account.GetNetworkCredential().Password
    }
    else {
        Register-ScheduledTask @task -Principal (New-ScheduledTaskPrincipal -UserId $ManagedAccount -LogonType Password)
    }
}

$more = '-Job "{0}"' -f $Job
if ($Robot) { $more += " -Robot $Robot" }
if ($OutboxMinutes) { $more += ' -OnFailure Outbox' }
if ($Argument) { $more += " $Argument" }
Register-Script $TaskName 'scheduled-task.ps1' $more (New-ScheduledTaskTrigger -Daily -At $DailyAt)

if ($OutboxMinutes) {
    $repeated = New-ScheduledTaskTrigger -Once -At (Get-Date) -RepetitionInterval (New-TimeSpan -Minutes $OutboxMinutes)
    Register-Script "$TaskName outbox" 'scheduled-task-outbox.ps1' '' $repeated
}
