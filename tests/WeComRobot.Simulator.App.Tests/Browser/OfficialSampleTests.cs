using System;
using System.IO;
using System.Security.Cryptography;
using System.Threading.Tasks;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace WeComRobot.Simulator.App.Tests.Browser;

/// <summary>What a person sees of each sample of the official page.</summary>
public sealed class OfficialSampleTests(Chromium chromium) : BrowserTest(chromium)
{
    private const string Site = "https://work.weixin.qq.com/?from=openApi";

    [FactWith(InstalledChromium.Name)]
    public async Task Text_has_its_content_and_mentions()
    {
        var message = await ShowAsync("text");
        await Expect(message.Locator(".bubble:visible")).ToHaveTextAsync("广州今日天气：29度，大部分多云，降雨概率：60% @wangqing @所有人 @13800001111");
        await Expect(message.Locator(".mention").First).ToHaveCSSAsync("color", "rgb(36, 88, 194)");
    }

    [FactWith(InstalledChromium.Name)]
    public async Task Markdown_has_its_colours_and_quotes()
    {
        var message = await ShowAsync("markdown");
        var warning = message.GetByText("132例");
        await Expect(warning).ToHaveCSSAsync("color", "rgb(168, 74, 8)");
        await Expect(message.Locator("blockquote .line")).ToHaveTextAsync(["类型:用户反馈", "普通用户反馈:117例", "VIP用户反馈:15例"]);
        await Expect(message.GetByText("117例")).ToHaveCSSAsync("color", "rgb(95, 102, 112)");
    }

    [FactWith(InstalledChromium.Name)]
    public async Task Markdown_v2_has_its_headings_lists_quotes_code_and_table()
    {
        var message = await ShowAsync("markdown_v2");
        await Expect(message.Locator("h1")).ToHaveTextAsync(
            ["一、标题", "二、字体", "三、列表", "四、引用", "五、链接", "六、分割线", "七、代码", "八、表格"]);
        await Expect(message.Locator("h2, .bubble h3")).ToHaveTextAsync(["二级标题", "三级标题"]);
        await Expect(message.Locator("em")).ToHaveCSSAsync("font-style", "italic");
        await Expect(message.Locator("strong")).ToHaveCSSAsync("font-weight", "700");
        await Expect(message.Locator("ul ul li")).ToHaveTextAsync(["无序列表 2.1", "无序列表 2.2"]);
        await Expect(message.Locator("ol li")).ToHaveTextAsync(["有序列表 1", "有序列表 2"]);
        await Expect(message.Locator("blockquote blockquote blockquote")).ToHaveTextAsync("三级引用");
        await Expect(message.GetByRole(AriaRole.Link, new() { Name = "这是一个链接" })).ToHaveAttributeAsync("href", "https://work.weixin.qq.com/api/doc");
        await Expect(message.Locator("hr")).ToHaveCountAsync(1);
        await Expect(message.Locator(".bubble:visible :not(pre) > code")).ToHaveTextAsync("这是行内代码");
        await Expect(message.Locator("pre code")).ToHaveTextAsync("这是独立代码块\n");
        await Expect(message.Locator("th")).ToHaveTextAsync(["姓名", "文化衫尺寸", "收货地址"]);
        await Expect(message.Locator("td")).ToHaveTextAsync(["张三", "S", "广州", "李四", "L", "深圳"]);
        await Expect(message.Locator("td").Nth(1)).ToHaveCSSAsync("text-align", "center");
        await Expect(message.Locator("td").Nth(2)).ToHaveCSSAsync("text-align", "right");
    }

    [FactWith(InstalledChromium.Name)]
    public async Task News_leads_to_its_page()
    {
        var message = await ShowAsync("news");
        var article = message.Locator("a.article");
        await Expect(article).ToHaveAttributeAsync("href", "http://www.qq.com/");
        await Expect(article.Locator(".title")).ToHaveTextAsync("中秋节礼品领取");
        await Expect(article.Locator(".description")).ToHaveTextAsync("今年中秋节公司有豪礼相送");
    }

    [FactWith(InstalledChromium.Name)]
    public async Task An_image_is_shown()
    {
        var message = await ShowAsync("image", body => body
            .Replace("DATA", Convert.ToBase64String(Pictures.Png), StringComparison.Ordinal)
            .Replace("MD5", Convert.ToHexStringLower(MD5.HashData(Pictures.Png)), StringComparison.Ordinal));
        await Page.WaitForFunctionAsync("() => document.querySelector('.photo')?.naturalWidth === 1");
        await Expect(message.Locator(".photo")).ToBeVisibleAsync();
    }

    [FactWith(InstalledChromium.Name)]
    public async Task A_file_has_its_name_and_size_and_a_voice_its_seconds()
    {
        var fileId = await this.UploadAsync("file", "日报.xlsx", new byte[2048]);
        var file = await ShowAsync("file", body => body.Replace("3a8asd892asd8asd", fileId, StringComparison.Ordinal));
        await Expect(file.Locator(".file-name")).ToHaveTextAsync("日报.xlsx");
        await Expect(file.Locator(".file-size")).ToHaveTextAsync("2 KB");
        var voiceId = await this.UploadAsync("voice", "voice.amr", AmrBytes.Narrow(150));
        var voice = await ShowAsync("voice", body => body.Replace("MEDIA_ID", voiceId, StringComparison.Ordinal));
        await Expect(voice.Locator(".voice-bubble")).ToHaveTextAsync("3″");
    }

    [FactWith(InstalledChromium.Name)]
    public async Task A_text_card_has_its_parts_and_their_targets()
    {
        var card = await ShowAsync("text_notice");
        await Expect(card.Locator(".card-source bdi")).ToHaveTextAsync("企业微信");
        await Expect(card.Locator(".card-title")).ToHaveTextAsync("欢迎使用企业微信");
        await Expect(card.Locator(".card-desc")).ToHaveTextAsync("您的好友正在邀请您加入企业微信");
        await Expect(card.Locator(".number")).ToHaveTextAsync("100");
        await Expect(card.Locator(".meaning")).ToHaveTextAsync("数据含义");
        await Expect(card.Locator(".card-sub")).ToHaveTextAsync("下载企业微信还能抢红包！");
        await ExpectCommonPartsAsync(card);
    }

    [FactWith(InstalledChromium.Name)]
    public async Task A_picture_card_has_its_parts_and_their_targets()
    {
        var card = await ShowAsync("news_notice");
        await Expect(card.Locator(".side-title")).ToHaveTextAsync("欢迎使用企业微信");
        await Expect(card.Locator("a.card-image-text")).ToHaveAttributeAsync("href", "https://work.weixin.qq.com/");
        await Expect(card.Locator(".section-title")).ToHaveTextAsync("惊喜红包等你来拿");
        await Expect(card.Locator(".section-desc")).ToHaveTextAsync("下载企业微信还能抢红包！");
        var picture = await card.Locator(".card-image").BoundingBoxAsync();
        Assert.Equal(2.25, picture!.Width / picture.Height, 0.01);
        await ExpectCommonPartsAsync(card);
    }

    private static async Task ExpectCommonPartsAsync(ILocator card)
    {
        await Expect(card.Locator(".quote-title")).ToHaveTextAsync("引用文本标题");
        await Expect(card.Locator(".quote-text")).ToHaveTextAsync("Jack：企业微信真的很好用~\nBalian：超级好的一款软件！");
        await Expect(card.Locator("a.card-quote")).ToHaveAttributeAsync("href", Site);
        await Expect(card.Locator("dt")).ToHaveTextAsync(["邀请人", "企微官网", "企微下载"]);
        await Expect(card.Locator("dd")).ToHaveTextAsync(["张三", "点击访问", "企业微信.apk 打开文件 MEDIAID"]);
        await Expect(card.Locator("dd").Nth(1).GetByRole(AriaRole.Link)).ToHaveAttributeAsync("href", Site);
        await Expect(card.Locator(".card-jump")).ToHaveTextAsync(["企业微信官网", "跳转小程序 打开小程序 APPID PAGEPATH"]);
        await Expect(card.Locator("a.card-jump")).ToHaveAttributeAsync("href", Site);
        await Expect(card.Locator("a.card-action")).ToHaveAttributeAsync("href", Site);
    }

    /// <summary>Sends a sample and opens the chat, unless it is open; then the message arrives by itself.</summary>
    private async Task<ILocator> ShowAsync(string sample, Func<string, string>? fill = null)
    {
        var body = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "Samples", $"{sample}.json"));
        Assert.Contains("\"errcode\":0", await PostAsync(fill is null ? body : fill(body)));
        if (Page.Url == "about:blank")
        {
            await OpenAsync();
        }

        var message = Page.Locator($"article.message[data-id='{Server.Messages.Count}']");
        await Expect(message).ToHaveAttributeAsync("data-outcome", "accepted");
        return message;
    }
}
