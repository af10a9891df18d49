# Composes the official text_notice with all its elements 200 times, and prints the median time in milliseconds.
param([Parameter(Mandatory)] [string] $Module)

Import-Module $Module
$url = 'https://work.weixin.qq.com/?from=openApi'

function New-FullCard {
    $parameters = @{
        Title       = '欢迎使用企业微信'
        Description = '您的好友正在邀请您加入企业微信'
        SubTitle    = '下载企业微信还能抢红包！'
        Source      = New-WeComCardSource 企业微信 -IconUrl $url -Color Gray
        Emphasis    = New-WeComCardEmphasis 100 数据含义
        Quote       = New-WeComCardQuote 'Jack：企业微信真的很好用~' -Title 引用文本标题 -Url $url -AppId APPID -PagePath PAGEPATH
        Field       = (New-WeComCardField 邀请人 张三), (New-WeComCardField 企微官网 点击访问 -Url $url), (New-WeComCardField 企微下载 企业微信.apk -Media MEDIAID)
        Link        = (New-WeComCardLink 企业微信官网 $url), (New-WeComCardLink 跳转小程序 -AppId APPID -PagePath PAGEPATH)
        Action      = New-WeComCardAction $url
    }
    New-WeComCard @parameters
}

$null = New-FullCard
$times = 1..200 | ForEach-Object { (Measure-Command { New-FullCard }).TotalMilliseconds } | Sort-Object
$times[100].ToString([cultureinfo]::InvariantCulture)
