# How the module's objects are displayed.
Describe 'The views' {
    BeforeAll {
        Import-Module $PSScriptRoot/Simulator.psm1, $PSScriptRoot/Samples.psm1, $PSScriptRoot/Cards.psm1
        Import-WeComRobot
        $simulator = Start-Simulator
        $file = New-TestFile 日志.txt (1..6)

        # The output on a screen of 120 columns, without the blank lines around
        function Get-Screen { ($input | Out-String -Width 120) -replace '(?m)[ \r]+$' -replace '\A\s+|\s+\z' }

        $full = & {
            New-WeComCardLink 手册 https://example.com/doc; New-WeComCardField 主机 web01; New-WeComCardSource 监控 -Color Red
            New-WeComCardField 日志 a.log -Media M1; New-WeComCardField 面板 打开 -Url https://example.com/board; New-WeComCardField 值班 张三 -UserId zhangsan
            New-WeComCardEmphasis 97% 磁盘; New-WeComCardQuote "一行`n二行" -Title 原文; New-WeComCardLink 小程序 -AppId wx1 -PagePath a/b
            New-WeComCardField 备注; New-WeComCardLink 说明
        } | New-WeComCard 磁盘告警 -Description 请尽快处理 -SubTitle 每小时一次 -Action https://example.com
    }

    AfterAll { Stop-Simulator $simulator }

    BeforeEach { $robot = Get-Webhook $simulator }

    It 'show a card as a card: its texts, row by row, and its link' {
        $lines = ($full | Get-Screen) -split "`n"

        $lines[0] | Should -Match text_notice
        $said = @($lines -replace '^[╭│╰─▌ ]+') -ne ''
        $said[1..($said.Count - 1)] | Should -BeExactly @(
            '监控', '磁盘告警', '请尽快处理', '97%', '磁盘', '原文', '一行', '二行', '每小时一次'
            '主机: web01', '日志: a.log → 📎', '面板: 打开 → https://example.com/board', '值班: 张三 → @zhangsan', '备注:'
            '手册 › https://example.com/doc', '小程序 › wx1 a/b', '说明', 'https://example.com')
    }

    It 'show the pictures and sections of a news_notice' {
        $card = & {
            New-WeComCardSection 第一 甲; New-WeComCardImage https://example.com/a.png; New-WeComCardSection 第二
            New-WeComCardImageText https://example.com/b.png -Title 图 -Description 文
        } | New-WeComCard t -Action (New-WeComCardAction -AppId wx1 -PagePath a/b)

        $card | Get-Screen | Should -BeLike (
            '*news_notice*https://example.com/a.png*t*https://example.com/b.png*图*文*第一*甲*第二*wx1 a/b*')
    }

    It 'show a card as a card after <After>, too' -ForEach @(
        @{ After = 'an article'; First = { New-WeComArticle t u } }
        @{ After = 'a receipt'; First = { Send-WeComText hi -Robot $robot -PassThru } }
        @{ After = 'a file'; First = { Get-Item $PSCommandPath } }
        @{ After = 'another card'; First = { $full } }
    ) {
        & { & $First; $full } | Get-Screen | Should -BeLike "*$($full | Get-Screen)"
    }

    It 'show the properties of a card on request' {
        $full | Format-List * -Force | Get-Screen | Should -BeLike '*CardType*: text_notice*Fields*Links*'
        $full | Format-Table CardType, SubTitle -Force | Get-Screen | Should -BeLike '*CardType*SubTitle*text_notice*每小时一次'
    }

    It 'show the values that an article has' {
        New-WeComArticle 题 https://example.com | Get-Screen | Should -BeExactly "Title : 题`nUrl   : https://example.com"
        New-WeComArticle 题 https://example.com -Description 文 -PictureUrl https://example.com/a.png | Get-Screen |
            Should -Match '(?s)^Title +: 题.Description +: 文.Url +: https://example.com.PictureUrl +: https://example.com/a.png$'
    }

    It 'show the name, size, expiry and complete id of an upload, and no key' {
        $media = Publish-WeComMedia $file -Robot $robot
        $screen = $media | Get-Screen

        $screen | Should -BeLike '*日志.txt*'
        $screen | Should -Match '\bFile\b'
        $screen | Should -Match '\b6\b'
        $screen | Should -BeLike "*$($media.ExpiresAt.ToLocalTime().ToString('yyyy-MM-dd HH:mm'))*"
        $screen | Should -BeLike "*$($media.MediaId)*"
    }

    It 'show a media of which only the id is known, without an expiry' {
        [WeComRobot.Media.UploadedMedia]::FromId('M1') | Get-Screen | Should -BeLike '*M1*'
    }

    It 'show receipts as a table with time, type and robot' {
        $receipts = 'a', 'b' | Send-WeComText -Robot $robot -PassThru
        $lines = ($receipts | Get-Screen) -split "`n"

        $lines.Count | Should -Be 4
        $lines[0] -split ' +' | Should -BeExactly SentAt, MessageType, Part, Waited, Robot
        $lines[2] | Should -BeLike "$($receipts[0].SentAt.ToLocalTime().ToString('HH:mm:ss')) text *1/1 *$($receipts[0].Robot)"
    }

    It 'show no key of <Name>, in any format' -ForEach @(
        @{ Name = 'a receipt'; Make = { Send-WeComText hi -Robot $robot -PassThru } }
        @{ Name = 'an upload'; Make = { Publish-WeComMedia $file -Robot $robot } }
        @{ Name = 'a card with an upload'; Make = { New-WeComCard t -Action u -Field @{ f = Publish-WeComMedia $file -Robot $robot } } }
        @{ Name = 'a failed message'; Make = { Add-Fault $simulator @{ errcode = -1 }; (Get-Failure { Send-WeComText hi -Robot $robot }).TargetObject } }
    ) {
        $key = $robot -replace '.*key='
        $object = & $Make
        $screens = @(
            $object | Get-Screen
            $object | Format-List * -Force | Get-Screen
            $object | Format-Table * -Force | Out-String -Width 2000
            $object | Format-Custom * -Depth 3 | Get-Screen
            $object | ConvertTo-Json -Depth 5
            "$object"
        )

        $screens.Count | Should -Be 6
        $screens | Should -Not -Match $key
        $screens | Should -Not -Match ($key -replace '-')
    }

    It 'show the <Type> message of an error''s target by its content' -ForEach @(
        @{ Type = 'text'; Send = { Send-WeComText 正文 -Robot $robot }; Shows = '正文' }
        @{ Type = 'markdown'; Send = { Send-WeComMarkdown 正文 -Robot $robot }; Shows = '正文' }
        @{ Type = 'markdown_v2'; Send = { Send-WeComMarkdown 正文 -V2 -Robot $robot }; Shows = '正文' }
        @{ Type = 'news'; Send = { Send-WeComNews (New-WeComArticle 题 u) -Robot $robot }; Shows = 'NewsBody' }
        @{ Type = 'file'; Send = { Send-WeComFile -Media M1 -Robot $robot }; Shows = 'M1' }
        @{ Type = 'voice'; Send = { Send-WeComVoice -Media M1 -Robot $robot }; Shows = 'M1' }
        @{ Type = 'template_card'; Send = { Send-WeComCard $full -Robot $robot }; Shows = 'text_notice' }
    ) {
        Add-Fault $simulator @{ errcode = -1 }
        (Get-Failure $Send).TargetObject | Get-Screen | Should -BeLike "*$Shows*"
    }

    It 'offer <Offers> as completions after <Line>' -ForEach @(
        @{ Line = 'Publish-WeComMedia -Type '; Offers = 'File', 'Voice' }
        @{ Line = 'Publish-WeComMedia -Type v'; Offers = 'Voice' }
    ) {
        Get-Completion $Line | Should -Be $Offers
    }
}
