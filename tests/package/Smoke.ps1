# Tests a new user's first steps with the installed module in PowerShell 5.1 or newer: help, one message of each type to the
# simulator, and errors in both languages. Windows PowerShell cannot run the Pester files, but can run this script. ASCII only.
param(
    # The path of the simulator's DLL.
    [Parameter(Mandatory = $true)] [string] $Simulator
)

$ErrorActionPreference = 'Stop'
Set-StrictMode -Version Latest
$checks = 0

function Assert([string] $What, $Condition) {
    if (-not $Condition) { throw "Assertion failed: $What" }
    $script:checks++
}

function Get-FirstError([scriptblock] $Script) { @(& $Script 2>&1)[0] }

$state = Join-Path ([System.IO.Path]::GetTempPath()) ([guid]::NewGuid())
$env:WECOM_STATE_DIR = $state
$env:WECOM_ROBOT = $env:WECOM_ON_FAILURE = $env:WECOM_REDIS = $null
$chinese = -join [char[]] (0x65E5, 0x62A5)
$key = [guid]::NewGuid()
$null = New-Item $state -ItemType Directory

$start = New-Object System.Diagnostics.ProcessStartInfo dotnet, "`"$Simulator`" --port 0 --key $key"
$start.UseShellExecute = $false
$start.RedirectStandardOutput = $true
$process = [System.Diagnostics.Process]::Start($start)
try {
    $base = $process.StandardOutput.ReadLine() -replace '^listening on '
    $webhook = "$base/cgi-bin/webhook/send?key="

    Import-Module WeComRobot
    $module = Get-Module WeComRobot
    Assert 'all cmdlets are exported' ($module.ExportedCmdlets.Count -ge 30 -and $module.ExportedFunctions.Count -eq 0)
    $help = Get-Help Send-WeComText -Full
    Assert 'the synopsis is not generated from the syntax' ($help.Synopsis -and $help.Synopsis -notlike '*[[]*')
    Assert 'help has examples' (@($help.examples.example).Count -ge 5)
    Assert 'topics are found' ((Get-Help about_WeComReliability | Out-String).Length -gt 1000)

    Register-WeComRobot smoke -Webhook "$webhook$key" -Default
    $file = Join-Path $state "$chinese.txt"
    Set-Content $file 'report' -Encoding UTF8
    $pixel = [Convert]::FromBase64String('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==')
    $recording = Join-Path $state voice.amr
    # The header and fifty frames of 20 ms
    [System.IO.File]::WriteAllBytes($recording, [byte[]] ([System.Text.Encoding]::ASCII.GetBytes("#!AMR`n") + (@(0x3C) + @(0) * 31) * 50))
    $receipts = @(
        Send-WeComText "$chinese 100%" -MentionAll -PassThru
        Send-WeComMarkdown '**bold**' -PassThru
        Send-WeComMarkdown '# head' -V2 -PassThru
        Send-WeComImage -Bytes $pixel -PassThru
        New-WeComArticle title https://example.com/ | Send-WeComNews -PassThru
        Send-WeComFile $file -PassThru
        Send-WeComVoice $recording -PassThru
        New-WeComCard title -Action https://example.com/ | Send-WeComCard -PassThru
    )
    Assert 'each type has a receipt' ($receipts.Count -eq 8)
    $received = @(Invoke-RestMethod "$base/simulator/messages" | ForEach-Object { $_ })
    Assert 'the simulator has received each' ($received.Count -eq 8)
    Assert 'Chinese arrives as Chinese' (($received[0].body | ConvertFrom-Json).text.content -eq "$chinese 100%")

    $refused = Get-FirstError { Send-WeComText hi -Robot "$webhook$([guid]::NewGuid())" -ErrorAction Continue }
    Assert 'an unknown key is its own error' ($refused.FullyQualifiedErrorId -like 'WeComWebhookRefused,*')
    foreach ($language in @{ Culture = 'en-US'; Text = '^[\x00-\x7F]+$' }, @{ Culture = 'zh-CN'; Text = '[\u4E00-\u9FFF]{4}' }) {
        [System.Threading.Thread]::CurrentThread.CurrentUICulture = $language.Culture
        $empty = Get-FirstError { Send-WeComText '' -ErrorAction Continue }
        Assert "errors speak $($language.Culture): $empty" ("$empty" -match $language.Text)
    }

    Remove-Module WeComRobot
    Import-Module WeComRobot -Force
    Import-Module WeComRobot -Force
    Assert 'the module can be imported again' (Get-Command Send-WeComText -Module WeComRobot)
    "smoke: $checks checks passed in PowerShell $($PSVersionTable.PSVersion) with $($module.Path)"
}
finally {
    $process.Kill()
    Remove-Item $state -Recurse -Force
}
