# Helpers of the files about shared state: a state folder of the test's own, processes that can be killed, and
# the outbox.

Import-Module $PSScriptRoot/Engine.psm1

# Sets the folder for the windows, media ids and outbox of the following tests; Restore-StateFolder restores the previous one.
function Use-StateFolder([string] $Name = 'state') {
    if (-not $script:outside) { $script:outside = @{ Folder = $env:WECOM_STATE_DIR; OnFailure = $env:WECOM_ON_FAILURE; Robot = $env:WECOM_ROBOT } }
    $env:WECOM_STATE_DIR = Join-Path (Get-PSDrive TestDrive).Root $Name
    $env:WECOM_ON_FAILURE = $env:WECOM_ROBOT = $null
    $env:WECOM_STATE_DIR
}

function Restore-StateFolder {
    $env:WECOM_STATE_DIR, $env:WECOM_ON_FAILURE, $env:WECOM_ROBOT = $script:outside.Folder, $script:outside.OnFailure, $script:outside.Robot
    $script:outside = $null
}

# The names of the outbox files that contain messages or copies of files.
function Get-OutboxFile([string] $Filter = '*') {
    @((Get-ChildItem (Join-Path $env:WECOM_STATE_DIR outbox) -File -Filter $Filter -ErrorAction Ignore).Name) -ne $null
}

# Starts a process that runs the script with the module and <Argument>, which are texts. Its output in any stream is text in <Output>.
function Start-Script([scriptblock] $Script, [string[]] $Argument) {
    $file = New-TemporaryFile | Rename-Item -NewName { $_.BaseName + '.ps1' } -PassThru
    Set-Content $file @(
        '$module, [object[]] $arguments = $args'
        "`$ProgressPreference = 'Ignore'"
        'Import-Module $module'
        'Import-WeComRobot'
        "& { $Script } @arguments *>&1 | ForEach-Object { `"`$_`" }"
    )
    $process = [System.Diagnostics.Process]::Start((New-EngineStartInfo (@('-File', "$file", "$PSScriptRoot/Simulator.psm1") + $Argument)))
    [pscustomobject]@{
        Process = $process
        Output  = $process.StandardOutput.ReadToEndAsync()
        Errors  = $process.StandardError.ReadToEndAsync()
        File    = $file
    }
}

# Waits for the end of the process and returns its output.
function Wait-Script($Running) {
    if (-not $Running.Process.WaitForExit(120000)) { $Running.Process.Kill(); throw 'The process did not end.' }
    Remove-Item $Running.File
    $Running.Output.Result + $Running.Errors.Result
}

# SIGKILL on Unix, TerminateProcess on Windows: the process cannot react.
function Stop-Script($Running) {
    $Running.Process.Kill()
    $Running.Process.WaitForExit()
    Remove-Item $Running.File
}

# Starts a process that sends <Count> messages to the robot 'ops', each kept until it is delivered. With <Gate> it reports
# that it is ready, and begins when that file exists.
function Start-Sender([string] $Webhook, [int] $Count, [string] $Prefix = '', [string] $Gate = '') {
    Start-Script {
        param($webhook, $count, $prefix, $gate)
        Register-WeComRobot ops -Webhook $webhook
        if ($gate) {
            $null = New-Item "$gate.$PID"
            while (-not [System.IO.File]::Exists($gate)) { [System.Threading.Thread]::Sleep(10) }
        }
        1..$count | ForEach-Object { "$prefix$_" } | Send-WeComText -Robot ops -OnFailure Outbox
    } $Webhook, $Count, $Prefix, $Gate
}

# Starts a process that sends the outbox of 'ops'.
function Start-Delivery([string] $Webhook) {
    Start-Script { param($webhook) Register-WeComRobot ops -Webhook $webhook; Send-WeComOutbox } $Webhook
}

# Keeps messages for 'ops' while it is unreachable, and then makes <Webhook> its robot.
function Send-Kept([string[]] $Content, [string] $Webhook) {
    $socket = [System.Net.Sockets.Socket]::new('InterNetwork', 'Stream', 'Tcp')
    $socket.Bind([System.Net.IPEndPoint]::new([ipaddress]::Loopback, 0))
    Register-WeComRobot ops -Webhook "http://$($socket.LocalEndPoint)/cgi-bin/webhook/send?key=$(New-Guid)"
    $Content | Send-WeComText -Robot ops -OnFailure Outbox -WarningAction Ignore -MaxRetry 0
    $socket.Dispose()
    Register-WeComRobot ops -Webhook $Webhook
}

# Makes all that is known of alerts older, as time would. It is then another machine's, so that the wall clock counts.
function Step-AlertTime([timespan] $Time) {
    foreach ($book in Get-ChildItem (Join-Path $env:WECOM_STATE_DIR alerts) -Filter *.json) {
        $text = (Get-Content $book -Raw) -replace '"Machine":-?\d+', '"Machine":1'
        [regex]::Replace($text, '"Utc":(\d+)', { "`"Utc`":$([long] $args[0].Groups[1].Value - $Time.Ticks)" }) | Set-Content $book -NoNewline
    }
}

Export-ModuleMember -Function Use-StateFolder, Restore-StateFolder, Get-OutboxFile, Start-Script, Wait-Script, Stop-Script,
    Start-Sender, Start-Delivery, Send-Kept, Step-AlertTime
