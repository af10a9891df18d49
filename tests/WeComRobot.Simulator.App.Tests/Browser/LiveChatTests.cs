using System;
using System.Net.Http;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace WeComRobot.Simulator.App.Tests.Browser;

/// <summary>The chat as messages come: without a reload, with filters, the addresses, and what the service refused.</summary>
public sealed class LiveChatTests(Chromium chromium) : BrowserTest(chromium)
{
    internal override BrowserNewContextOptions Window => new(base.Window) { Permissions = ["clipboard-read", "clipboard-write"] };

    private ILocator Messages => Page.Locator("article.message:visible");

    [FactWith(InstalledChromium.Name)]
    public async Task A_message_arrives_by_itself_newest_last()
    {
        await OpenAsync();
        await Expect(Page.GetByText("还没有消息")).ToBeVisibleAsync();
        await PostAsync(Text("第一条"));
        await Expect(Messages).ToHaveCountAsync(1);
        await PostAsync(Text("第二条"));
        await Expect(Messages.Locator(".bubble:visible")).ToHaveTextAsync(["第一条", "第二条"]);
        await Expect(Page.Locator("#count")).ToHaveTextAsync("(2)");
    }

    [FactWith(InstalledChromium.Name)]
    public async Task A_refused_message_says_errcode_rule_field_and_remedy()
    {
        await OpenAsync();
        await PostAsync("""{"msgtype":"template_card","template_card":{"card_type":"text_notice","main_title":{"title":"磁盘告警"}}}""");
        var refused = Page.Locator("article.message[data-outcome=refused]");
        await Expect(refused.Locator(".verdict")).ToHaveTextAsync("errcode 42045 invalid card_action");
        await Expect(refused.Locator(".rule")).ToHaveTextAsync("卡片必须有 card_action，type 为 1（链接）或 2（小程序）。");
        await Expect(refused.Locator(".field code")).ToHaveTextAsync("template_card.card_action");
        await Expect(refused.Locator(".remedy")).ToHaveTextAsync("处理办法：填写 card_action：type 为 1 时填 url，为 2 时填 appid。");
        await Expect(refused.Locator(".card-title:visible")).ToHaveTextAsync("磁盘告警");
        await PostAsync("这不是 JSON");
        await Expect(refused.Nth(1).Locator(".bubble:visible")).ToHaveTextAsync("这不是 JSON");
        await Expect(refused.Nth(1).Locator(".verdict")).ToContainTextAsync("errcode 44004");
        await Expect(Page.Locator("#undelivered")).ToHaveTextAsync("2 条未送达");
        await PostAsync(Text("送达"));
        await Expect(Messages).ToHaveCountAsync(3);
        await Page.Locator("#undelivered").ClickAsync();
        await Expect(Messages).ToHaveCountAsync(2);
    }

    [FactWith(InstalledChromium.Name)]
    public async Task A_message_whose_Chinese_became_question_marks_says_so_in_the_chat_and_in_its_details()
    {
        await PostAsync(Text("????: D ? 95%"));
        await OpenAsync();
        await Expect(Messages.Locator(".doubt")).ToContainTextAsync("文字变成了问号");
        await Page.Locator("button.more").ClickAsync();
        await Expect(Page.Locator(".details .doubt")).ToContainTextAsync("[Text.Encoding]::UTF8.GetBytes($json)");
    }

    [FactWith(InstalledChromium.Name)]
    public async Task A_scripted_fault_is_told_from_a_refusal()
    {
        await OpenAsync();
        Server.Script(new Fault { Status = 503 });
        await PostAsync(Text("没有送达"));
        await Expect(Page.Locator("article.message[data-outcome=fault] .content > .fault")).ToContainTextAsync("HTTP 503");
    }

    [FactWith(InstalledChromium.Name)]
    public async Task A_message_to_a_mistyped_path_says_so()
    {
        await OpenAsync();
        using var content = new StringContent(Text("发到哪了"));
        await Http.PostAsync(new Uri(Server.BaseAddress, $"cgi-bin/webhook/sent?key={Key}"), content);
        var refused = Page.Locator("article.message[data-outcome=refused]");
        await Expect(refused.Locator(".verdict")).ToHaveTextAsync("HTTP 404 /cgi-bin/webhook/sent");
        await Expect(refused.Locator(".rule")).ToContainTextAsync("消息发到 /cgi-bin/webhook/send");
        await Expect(refused.Locator(".bubble:visible")).ToHaveTextAsync("发到哪了");
        await Expect(Page.Locator("#undelivered")).ToHaveTextAsync("1 条未送达");
    }

    [FactWith(InstalledChromium.Name)]
    public async Task An_accepted_message_says_that_a_fault_replaced_its_answer()
    {
        await OpenAsync();
        Server.Script(new Fault { Status = 500, Accept = true });
        await PostAsync(Text("送达了"));
        await Expect(Page.Locator("article.message[data-outcome=accepted] .content > .fault")).ToHaveTextAsync("已收到，但应答被预设故障替换：HTTP 500");
    }

    [FactWith(InstalledChromium.Name)]
    public async Task The_addresses_stay_within_reach()
    {
        await PostAsync(Text("a"));
        await OpenAsync();
        await Expect(Messages).ToHaveCountAsync(1);
        await Page.GetByText("Webhook 地址").ClickAsync();
        var addresses = Page.Locator("#addresses li");
        await Expect(addresses).ToHaveTextAsync([$"机器人 1{Server.Webhook()}复制", $"机器人 2{Server.Webhook(OtherKey)}复制"]);
        Assert.Equal(Server.Webhook(OtherKey).AbsoluteUri, await CopyAsync(addresses.Nth(1).Locator("button")));
    }

    [FactWith(InstalledChromium.Name)]
    public async Task Filters_by_robot_type_words_and_what_was_not_delivered()
    {
        await PostAsync(Text("磁盘将满"));
        await PostAsync(Text("发布完成"), OtherKey);
        await PostAsync("""{"msgtype":"markdown","markdown":{"content":"**磁盘**已清理"}}""");
        await PostAsync(Text(""));
        await OpenAsync();
        await Expect(Messages).ToHaveCountAsync(4);

        await Page.Locator("#filter-robot").SelectOptionAsync("2");
        await Expect(Messages.Locator(".bubble:visible")).ToHaveTextAsync(["发布完成"]);
        await Page.Locator("#filter-robot").SelectOptionAsync("");
        await Page.Locator("#filter-words").FillAsync("磁盘");
        await Expect(Messages).ToHaveCountAsync(2);
        await Page.Locator("#filter-type").SelectOptionAsync("markdown");
        await Expect(Messages.Locator(".bubble:visible")).ToHaveTextAsync(["磁盘已清理"]);
        await Expect(Page.Locator("#count")).ToHaveTextAsync("(1 / 4)");
        await Page.Locator("#filter-type").SelectOptionAsync("");
        await Page.Locator("#filter-words").FillAsync("");
        await Page.Locator("#filter-undelivered").CheckAsync();
        await Expect(Messages).ToHaveCountAsync(1);

        // What comes later goes through the filter, too
        await PostAsync(Text("不显示"));
        await PostAsync(Text(""), OtherKey);
        await Expect(Page.Locator("#count")).ToHaveTextAsync("(2 / 6)");
        await Expect(Messages.Locator(".verdict")).ToHaveCountAsync(2);
    }

    [FactWith(InstalledChromium.Name)]
    public async Task Other_clients_are_a_choice_away()
    {
        await PostAsync("""{"msgtype":"markdown_v2","markdown_v2":{"content":"# 标题\n| a | b |\n|---|---|\n| 1 | 2 |"}}""");
        await PostAsync(Text("谁都能看"));
        await PostAsync("这不是 JSON");
        using var nothing = new ByteArrayContent([]);
        await Http.PostAsync(new Uri(Server.BaseAddress, $"cgi-bin/webhook/upload_media?key={Key}&type=file"), nothing);
        await PostAsync(Gallery.Find("disk-alarm"));
        await OpenAsync();
        await Expect(Page.Locator("table:visible")).ToHaveCountAsync(1);
        await Page.Locator("#view-client").SelectOptionAsync("old");
        await Expect(Messages.First.Locator(".bubble:visible")).ToHaveTextAsync("# 标题\n| a | b |\n|---|---|\n| 1 | 2 |");
        await Page.Locator("#view-client").SelectOptionAsync("wechat");
        await Expect(Messages.First.Locator(".bubble:visible")).Not.ToContainTextAsync("标题");
        await Expect(Messages.Nth(1).Locator(".bubble:visible")).ToHaveTextAsync("谁都能看");
        await Expect(Messages.Nth(2).Locator(".bubble:visible")).ToHaveTextAsync("这不是 JSON");
        await Expect(Messages.Nth(3).Locator(".bubble:visible")).ToHaveTextAsync("上传的文件，内容不保留。");
        // What nobody sent is no bubble
        await Expect(Messages.Nth(4).Locator(".remark:visible")).ToContainTextAsync("文档没有说明");
        await Expect(Messages.Nth(4).Locator(".bubble:visible")).ToHaveCountAsync(0);
    }

    [FactWith(InstalledChromium.Name)]
    public async Task Clearing_empties_the_chat_in_every_window()
    {
        await PostAsync(Text("a"));
        await OpenAsync();
        await Expect(Messages).ToHaveCountAsync(1);
        var other = await Page.Context.NewPageAsync();
        await other.GotoAsync(Server.BaseAddress.AbsoluteUri);
        await Expect(other.Locator("article.message")).ToHaveCountAsync(1);
        await Page.Locator("#clear").ClickAsync();
        await Page.Locator("#clear-confirm").ClickAsync();
        await Expect(Messages).ToHaveCountAsync(0);
        await Expect(other.Locator("article.message")).ToHaveCountAsync(0);
        Assert.Empty(Server.Messages);
    }

    internal static string Text(string content) =>
        new JsonObject { ["msgtype"] = "text", ["text"] = new JsonObject { ["content"] = content } }.ToJsonString();
}
