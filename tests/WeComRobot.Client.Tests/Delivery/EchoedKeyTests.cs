using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Threading.Tasks;
using WeComRobot.Simulator;
using Xunit;

namespace WeComRobot.Client.Tests.Delivery;

/// <summary>An answer that repeats the key shows it to nobody. FailAsync holds every text of the error against the key.</summary>
public class EchoedKeyTests
{
    [Fact]
    public async Task The_key_is_taken_out_of_a_page_wherever_the_excerpt_ends()
    {
        await using var robot = await SimulatedRobot.StartAsync();
        for (var before = 0; before <= 90; before += 3)
        {
            var page = new string('x', before) + Keys.First + " was not found here";
            await robot.FailAsync(new Fault { Body = page });
            await robot.FailAsync(new Fault { Status = 404, Body = page });
        }
    }

    /// <summary>KeySearchTests has all forms.</summary>
    [Fact]
    public async Task A_page_with_the_key_in_another_form_is_not_shown()
    {
        await using var robot = await SimulatedRobot.StartAsync();
        var written = string.Concat(Keys.First.Select(c => $"&#x{(int)c:x};"));
        var base64 = Convert.ToBase64String(Encoding.UTF8.GetBytes("key=" + Keys.First));
        foreach (var echo in (string[])[Keys.First.ToUpperInvariant(), Keys.First.Replace("-", "%2D"), written, base64])
        {
            foreach (var fault in (Fault[])
                [
                    new() { Body = $"<p>{echo}</p>" },
                    new() { Status = 404, Body = $"<p>{echo}</p>" },
                    new() { Status = 500, Body = "no", Headers = new Dictionary<string, string> { ["Content-Encoding"] = base64.TrimEnd('=') } },
                    new() { ErrCode = 93000, ErrMsg = $"no robot {echo}, hint: [{echo}]" },
                ])
            {
                var error = await robot.FailAsync(fault);
                Assert.Contains("***", error.Message);
                Assert.DoesNotContain(echo, error.ToString(), StringComparison.OrdinalIgnoreCase);
                Assert.DoesNotContain(echo, $"{error.Hint}{error.ServerMessage}", StringComparison.OrdinalIgnoreCase);
                Assert.DoesNotContain(base64[..20], error.ToString());
            }
        }
    }

    [Fact]
    public async Task The_key_is_taken_out_of_the_text_and_hint_of_an_errmsg()
    {
        await using var robot = await SimulatedRobot.StartAsync();
        var error = await robot.FailAsync(new Fault { ErrCode = 93000, ErrMsg = $"no robot {Keys.First}, hint: [1575627891_{Keys.First}]" });
        Assert.StartsWith("no robot ", error.ServerMessage);
        Assert.StartsWith("1575627891_", error.Hint);
    }

    [Fact]
    public async Task The_key_is_taken_out_of_a_warning()
    {
        await using var robot = await SimulatedRobot.StartAsync();
        robot.Server.Script(new Fault { ErrCode = 0, ErrMsg = $"Warning: wrong json format. /send?key={Keys.First}" });
        await robot.SendTextAsync();
        Keys.AssertAbsent(Assert.Single(robot.Observer.Warnings));
    }

    [Fact]
    public async Task Verbose_lines_name_the_robot_without_it()
    {
        await using var robot = await SimulatedRobot.StartAsync();
        await robot.SendTextAsync();
        var line = Assert.Single(robot.Observer.Verboses);
        Assert.Contains(robot.Address.ToString(), line);
        Keys.AssertAbsent(line);
    }
}
