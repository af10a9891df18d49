namespace WeComRobot.Simulator.App.Tests.Scripts;

/// <summary>The scripts of cards and news.</summary>
public sealed class CardScriptTests
{
    [Fact]
    public void The_parts_of_a_card_are_piped_in_the_order_in_which_it_shows_them() => Assert.Equal(
        """
        @(
            New-WeComCardSource 'Zabbix' -IconUrl 'https://icon' -Color Red
            New-WeComCardEmphasis '95%' '已用'
            New-WeComCardQuote "df -h`n/var" -Title '输出' -Url 'https://log'
            New-WeComCardField '主机' 'web01'
            New-WeComCardField '值班' -UserId 'lisi'
            New-WeComCardField '报告' 'report.pdf' -Media 'MEDIA'
            New-WeComCardField '图表' '打开' -Url 'https://chart'
            New-WeComCardLink '控制台' 'https://console'
            New-WeComCardLink '小程序' -AppId 'wx1' -PagePath 'index'
        ) | New-WeComCard '磁盘告警' -Description '/var' -SubTitle '请处理' -Action 'https://a' |
            Send-WeComCard -Robot …
        """,
        Payloads.Script(Payloads.Card("""
            {
                "jump_list": [{"type":1,"title":"控制台","url":"https://console"}, {"type":2,"title":"小程序","appid":"wx1","pagepath":"index"}],
                "main_title": {"title":"磁盘告警","desc":"/var"},
                "sub_title_text": "请处理",
                "source": {"desc":"Zabbix","desc_color":2,"icon_url":"https://icon"},
                "emphasis_content": {"title":"95%","desc":"已用"},
                "quote_area": {"type":1,"url":"https://log","title":"输出","quote_text":"df -h\n/var"},
                "horizontal_content_list": [
                    {"keyname":"主机","value":"web01"}, {"keyname":"值班","type":3,"userid":"lisi"},
                    {"keyname":"报告","value":"report.pdf","type":2,"media_id":"MEDIA"}, {"keyname":"图表","value":"打开","type":1,"url":"https://chart"}]
            }
            """)));

    [Fact]
    public void A_card_with_a_picture_is_a_news_notice() => Assert.Equal(
        """
        @(
            New-WeComCardImage 'https://i' -AspectRatio 1.5
            New-WeComCardImageText 'https://j' -Title 't' -Description 'd' -AppId 'wx1'
            New-WeComCardSection '变更' '12 项'
        ) | New-WeComCard 'T' -Action 'https://a' |
            Send-WeComCard -Robot …
        """,
        Payloads.Script(Payloads.Card("""
            {
                "card_image": {"url":"https://i","aspect_ratio":1.5},
                "image_text_area": {"type":2,"appid":"wx1","title":"t","desc":"d","image_url":"https://j"},
                "vertical_content_list": [{"title":"变更","desc":"12 项"}]
            }
            """, "news_notice")));

    [Theory]
    [InlineData("{}", "New-WeComCard 'T' -Action 'https://a'")]
    [InlineData("""{"emphasis_content":{"desc":"已用"}}""", "New-WeComCardEmphasis -Description '已用' | New-WeComCard 'T' -Action 'https://a'")]
    [InlineData("""{"main_title":{},"sub_title_text":"s"}""", "New-WeComCard -SubTitle 's' -Action 'https://a'")]
    [InlineData("""{"card_action":{"type":2,"appid":"wx1"}}""", "New-WeComCardAction -AppId 'wx1' | New-WeComCard 'T'")]
    [InlineData("""{"card_action":{"type":1,"url":"u","pagepath":"p"}}""", "New-WeComCardAction -Url 'u' -PagePath 'p' | New-WeComCard 'T'")]
    public void Few_parts_need_no_list(string parts, string script) =>
        Assert.Equal($"{script} |\n    Send-WeComCard -Robot …", Payloads.Script(Payloads.Card(parts)));

    [Fact]
    public void One_article_is_piped() => Assert.Equal(
        "New-WeComArticle 'a' 'https://b' -Description 'c' -PictureUrl 'https://d' |\n    Send-WeComNews -Robot …",
        Payloads.Script("""{"msgtype":"news","news":{"articles":[{"title":"a","url":"https://b","description":"c","picurl":"https://d"}]}}"""));

    [Fact]
    public void Several_articles_are_a_list() => Assert.Equal(
        """
        @(
            New-WeComArticle 'a' 'https://b'
            New-WeComArticle 'c' 'https://d'
        ) | Send-WeComNews -Robot …
        """,
        Payloads.Script("""{"msgtype":"news","news":{"articles":[{"title":"a","url":"https://b"},{"title":"c","url":"https://d"}]}}"""));
}
