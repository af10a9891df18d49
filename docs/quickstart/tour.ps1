# Sends one message of each type to the given robot.
param(
    [Parameter(Mandatory)] [string] $Robot,
    [Parameter(Mandatory)] [string] $Samples
)

$ErrorActionPreference = 'Stop'
Import-Module "$PSScriptRoot/../../WeComRobot.psd1"
$PSDefaultParameterValues = @{
    'Send-WeCom*:Robot'    = $Robot
    'Send-WeCom*:PassThru' = $true
}

Write-Host "Sending one message of each type with the cmdlets, in PowerShell $($PSVersionTable.PSVersion):"

Send-WeComText '部署完成 ✅ web01 已上线' -Mention wangqing

Send-WeComMarkdown '实时新增用户反馈<font color="warning">132例</font>，请相关同事注意。'

Get-Process | Sort-Object WorkingSet64 -Descending | Select-Object -First 3 @{ n = '进程'; e = 'Name' }, @{ n = '内存 (MB)'; e = { [int] ($_.WorkingSet64 / 1MB) } }
| ConvertTo-WeComMarkdown -Title '占用内存最多的进程' | Send-WeComMarkdown -V2

Send-WeComImage "$Samples/chart.png"

New-WeComArticle '中秋节礼品领取' 'https://www.qq.com' -Description '今年中秋节公司有豪礼相送' | Send-WeComNews

Send-WeComFile "$Samples/日报.txt"

Send-WeComVoice "$Samples/voice.amr"

New-WeComCard '磁盘告警' -Description 'web01 的 /data' -Emphasis (New-WeComCardEmphasis 95% 已用) `
    -Field ([ordered]@{ 主机 = 'web01'; 剩余 = '10 GB'; 值班 = '张三' }) -Action 'https://work.weixin.qq.com' | Send-WeComCard

New-WeComCardImage 'https://example.com/banner.png' 2.25
| New-WeComCard '发布完成' -Description '版本 2.4 已上线' -Action 'https://work.weixin.qq.com' `
    -Section (New-WeComCardSection 变更 '修复 12 个问题') | Send-WeComCard
