Describe 'New-WeComCard' {
    BeforeAll {
        Import-Module $PSScriptRoot/Simulator.psm1, $PSScriptRoot/Samples.psm1, $PSScriptRoot/Cards.psm1
        Import-WeComRobot
        $simulator = Start-Simulator
        $action = New-WeComCardAction https://example.com

        # The elements of the official samples, as a user would splat them
        $site = 'https://work.weixin.qq.com/?from=openApi'
        $picture = 'https://wework.qpic.cn/wwpic/354393_4zpkKXd7SrGMvfg_1629280616/0'
        $head = @{ Title = '欢迎使用企业微信'; Description = '您的好友正在邀请您加入企业微信' }
        $subTitle = @{ SubTitle = '下载企业微信还能抢红包！' }
        $open = @{ Url = $site; AppId = 'APPID'; PagePath = 'PAGEPATH' }
        $source = @{ IconUrl = 'https://wework.qpic.cn/wwpic/252813_jOfDHtcISzuodLa_1629280209/0'; Description = '企业微信'; Color = 'Gray' }
        $emphasis = @{ Title = '100'; Description = '数据含义' }
        $quote = @{ Title = '引用文本标题'; Text = "Jack：企业微信真的很好用~`nBalian：超级好的一款软件！" } + $open
        $row1 = @{ Name = '邀请人'; Value = '张三' }
        $row2 = @{ Name = '企微官网'; Value = '点击访问'; Url = $site }
        $row3 = @{ Name = '企微下载'; Value = '企业微信.apk'; Media = 'MEDIAID' }
        $link1 = @{ Title = '企业微信官网'; Url = $site }
        $link2 = @{ Title = '跳转小程序'; AppId = 'APPID'; PagePath = 'PAGEPATH' }
        $image = @{ Url = $picture; AspectRatio = 2.25 }
        $imageText = @{ ImageUrl = $picture; Url = 'https://work.weixin.qq.com' } + $head
        $section = @{ Title = '惊喜红包等你来拿'; Description = '下载企业微信还能抢红包！' }
    }

    AfterAll { Stop-Simulator $simulator }

    BeforeEach {
        Clear-Simulator $simulator
        $robot = Get-Webhook $simulator
    }

    It 'composes the official <Sample> <Way>, equal as JSON' -ForEach @(
        @{ Sample = 'text_notice'; Way = 'by parameter'; Compose = {
                New-WeComCard 欢迎使用企业微信 -Description 您的好友正在邀请您加入企业微信 -SubTitle 下载企业微信还能抢红包！ `
                    -Source (New-WeComCardSource 企业微信 -IconUrl $source.IconUrl -Color Gray) -Emphasis (New-WeComCardEmphasis 100 数据含义) `
                    -Quote (New-WeComCardQuote $quote.Text $site -Title 引用文本标题 -AppId APPID -PagePath PAGEPATH) `
                    -Field (New-WeComCardField 邀请人 张三), (New-WeComCardField 企微官网 点击访问 -Url $site),
                    (New-WeComCardField 企微下载 企业微信.apk -Media MEDIAID) `
                    -Link (New-WeComCardLink 企业微信官网 $site), (New-WeComCardLink 跳转小程序 -AppId APPID -PagePath PAGEPATH) `
                    -Action (New-WeComCardAction $site -AppId APPID -PagePath PAGEPATH)
            }
        }
        @{ Sample = 'news_notice'; Way = 'by parameter'; Compose = {
                New-WeComCard 欢迎使用企业微信 -Description 您的好友正在邀请您加入企业微信 `
                    -Source (New-WeComCardSource 企业微信 -IconUrl $source.IconUrl -Color Gray) `
                    -Image (New-WeComCardImage $picture 2.25) `
                    -ImageText (New-WeComCardImageText $picture https://work.weixin.qq.com -Title 欢迎使用企业微信 -Description 您的好友正在邀请您加入企业微信) `
                    -Quote (New-WeComCardQuote $quote.Text $site -Title 引用文本标题 -AppId APPID -PagePath PAGEPATH) `
                    -Section (New-WeComCardSection 惊喜红包等你来拿 下载企业微信还能抢红包！) `
                    -Field (New-WeComCardField 邀请人 张三), (New-WeComCardField 企微官网 点击访问 -Url $site),
                    (New-WeComCardField 企微下载 企业微信.apk -Media MEDIAID) `
                    -Link (New-WeComCardLink 企业微信官网 $site), (New-WeComCardLink 跳转小程序 -AppId APPID -PagePath PAGEPATH) `
                    -Action (New-WeComCardAction $site -AppId APPID -PagePath PAGEPATH)
            }
        }
        @{ Sample = 'text_notice'; Way = 'from a pipeline of elements in any order'; Compose = {
                & {
                    New-WeComCardLink @link1; New-WeComCardField @row1; New-WeComCardAction @open; New-WeComCardField @row2
                    New-WeComCardEmphasis @emphasis; New-WeComCardLink @link2; New-WeComCardQuote @quote; New-WeComCardField @row3; New-WeComCardSource @source
                } | New-WeComCard @head @subTitle
            }
        }
        @{ Sample = 'news_notice'; Way = 'from a pipeline of elements in any order'; Compose = {
                & {
                    New-WeComCardField @row1; New-WeComCardSection @section; New-WeComCardLink @link1; New-WeComCardAction @open
                    New-WeComCardField @row2; New-WeComCardImageText @imageText; New-WeComCardField @row3; New-WeComCardQuote @quote; New-WeComCardLink @link2
                    New-WeComCardImage @image; New-WeComCardSource @source
                } | New-WeComCard @head
            }
        }
        @{ Sample = 'text_notice'; Way = 'of splatted hashtables'; Compose = {
                $card = $head + $subTitle + @{
                    Source = New-WeComCardSource @source; Emphasis = New-WeComCardEmphasis @emphasis; Quote = New-WeComCardQuote @quote
                    Field  = $row1, $row2, $row3 | ForEach-Object { New-WeComCardField @_ }
                    Link   = $link1, $link2 | ForEach-Object { New-WeComCardLink @_ }
                    Action = New-WeComCardAction @open
                }
                New-WeComCard @card
            }
        }
        @{ Sample = 'news_notice'; Way = 'of splatted hashtables'; Compose = {
                $card = $head + @{
                    Source  = New-WeComCardSource @source; Image = New-WeComCardImage @image; ImageText = New-WeComCardImageText @imageText
                    Quote   = New-WeComCardQuote @quote; Section = New-WeComCardSection @section
                    Field   = $row1, $row2, $row3 | ForEach-Object { New-WeComCardField @_ }
                    Link    = $link1, $link2 | ForEach-Object { New-WeComCardLink @_ }
                    Action  = New-WeComCardAction @open
                }
                New-WeComCard @card
            }
        }
    ) {
        & $Compose | Send-WeComCard -Robot $robot

        $body = (Get-Received $simulator).body
        Test-JsonEqual $body (Get-SampleJson $Sample) | Should -BeTrue -Because $body
    }

    It 'returns a card that shows its values, and sends nothing' {
        $card = New-WeComCard @head -Action $action -Field (New-WeComCardField a 1), (New-WeComCardField b 2)

        $card | Should -BeOfType WeComRobot.Messages.Cards.Card
        $card.MainTitle.Title, $card.CardType | Should -Be 欢迎使用企业微信, text_notice
        $card.Fields.Name | Should -Be a, b
        Get-Received $simulator | Should -BeNullOrEmpty
    }

    It 'omits what is not given' {
        New-WeComCard 完成 -Action $action | ConvertTo-WeComJson | Should -BeExactly (
            '{"msgtype":"template_card","template_card":{"card_type":"text_notice","main_title":{"title":"完成"},' +
            '"card_action":{"type":1,"url":"https://example.com"}}}')
    }

    It 'creates a <Type> with <Name>' -ForEach @(
        @{ Type = 'text_notice'; Name = 'no picture'; Elements = {} }
        @{ Type = 'news_notice'; Name = '-Image'; Elements = { New-WeComCardImage https://example.com/a.png } }
        @{ Type = 'news_notice'; Name = 'both'; Elements = { New-WeComCardImageText https://example.com/a.png; New-WeComCardImage https://example.com/a.png } }
    ) {
        (& $Elements | New-WeComCard t -Action $action).CardType | Should -BeExactly $Type
    }

    It 'accepts -SubTitle in place of a title' {
        New-WeComCard -SubTitle 完成 -Action $action | Send-WeComCard -Robot $robot

        (Get-Received $simulator).Payload.template_card.sub_title_text | Should -BeExactly 完成
    }

    It 'accepts <Name> for -Action' -ForEach @(
        @{ Name = 'a text'; Given = { 'https://example.com' } }
        @{ Name = 'a text out of a pipeline'; Given = { 'https://example.com' | Select-Object } }
        @{ Name = 'a Uri'; Given = { [uri] 'https://example.com' } }
        @{ Name = 'a CardAction'; Given = { $action } }
        @{ Name = 'a hashtable'; Given = { @{ Url = 'https://example.com' } } }
        @{ Name = 'a hashtable with the type'; Given = { @{ Type = 1; Url = 'https://example.com' } } }
    ) {
        (New-WeComCard t -Action (& $Given)).Action | Should -Be $action
    }

    It 'accepts a mini program as a hashtable for -Action' {
        (New-WeComCard t -Action @{ AppId = 'wx1' }).Action | Should -Be (New-WeComCardAction -AppId wx1)
    }

    It 'does not bind <Name>' -ForEach @(
        @{ Name = 'an action with a property that it has not'; Parameter = 'Action'; Arguments = @{ Action = @{ Url = 'u'; Uri = 'u' } } }
        @{ Name = 'a number as action'; Parameter = 'Action'; Arguments = @{ Action = 5 } }
        @{ Name = 'another element as action'; Parameter = 'Action'; Arguments = { @{ Action = New-WeComCardSource a } } }
        @{ Name = 'two sources'; Parameter = 'Source'; Arguments = { @{ Action = $action; Source = (New-WeComCardSource a), (New-WeComCardSource b) } } }
        @{ Name = 'a text as source'; Parameter = 'Source'; Arguments = @{ Action = 'u'; Source = 'a' } }
    ) {
        $given = if ($Arguments -is [scriptblock]) { & $Arguments } else { $Arguments }
        { New-WeComCard t @given } | Should -Throw -ErrorId 'CannotConvertArgument*' -ExpectedMessage "*'$Parameter'*"
    }

    It 'keeps the order of elements: first those given by parameter, then those from the pipeline' {
        $card = & { New-WeComCardField c; New-WeComCardLink z; New-WeComCardField d } |
            New-WeComCard t -Action $action -Field (New-WeComCardField a), (New-WeComCardField b) -Link (New-WeComCardLink y)

        $card.Fields.Name -join '' | Should -BeExactly abcd
        $card.Links.Title -join '' | Should -BeExactly yz
    }

    It 'accepts only one <_>, and says of which there were two' -ForEach 'Source', 'Emphasis', 'Quote', 'Image', 'ImageText', 'Action' {
        $element = & "New-WeComCard$_" https://example.com
        $one = @{ $_ = $element }
        $others = if ($_ -eq 'Action') { @{} } else { @{ Action = $action } }
        $made = & {
            $element | New-WeComCard t @one @others
            $element, $element | New-WeComCard t @others
        } 2>&1

        $made | Should -BeOfType System.Management.Automation.ErrorRecord
        $made.FullyQualifiedErrorId | Should -Be (@('WeComInvalidMessage,WeComRobot.Commands.NewWeComCardCommand') * 2)
        $made | Should -BeLike "*has one $_; 2*"
    }

    It 'writes an error and no card if a rule is broken' {
        $failure = New-WeComCard t 2>&1

        @($failure).Count | Should -Be 1
        $failure.FullyQualifiedErrorId | Should -BeExactly 'WeComInvalidMessage,WeComRobot.Commands.NewWeComCardCommand'
        $failure.CategoryInfo.Category | Should -Be InvalidData
        "$failure" | Should -BeLike '*template_card.card_action*New-WeComCard -Action*'
    }

    It 'ends a script with -ErrorAction Stop, and can be caught by its class' {
        $caught = try { New-WeComCard -Action $action -ErrorAction Stop } catch [WeComRobot.WeComException] { $_ }

        "$caught" | Should -BeLike '*New-WeComCard -Title*'
    }

    It 'continues after a pipeline input that is not a card element' {
        $failure, $card = 5, (New-WeComCardField a) | New-WeComCard t -Action $action 2>&1

        $failure.FullyQualifiedErrorId | Should -BeLike 'InputObjectNotBound,*'
        $card.Fields.Name | Should -Be a
    }
}
