Describe 'New-WeComCard' {
    BeforeAll {
        Import-Module $PSScriptRoot/Simulator.psm1, $PSScriptRoot/Samples.psm1
        Import-WeComRobot
        $simulator = Start-Simulator

        # The parts that both official samples share, as a user would splat them
        $parts = @{
            Title       = '欢迎使用企业微信'
            Description = '您的好友正在邀请您加入企业微信'
            Source      = @{ IconUrl = 'https://wework.qpic.cn/wwpic/252813_jOfDHtcISzuodLa_1629280209/0'; Description = '企业微信'; Color = 0 }
            Quote       = @{
                Type = 1; Url = 'https://work.weixin.qq.com/?from=openApi'; AppId = 'APPID'; PagePath = 'PAGEPATH'
                Title = '引用文本标题'; Text = "Jack：企业微信真的很好用~`nBalian：超级好的一款软件！"
            }
            Field       = @(
                @{ Name = '邀请人'; Value = '张三' }
                @{ Name = '企微官网'; Value = '点击访问'; Type = 1; Url = 'https://work.weixin.qq.com/?from=openApi' }
                @{ Name = '企微下载'; Value = '企业微信.apk'; Type = 2; MediaId = 'MEDIAID' }
            )
            Link        = @(
                @{ Type = 1; Url = 'https://work.weixin.qq.com/?from=openApi'; Title = '企业微信官网' }
                @{ Type = 2; AppId = 'APPID'; PagePath = 'PAGEPATH'; Title = '跳转小程序' }
            )
            Action      = New-WeComCardAction 'https://work.weixin.qq.com/?from=openApi' -AppId APPID -PagePath PAGEPATH
        }
        $text = @{ SubTitle = '下载企业微信还能抢红包！'; Emphasis = @{ Title = '100'; Description = '数据含义' } }
        $picture = 'https://wework.qpic.cn/wwpic/354393_4zpkKXd7SrGMvfg_1629280616/0'
        $news = @{
            Image     = @{ Url = $picture; AspectRatio = 2.25 }
            ImageText = @{
                Type = 1; Url = 'https://work.weixin.qq.com'; ImageUrl = $picture
                Title = '欢迎使用企业微信'; Description = '您的好友正在邀请您加入企业微信'
            }
            Section   = @{ Title = '惊喜红包等你来拿'; Description = '下载企业微信还能抢红包！' }
        }
    }

    AfterAll { Stop-Simulator $simulator }

    BeforeEach {
        Clear-Simulator $simulator
        $robot = Get-Webhook $simulator
    }

    It 'composes the official <Sample> of hashtables, equal as JSON' -ForEach @(
        @{ Sample = 'text_notice'; Own = { $text } }
        @{ Sample = 'news_notice'; Own = { $news } }
    ) {
        $own = & $Own
        New-WeComCard @parts @own | Send-WeComCard -Robot $robot

        $body = (Get-Received $simulator).body
        Test-JsonEqual $body (Get-SampleJson $Sample) | Should -BeTrue -Because $body
    }

    It 'sends nothing by itself, and gives a part that shows its values' {
        $card = New-WeComCard @parts @text

        $card | Should -BeOfType WeComRobot.Messages.Cards.Card
        $card.CardType | Should -BeExactly text_notice
        $card.MainTitle.Title | Should -BeExactly '欢迎使用企业微信'
        $card.Fields.Name | Should -Be 邀请人, 企微官网, 企微下载
        Get-Received $simulator | Should -BeNullOrEmpty
    }

    It 'leaves out what is not given' {
        New-WeComCard 完成 -Action (New-WeComCardAction https://example.com) | Send-WeComCard -Robot $robot

        Test-JsonEqual (Get-Received $simulator).body @'
            { "msgtype": "template_card", "template_card": { "card_type": "text_notice",
              "main_title": { "title": "完成" }, "card_action": { "type": 1, "url": "https://example.com" } } }
'@ | Should -BeTrue
    }

    It 'needs only -SubTitle in place of a title' {
        New-WeComCard -SubTitle 完成 -Action (New-WeComCardAction https://example.com) | Send-WeComCard -Robot $robot

        (Get-Received $simulator).Payload.template_card.sub_title_text | Should -BeExactly 完成
    }

    It 'does not take a part with a property that it has not' {
        { New-WeComCard hi -Action @{ Type = 1; Uri = 'https://example.com' } } | Should -Throw '*Uri*'
    }

    It 'takes a hashtable for the action' {
        (New-WeComCard hi -Action @{ Type = 1; Url = 'https://example.com' }).Action |
            Should -Be (New-WeComCardAction https://example.com)
    }
}
