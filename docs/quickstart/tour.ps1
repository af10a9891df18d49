# One message of each type, through the cmdlets, to the robot that is given.
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

Write-Host "Sending one of each type through the cmdlets in PowerShell $($PSVersionTable.PSVersion):"

& {
    Send-WeComText '部署完成 ✅ web01 已上线' -Mention wangqing

    Send-WeComMarkdown '实时新增用户反馈<font color="warning">132例</font>，请相关同事注意。'

    @('| 主机 | CPU |', '| :--- | ---: |', '| web01 | 12% |', '| web02 | 87% |') -join "`n" | Send-WeComMarkdown -V2

    Send-WeComImage "$Samples/chart.png"

    New-WeComArticle '中秋节礼品领取' 'https://www.qq.com' -Description '今年中秋节公司有豪礼相送' | Send-WeComNews

    Send-WeComFile "$Samples/日报.txt"

    Send-WeComVoice "$Samples/voice.amr"

    New-WeComCard '磁盘告警' -Description 'web01 的 /data' -Emphasis @{ Title = '95%'; Description = '已用' } `
        -Field @{ Name = '主机'; Value = 'web01' } -Action (New-WeComCardAction 'https://work.weixin.qq.com') | Send-WeComCard

    New-WeComCard '发布完成' -Description '版本 2.4 已上线' -Image @{ Url = 'https://example.com/banner.png'; AspectRatio = 2.25 } `
        -Section @{ Title = '变更'; Description = '修复 12 个问题' } -Action (New-WeComCardAction 'https://work.weixin.qq.com') | Send-WeComCard
} | Format-Table MessageType, Robot, @{ Name = 'SentAt'; Expression = { $_.SentAt.ToLocalTime().ToString('HH:mm:ss') } },
    @{ Name = 'MediaId'; Expression = { if ($_.MediaId) { $_.MediaId.Substring(0, 8) + '…' } } }
