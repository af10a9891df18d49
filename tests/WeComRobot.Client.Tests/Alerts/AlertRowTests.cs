using System;
using System.Linq;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using WeComRobot.Alerts;
using WeComRobot.Messages.Cards;
using Xunit;

namespace WeComRobot.Client.Tests.Alerts;

/// <summary>Rows and links, however many and however odd.</summary>
public class AlertRowTests : IAsyncLifetime
{
    private AlertRobot _robot = null!;

    public async Task InitializeAsync() => _robot = await AlertRobot.StartAsync();

    public async Task DisposeAsync() => await _robot.DisposeAsync();

    [Fact]
    public async Task Rows_that_a_card_has_no_room_for_stand_above_its_text()
    {
        await _robot.FireAsync(CardOf(8) with { Content = "details" });
        var card = _robot.LastBody["template_card"]!;
        Assert.Equal(["Row 1", "Row 2", "Row 3", "Row 4", "Row 5", "Row 6"], card["horizontal_content_list"]!.AsArray().Select(row => (string)row!["keyname"]!));
        Assert.Equal("Row 7: value 7\nRow 8: value 8\ndetails", (string)card["sub_title_text"]!);
    }

    [Fact]
    public async Task They_stand_in_the_file_if_even_that_has_no_room()
    {
        await _robot.FireAsync(CardOf(40));
        Assert.Equal(["template_card", "file"], _robot.Server.Messages.Select(message => (string)JsonNode.Parse(message.Body)!["msgtype"]!));
        Assert.Equal(string.Join("\n", Enumerable.Range(7, 34).Select(i => $"Row {i}: value {i}")).Length, _robot.Server.Messages[1].Media!.Size);
    }

    [Theory]
    [InlineData("https://example.com/a(b)c", "https://example.com/a%28b%29c")]
    [InlineData("https://example.com/a b", "https://example.com/a%20b")]
    [InlineData("https://example.com/?q=磁盘&x=%20", "https://example.com/?q=磁盘&x=%20")]
    public async Task Links_in_Markdown_are_whole(string url, string shown)
    {
        await _robot.FireAsync(new Alert { Title = "disk", Url = url, Fields = [new() { Name = "Log", Value = "open", Url = url }] });
        Assert.Contains($"> Log: [open]({shown})\n", Markdown, StringComparison.Ordinal);
        Assert.EndsWith($"[Details]({shown})", Markdown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Members_are_mentioned_below_the_rows_and_not_in_them()
    {
        await _robot.FireAsync(new Alert { Title = "disk", Severity = AlertSeverity.Critical, Mentions = new() { Users = ["lisi"] } });
        var lines = Markdown.Split('\n');
        Assert.StartsWith("> ", lines[^3], StringComparison.Ordinal);
        Assert.Equal(["", "<@lisi>"], lines[^2..]);
    }

    private string Markdown => (string)_robot.LastBody["markdown"]!["content"]!;

    private static Alert CardOf(int rows) => new()
    {
        Title = "disk",
        Format = AlertFormat.Card,
        Url = "https://example.com",
        Fields = [.. Enumerable.Range(1, rows).Select(i => new CardField { Name = $"Row {i}", Value = $"value {i}" })],
    };
}
