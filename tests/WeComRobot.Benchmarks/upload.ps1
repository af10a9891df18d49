# Uploads files, again and again: each line of input names a way to do so, a webhook and a file, and is answered with the milliseconds
# that it took and the peak memory of this process in MiB, which macOS does not tell.
param([Parameter(Mandatory)] [string] $Module, [Parameter(Mandatory)] [string] $Limit, [Parameter(Mandatory)] [string] $State)

$ErrorActionPreference = 'Stop'
Import-Module $Module, $Limit
$env:WECOM_STATE_DIR = $State
Set-WeComRateLimit 1000 0.001

$ways = @{
    'limit'   = { Send-LimitFile -Uri $upload -Path $path }
    'publish' = { $null = Publish-WeComMedia $path -Robot $webhook -Force }
    'send'    = { Send-WeComFile $path -Robot $webhook }
    'today'   = { $null = Invoke-RestMethod $upload -Method Post -Form @{ media = Get-Item $path } }
}

while ($line = [Console]::In.ReadLine()) {
    $way, $webhook, $path = $line -split ' ', 3
    $upload = $webhook -replace 'send\?', 'upload_media?type=file&'
    # The robot has no file yet
    Remove-Item (Join-Path $State media) -Recurse -ErrorAction Ignore
    $clock = [System.Diagnostics.Stopwatch]::StartNew()
    . $ways[$way]
    $milliseconds = $clock.Elapsed.TotalMilliseconds
    $peak = if ($IsMacOS) { [double]::NaN } else { [System.Diagnostics.Process]::GetCurrentProcess().PeakWorkingSet64 / 1MB }
    "$milliseconds $peak"
}
