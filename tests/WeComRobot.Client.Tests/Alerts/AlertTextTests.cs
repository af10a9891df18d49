using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using System.Threading.Tasks;
using WeComRobot.Alerts;
using WeComRobot.Messages.Cards;
using Xunit;
using static WeComRobot.Alerts.AlertSeverity;

namespace WeComRobot.Client.Tests.Alerts;

/// <summary>What people read, in each format and both languages.</summary>
public class AlertTextTests : IAsyncLifetime
{
    private static readonly Alert Disk = new()
    {
        Title = "磁盘 *web01* 将满",
        Key = "disk",
        Content = "剩余 **3%**",
        Fields = [new() { Name = "Disk", Value = "/data" }, new() { Name = "Log", Value = "open", Url = "https://log.example/1" }],
        Url = "https://example.com/disk",
    };

    private AlertRobot _robot = null!;

    public async Task InitializeAsync() => _robot = await AlertRobot.StartAsync();

    public async Task DisposeAsync() => await _robot.DisposeAsync();

    [Theory]
    [InlineData("en", Critical, "🔴 <font color=\"warning\">**Critical: 磁盘 \\*web01\\* 将满**</font>")]
    [InlineData("en", Warning, "🟠 <font color=\"warning\">**Warning: 磁盘 \\*web01\\* 将满**</font>")]
    [InlineData("en", Info, "🔵 <font color=\"comment\">**Info: 磁盘 \\*web01\\* 将满**</font>")]
    [InlineData("zh-Hans", Critical, "🔴 <font color=\"warning\">**严重：磁盘 \\*web01\\* 将满**</font>")]
    [InlineData("zh-Hans", Info, "🔵 <font color=\"comment\">**信息：磁盘 \\*web01\\* 将满**</font>")]
    public async Task Markdown_has_the_severity_as_a_color_a_sign_and_a_word(string language, AlertSeverity severity, string head)
    {
        await FireAsync(language, Disk with { Severity = severity });
        Assert.Equal(head, Markdown.Split('\n')[0]);
    }

    [Fact]
    public async Task Markdown_has_host_time_fields_count_content_and_link()
    {
        await FireAsync("en", Disk);
        Assert.Equal(
            [$"> Host: {Environment.MachineName}", "> Time: 2025-06-04 08:00:00", "> Disk: /data", "> Log: [open](https://log.example/1)", "", "剩余 **3%**", "[Details](https://example.com/disk)"],
            Markdown.Split('\n').Skip(1));

        _robot.Time.Advance(TimeSpan.FromHours(2));
        await FireAsync("zh-Hans", Disk);
        Assert.Equal(
            [$"> 主机：{Environment.MachineName}", "> 时间：2025-06-04 10:00:00", "> Disk：/data", "> Log：[open](https://log.example/1)", "> 自 2025-06-04 08:00 起第 2 次", "", "剩余 **3%**", "[查看详情](https://example.com/disk)"],
            Markdown.Split('\n').Skip(1));
    }

    [Theory]
    [InlineData("en", "🟢 <font color=\"info\">**Resolved: Disk**</font>", "> Lasted 2 d 1 h, since 2025-06-04 08:00; fired 1×")]
    [InlineData("zh-Hans", "🟢 <font color=\"info\">**已恢复：Disk**</font>", "> 持续 2 天 1 小时（自 2025-06-04 08:00 起），共 1 次")]
    public async Task An_end_is_green_and_mentions_nobody(string language, string head, string lasted)
    {
        var alert = new Alert { Title = "Disk", Severity = Critical, Mentions = new() { Users = ["zhangsan"] } };
        await FireAsync(language, alert);
        Assert.Contains("<@zhangsan>", Markdown, StringComparison.Ordinal);
        _robot.Time.Advance(TimeSpan.FromHours(49) + TimeSpan.FromMinutes(5));
        await InAsync(language, () => _robot.Alerts.ResolveAsync(_robot.Target, alert));
        Assert.Equal([head, lasted], [Markdown.Split('\n')[0], Markdown.Split('\n')[3]]);
        Assert.DoesNotContain("<@", Markdown, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Info, Critical, false)]
    [InlineData(Warning, Critical, false)]
    [InlineData(Critical, Critical, true)]
    [InlineData(Warning, Warning, true)]
    [InlineData(Info, Info, true)]
    public async Task Members_are_mentioned_from_a_severity_on(AlertSeverity severity, AlertSeverity from, bool isMentioned)
    {
        var mentions = new AlertMentions { Users = ["zhangsan"], From = from };
        await FireAsync("en", Disk with { Severity = severity, Mentions = mentions });
        Assert.Equal(isMentioned, Markdown.Contains("<@zhangsan>", StringComparison.Ordinal));
        await FireAsync("en", Disk with { Key = "text", Format = AlertFormat.Text, Severity = severity, Mentions = mentions with { Mobiles = ["13800001111"], Everybody = true } });
        Assert.Equal(isMentioned ? ["zhangsan", "@all"] : null, (IEnumerable<string>?)_robot.LastBody["text"]!["mentioned_list"]?.AsArray().Select(user => (string)user!));
        Assert.Equal(isMentioned, _robot.LastBody["text"]!["mentioned_mobile_list"] is not null);
    }

    [Theory]
    [InlineData("en", "🟠 Warning: 磁盘 *web01* 将满", "Host: ", "Time: ")]
    [InlineData("zh-Hans", "🟠 警告：磁盘 *web01* 将满", "主机：", "时间：")]
    public async Task Text_has_no_marks(string language, string head, string host, string time)
    {
        await FireAsync(language, Disk with { Format = AlertFormat.Text, Content = "a\nb" });
        var colon = host[^1] == '：' ? "：" : ": ";
        Assert.Equal(
            [head, host + Environment.MachineName, time + "2025-06-04 08:00:00", $"Disk{colon}/data", $"Log{colon}open https://log.example/1", "a", "b", "https://example.com/disk"],
            _robot.Texts[0].Split('\n'));
    }

    [Theory]
    [InlineData("en", Critical, "🔴 Critical", 2)]
    [InlineData("zh-Hans", Warning, "🟠 警告", 2)]
    [InlineData("en", Info, "🔵 Info", 0)]
    public async Task A_card_has_a_colored_source_the_title_and_where_to_look(string language, AlertSeverity severity, string source, int color)
    {
        await FireAsync(language, Disk with { Severity = severity, Format = AlertFormat.Card });
        var card = _robot.LastBody["template_card"]!;
        Assert.Equal((source, color), ((string)card["source"]!["desc"]!, (int)card["source"]!["desc_color"]!));
        Assert.Equal("磁盘 *web01* 将满", (string)card["main_title"]!["title"]!);
        Assert.Equal($"{Environment.MachineName} · 2025-06-04 08:00:00", (string)card["main_title"]!["desc"]!);
        Assert.Equal("剩余 **3%**", (string)card["sub_title_text"]!);
        Assert.Equal(["Disk", "Log"], card["horizontal_content_list"]!.AsArray().Select(field => (string)field!["keyname"]!));
        Assert.Equal("https://example.com/disk", (string)card["card_action"]!["url"]!);
    }

    [Theory]
    [InlineData(AlertFormat.Markdown)]
    [InlineData(AlertFormat.Text)]
    [InlineData(AlertFormat.Card)]
    public async Task Content_that_is_too_long_goes_as_a_file_and_counts_as_one_alert(AlertFormat format)
    {
        var content = string.Concat(Enumerable.Range(0, 500).Select(i => $"line {i} of the log\n"));
        await FireAsync("en", Disk with { Format = format, Content = content });
        Assert.Equal(2, _robot.Server.Messages.Count);
        Assert.Contains("将满", _robot.Server.Messages[0].Body, StringComparison.Ordinal);
        Assert.InRange(_robot.Server.Messages[1].Media!.Size, Encoding.UTF8.GetByteCount(content.Trim()), int.MaxValue);
        Assert.Equal((2, AlertStatus.Suppressed), (_robot.Server.Messages.Count, (await _robot.FireAsync("disk")).Status));
    }

    [Theory]
    [InlineData("en", 45, "45 s")]
    [InlineData("en", 60, "1 min")]
    [InlineData("en", 3599, "59 min 59 s")]
    [InlineData("en", 90061, "1 d 1 h")]
    [InlineData("zh-Hans", 3720, "1 小时 2 分")]
    public void A_duration_has_its_two_largest_units(string language, int seconds, string text) =>
        Assert.Equal(text, InLanguage.Read(language, () => AlertDuration.Format(TimeSpan.FromSeconds(seconds))));

    private string Markdown => (string)_robot.LastBody["markdown"]!["content"]!;

    private Task FireAsync(string language, Alert alert) => InAsync(language, () => _robot.FireAsync(alert));

    private static async Task InAsync(string language, Func<Task> call)
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
        await call();
    }
}
