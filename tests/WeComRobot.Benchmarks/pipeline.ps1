# Sends messages from a pipeline, again and again: each line of input names a way to do so and a webhook, and is answered with the
# milliseconds and the KB that a message took.
param([Parameter(Mandatory)] [string] $Module, [Parameter(Mandatory)] [string] $Limit, [Parameter(Mandatory)] [string] $State, [Parameter(Mandatory)] [int] $Count)

$ErrorActionPreference = 'Stop'
Import-Module $Module, $Limit
Set-WeComRateLimit 1000 0.001

$card = New-WeComCard 磁盘将满 -Description web01 -Field ([ordered]@{ 主机 = 'web01'; 分区 = '/data'; 已用 = '95%' }) -Action 'https://example.com/alerts/1'
$texts = @('磁盘将满') * $Count
$cards = @($card) * $Count
$textPayloads = @('{"msgtype":"text","text":{"content":"磁盘将满"}}') * $Count
$cardPayloads = @(ConvertTo-WeComJson $card) * $Count
# What people paste
function Get-PastedCard {
    @{
        msgtype       = 'template_card'
        template_card = @{
            card_type               = 'text_notice'
            main_title              = @{ title = '磁盘将满'; desc = 'web01' }
            horizontal_content_list = @{ keyname = '主机'; value = 'web01' }, @{ keyname = '分区'; value = '/data' }, @{ keyname = '已用'; value = '95%' }
            card_action             = @{ type = 1; url = 'https://example.com/alerts/1' }
        }
    }
}

function Send-Pasted($Payload, $Webhook) {
    $body = [System.Text.Encoding]::UTF8.GetBytes((ConvertTo-Json $Payload -Depth 10))
    $answer = Invoke-RestMethod $Webhook -Method Post -ContentType 'application/json; charset=utf-8' -Body $body
    if ($answer.errcode -ne 0) { throw $answer.errmsg }
}

# The window is in memory where the state cannot be in files, as in a "folder" that is a file
$ways = @{
    'text-limit'  = { $textPayloads | Send-LimitText -Uri $webhook }
    'card-limit'  = { $cardPayloads | Send-LimitText -Uri $webhook }
    'text-memory' = { $env:WECOM_STATE_DIR = $PSCommandPath; $texts | Send-WeComText -Robot $webhook }
    'text-file'   = { $env:WECOM_STATE_DIR = $State; $texts | Send-WeComText -Robot $webhook }
    'text-outbox' = { $env:WECOM_STATE_DIR = $State; $texts | Send-WeComText -Robot ops -OnFailure Outbox }
    'card-memory' = { $env:WECOM_STATE_DIR = $PSCommandPath; $cards | Send-WeComCard -Robot $webhook }
    'card-file'   = { $env:WECOM_STATE_DIR = $State; $cards | Send-WeComCard -Robot $webhook }
    'text-today'  = { $texts | ForEach-Object { Send-Pasted @{ msgtype = 'text'; text = @{ content = $_ } } $webhook } }
    'card-today'  = { $cards | ForEach-Object { Send-Pasted (Get-PastedCard) $webhook } }
}

while ($line = [Console]::In.ReadLine()) {
    $way, $webhook = $line -split ' '
    Register-WeComRobot ops -Webhook $webhook
    $allocated = [GC]::GetTotalAllocatedBytes($true)
    $clock = [System.Diagnostics.Stopwatch]::StartNew()
    . $ways[$way]
    $milliseconds = $clock.Elapsed.TotalMilliseconds
    $bytes = [GC]::GetTotalAllocatedBytes($true) - $allocated
    "$($milliseconds / $Count) $($bytes / 1KB / $Count)"
}
