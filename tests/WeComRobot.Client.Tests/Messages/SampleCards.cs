
using WeComRobot.Messages.Cards;

namespace WeComRobot.Client.Tests.Messages;

/// <summary>The two card samples as records of Client; each part is an object of its own, as a script would build it.</summary>
internal static class SampleCards
{
    private const string OpenApi = "https://work.weixin.qq.com/?from=openApi";
    private const string Picture = "https://wework.qpic.cn/wwpic/354393_4zpkKXd7SrGMvfg_1629280616/0";

    private static readonly CardSource Source = new()
    {
        IconUrl = "https://wework.qpic.cn/wwpic/252813_jOfDHtcISzuodLa_1629280209/0",
        Description = "企业微信",
        Color = 0,
    };

    private static readonly CardTitle MainTitle = new() { Title = "欢迎使用企业微信", Description = "您的好友正在邀请您加入企业微信" };

    private static readonly CardQuote Quote = new()
    {
        Type = 1,
        Url = OpenApi,
        AppId = "APPID",
        PagePath = "PAGEPATH",
        Title = "引用文本标题",
        Text = "Jack：企业微信真的很好用~\nBalian：超级好的一款软件！",
    };

    private static readonly CardField[] Fields =
    [
        new() { Name = "邀请人", Value = "张三" },
        new() { Name = "企微官网", Value = "点击访问", Type = 1, Url = OpenApi },
        new() { Name = "企微下载", Value = "企业微信.apk", Type = 2, MediaId = "MEDIAID" },
    ];

    private static readonly CardLink[] Links =
    [
        new() { Type = 1, Url = OpenApi, Title = "企业微信官网" },
        new() { Type = 2, AppId = "APPID", PagePath = "PAGEPATH", Title = "跳转小程序" },
    ];

    private static readonly CardAction Action = new() { Type = 1, Url = OpenApi, AppId = "APPID", PagePath = "PAGEPATH" };

    public static Card TextNotice => new()
    {
        CardType = "text_notice",
        Source = Source,
        MainTitle = MainTitle,
        Emphasis = new() { Title = "100", Description = "数据含义" },
        Quote = Quote,
        SubTitle = "下载企业微信还能抢红包！",
        Fields = Fields,
        Links = Links,
        Action = Action,
    };

    public static Card NewsNotice => new()
    {
        CardType = "news_notice",
        Source = Source,
        MainTitle = MainTitle,
        Image = new() { Url = Picture, AspectRatio = 2.25m },
        ImageText = new()
        {
            Type = 1,
            Url = "https://work.weixin.qq.com",
            Title = "欢迎使用企业微信",
            Description = "您的好友正在邀请您加入企业微信",
            ImageUrl = Picture,
        },
        Quote = Quote,
        Sections = [new() { Title = "惊喜红包等你来拿", Description = "下载企业微信还能抢红包！" }],
        Fields = Fields,
        Links = Links,
        Action = Action,
    };
}
