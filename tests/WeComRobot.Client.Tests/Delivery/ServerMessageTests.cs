using System;
using System.Linq;
using System.Threading.Tasks;
using WeComRobot.Simulator;
using Xunit;

namespace WeComRobot.Client.Tests.Delivery;

/// <summary>errmsg: <c>text[, hint: [id]][, from ip: ip][, more info at url?e=code]</c>, each part missing or empty on its own.</summary>
public class ServerMessageTests
{
    private const string Text = "invalid webhook url";
    private const string Hint = "1575627891_2_8f3a2b1c";
    private const string Ip = "203.0.113.7";
    private const string Link = "https://open.work.weixin.qq.com/devtool/query?e=93000";

    private static readonly DateTimeOffset HintTime = DateTimeOffset.FromUnixTimeSeconds(1575627891);

    public static TheoryData<string, bool> Variants
    {
        get
        {
            string[] hints = ["", ", hint: []", $", hint: [{Hint}]"];
            string[] ips = ["", ", from ip: ", $", from ip: {Ip}", ", from ip: 2001:db8::7"];
            string[] links = ["", ", more info at ", $", more info at {Link}"];
            var data = new TheoryData<string, bool>();
            foreach (var (hint, ip, link) in hints.SelectMany(h => ips.SelectMany(i => links.Select(l => (h, i, l)))))
            {
                data.Add(Text + hint + ip + link, hint.Contains(Hint));
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Variants))]
    public async Task The_text_is_separated_from_what_follows_it(string errmsg, bool hasHint)
    {
        await using var robot = await SimulatedRobot.StartAsync();
        var error = await robot.FailAsync(new Fault { ErrCode = 93000, ErrMsg = errmsg });
        Assert.Equal(Text, error.ServerMessage);
        Assert.Equal(hasHint ? Hint : null, error.Hint);
        Assert.Equal(hasHint ? HintTime : null, error.ServerTime);
        Assert.All([Ip, "2001:db8", "open.work.weixin.qq.com", "hint:"], part => Assert.DoesNotContain(part, error.Message));
    }

    [Fact]
    public async Task The_simulators_long_form_is_taken_apart()
    {
        await using var robot = await SimulatedRobot.StartAsync(serverTime: new VirtualTime(HintTime));
        var error = await robot.FailAsync(new Fault { ErrCode = 45009 });
        Assert.Equal("api freq out of limit", error.ServerMessage);
        Assert.Equal(HintTime, error.ServerTime);
        Assert.StartsWith("1575627891", error.Hint);
        Assert.DoesNotContain("from ip", error.ToString());
    }

    [Theory]
    [InlineData("param invalid, see the document", "param invalid, see the document")]
    [InlineData("a [b], c: d at e, hint: [1575627891_x]", "a [b], c: d at e")]
    [InlineData("内容过长", "内容过长")]
    public async Task A_text_may_have_commas_and_brackets_of_its_own(string errmsg, string text)
    {
        await using var robot = await SimulatedRobot.StartAsync();
        Assert.Equal(text, (await robot.FailAsync(new Fault { ErrCode = 40058, ErrMsg = errmsg })).ServerMessage);
    }

    [Theory]
    [InlineData("abc")]
    [InlineData("123456789")]
    [InlineData("x1575627891")]
    public async Task A_hint_that_is_no_time_is_a_hint_all_the_same(string hint)
    {
        await using var robot = await SimulatedRobot.StartAsync();
        var error = await robot.FailAsync(new Fault { ErrCode = 93000, ErrMsg = $"{Text}, hint: [{hint}]" });
        Assert.Equal((hint, null), (error.Hint, error.ServerTime));
    }

    [Theory]
    [InlineData("""{"errcode":44004}""")]
    [InlineData("""{"errcode":44004,"errmsg":null}""")]
    [InlineData("""{"errcode":44004,"errmsg":""}""")]
    public async Task Without_words_of_the_service_the_meaning_stands_alone(string body)
    {
        await using var robot = await SimulatedRobot.StartAsync();
        var error = await robot.FailAsync(new Fault { Body = body });
        Assert.Equal(44004, error.ErrorCode);
        Assert.Contains("empty", error.Message);
        Assert.DoesNotContain(": .", error.Message);
    }

    [Fact]
    public async Task A_delivery_with_a_warning_is_a_delivery()
    {
        await using var robot = await SimulatedRobot.StartAsync();
        robot.Server.Script(new Fault
        {
            ErrCode = 0,
            ErrMsg = $"Warning: wrong json format. , hint: [{Hint}], from ip: {Ip}, more info at {Link}",
            Accept = true,
        });
        Assert.Equal("text", (await robot.SendTextAsync()).MessageType);
        var warning = Assert.Single(robot.Observer.Warnings);
        Assert.Contains("wrong json format", warning);
        Assert.DoesNotContain(Ip, warning);
        Assert.Equal(1, robot.Server.RequestCount);
    }

    [Fact]
    public async Task What_could_colour_a_terminal_is_taken_out()
    {
        await using var robot = await SimulatedRobot.StartAsync();
        var error = await robot.FailAsync(new Fault { ErrCode = 40008, ErrMsg = "invalid \u001b[31mmessage\r\ntype, from ip: 9.9.9.9, hint: [1700000000123]" });
        Assert.Equal("invalid  [31mmessage type", error.ServerMessage);
        Assert.Equal("1700000000123", error.Hint);
        Assert.DoesNotContain("9.9.9.9", error.Message);
    }
}
