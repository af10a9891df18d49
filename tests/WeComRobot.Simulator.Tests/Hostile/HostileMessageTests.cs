using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using WeComRobot.Simulator.Drawing;

namespace WeComRobot.Simulator.Tests.Hostile;

/// <summary>Hostile messages are answered as any others, and Markdown is drawn with the tags of the page alone.</summary>
public sealed class HostileMessageTests : SimulatorTest
{
    private static readonly string[] Tags =
    [
        "h1", "h2", "h3", "h4", "h5", "h6", "div", "p", "blockquote", "ul", "ol", "li", "pre", "code", "strong", "em", "a", "img",
        "table", "thead", "tbody", "tr", "th", "td", "hr", "br", "span",
    ];

    private static readonly string[] Classes =
        ["line", "table", "left", "center", "right", "mention", "font-info", "font-comment", "font-warning"];

    internal override RateRule Rate => new(1000, TimeSpan.FromSeconds(60));

    public static TheoryData<string> Names { get; } = new(HostileMessages.All.Select(message => message.Name));

    public static TheoryData<string> MarkdownNames { get; } =
        new(HostileMessages.All.Where(message => message.ErrCode == 0 && TypeOf(message) is "markdown" or "markdown_v2").Select(message => message.Name));

    [Fact]
    public void Each_has_a_name_of_its_own() => Assert.Distinct(HostileMessages.All.Select(message => message.Name));

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Each_is_answered_and_the_simulator_lives_on(string name)
    {
        var message = HostileMessages.All.Single(message => message.Name == name);
        Assert.Equal(message.ErrCode, (await this.SendAsync(message)).ErrCode);
        Assert.Equal(message.ErrCode == 0 ? 1 : 0, Server.Messages.Count);

        Assert.Equal(0, (await SendAsync(Text("next"))).ErrCode);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task The_page_gets_each(string name)
    {
        var message = HostileMessages.All.Single(message => message.Name == name);
        var answer = await Http.PostAsync(new Uri(Server.BaseAddress, "simulator/check"), new StringContent(message.Body));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var entry = JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement.GetProperty("entry");
        // What was not uploaded to this simulator is refused
        var isAccepted = message.ErrCode == 0 && message.FileName is null;
        Assert.Equal(isAccepted ? "accepted" : "refused", entry.GetProperty("outcome").GetString());
        if (isAccepted && TypeOf(message) is "markdown" or "markdown_v2")
        {
            Assert.NotEqual(0, entry.GetProperty("nodes").GetArrayLength());
        }
    }

    [Theory]
    [MemberData(nameof(MarkdownNames))]
    public void Markdown_is_drawn_with_the_tags_of_the_page_and_addresses_of_the_web(string name)
    {
        var message = HostileMessages.All.Single(message => message.Name == name);
        var type = TypeOf(message)!;
        var nodes = MarkdownDrawing.Draw(type, JsonDocument.Parse(message.Body).RootElement.GetProperty(type).GetProperty("content").GetString()!);
        Assert.All(Elements(nodes), element =>
        {
            Assert.Contains((string)element["tag"]!, Tags);
            Assert.True(element["class"] is null || Classes.Contains((string)element["class"]!));
            Assert.All([element["href"], element["src"]], address => Assert.True(address is null || IsWebAddress((string)address!)));
        });
    }

    private static string? TypeOf(HostileMessage message)
    {
        using var json = JsonDocument.Parse(message.Body);
        return json.RootElement.GetProperty("msgtype").GetString();
    }

    private static bool IsWebAddress(string address) => new Uri(address).Scheme is "http" or "https";

    private static IEnumerable<JsonObject> Elements(JsonNode? nodes) =>
        nodes?.AsArray().OfType<JsonObject>().SelectMany(element => Elements(element["children"]).Prepend(element)) ?? [];
}
