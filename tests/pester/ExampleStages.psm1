# The initial state that some examples of the pages need: robots, scripted failures, messages in the outbox.

Import-Module $PSScriptRoot/Simulator.psm1, $PSScriptRoot/State.psm1, $PSScriptRoot/Robots.psm1, $PSScriptRoot/ExampleFiles.psm1

$busy = @{ errcode = -1; errmsg = 'system busy' }
$gone = @{ errcode = 93000; errmsg = 'invalid webhook url' }
$failed = @{ status = 500 }

$isChanged = $true
$stages = @{
    'Clear-WeComAlert 1'       = { Send-Alert }
    'Clear-WeComAlert 2'       = { Send-Alert }
    'Clear-WeComOutbox 1'      = { Send-Pending 'backup done'; Send-Failing { Send-WeComText 'Backup of db01 failed' -Robot ops -OnFailure Outbox } $failed }
    'Clear-WeComOutbox 2'      = { Send-Pending 'backup done' }
    'ConvertTo-WeComJson 3'    = { Add-Fault $simulator $busy }
    'Get-WeComAlert 1'         = { Send-Alert }
    'Get-WeComAlert 2'         = { Send-Alert }
    'Get-WeComAlert 3'         = { Send-Alert }
    'Get-WeComErrorInfo 1'     = { Add-Fault $simulator $gone }
    'Get-WeComOutbox 1'        = { Send-Pending 'backup done'; Send-Failing { Send-WeComFile nightly.log -Robot ops -OnFailure Outbox } @{}, $failed }
    'Get-WeComOutbox 2'        = { Send-Failing { Send-WeComText 'Backup of db01 failed' -Robot ops -OnFailure Outbox } $failed }
    'Get-WeComRateLimit 1'     = { 1..20 | ForEach-Object { "web$_" } | Send-WeComText }
    'Get-WeComRateLimit 2'     = {
        Register-WeComRobot alarms -Webhook (Get-Webhook $simulator), (Get-Webhook $simulator)
        1..23 | ForEach-Object { "web$_" } | Send-WeComText -Robot alarms
    }
    'Publish-WeComMedia 3'     = { Remove-Item long.amr }
    'Send-WeComAlert 2'        = { 1..3 | ForEach-Object { Send-WeComAlert 'web01: disk full' } }
    'Send-WeComAlert 3'        = { 1..3 | ForEach-Object { Send-WeComAlert 'web01: disk full' } }
    'Send-WeComCard 2'         = { $env:BUILD_BUILDNUMBER, $env:BUILD_SOURCEBRANCHNAME, $env:BUILD_URL = '20261121.4', 'main', 'https://example.com/builds/4711' }
    'Send-WeComCard 3'         = { Add-Fault $simulator $gone }
    'Send-WeComMarkdown 4'     = { Move-Item long-report.md report.md -Force }
    'Send-WeComMarkdown 5'     = { Move-Item long-report.md report.md -Force }
    'Send-WeComMarkdown 6'     = { Move-Item long-report.md report.md -Force }
    'Send-WeComMessage 3'      = { Add-Fault $simulator $busy }
    'Send-WeComOutbox 1'       = { Send-Pending 'backup done'; Send-Failing { Send-WeComFile nightly.log -Robot ops -OnFailure Outbox -MaxRetry 0 } @{}, $busy }
    'Send-WeComOutbox 2'       = { Send-Pending 'backup done', 'restore done'; Register-WeComRobot ops -Webhook $unreachable }
    'Send-WeComOutbox 3'       = { 1, 2 | ForEach-Object { Send-Failing { Send-WeComText 'backup done' -OnFailure Outbox } $failed } }
    'Send-WeComText 10'        = { Add-Fault $simulator $busy }
    'Send-WeComText 11'        = { Add-Fault $simulator @{}, $busy }
    'Send-WeComText 14'        = { Add-Fault $simulator $gone }
    'Set-WeComRateLimit 1'     = { 1..3 | ForEach-Object { "web$_" } | Send-WeComText }
    'Unregister-WeComRobot 2'  = { Unregister-WeComRobot plant }
}

# Sets up the files in the current folder, unused robots, no alerts, an empty outbox, and what else the example needs.
function Initialize-Example([string] $Name, $Simulator, [string] $Unreachable) {
    if ($isChanged) { New-ExampleFolder $PWD }
    $script:isChanged = [bool] $stages[$Name]
    Clear-WeComOutbox -Confirm:$false
    Remove-Item (Join-Path $env:WECOM_STATE_DIR alerts) -Recurse -ErrorAction Ignore
    Clear-Simulator $simulator
    Unregister-WeComRobot *
    Register-WeComRobot ops -Webhook (Get-Webhook $simulator) -Default
    Register-WeComRobot dev -Webhook $simulator.Webhook
    Register-WeComRobot plant -SecretName wecom-plant
    if ($stages[$Name]) { . $stages[$Name] }
}

function Get-ExampleStage { $stages.Keys }

# Keeps messages for a robot that is unreachable.
function Send-Pending([string[]] $Content) { Send-Kept $Content (Get-Webhook $simulator) }

function Send-Failing([scriptblock] $Send, [hashtable[]] $Fault) {
    Add-Fault $simulator $Fault
    & $Send -WarningAction Ignore 3>$null
}

function Send-Alert {
    1..3 | ForEach-Object { Send-WeComAlert 'web01: disk full' -Severity Critical }
    Send-WeComAlert 'Backup failed' -Key backup
}

Export-ModuleMember -Function Initialize-Example, Get-ExampleStage
