using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;

namespace WeComRobot.Simulator.Tests.Live;

/// <summary>What holds for the list of probes itself, which strangers run against their groups.</summary>
public sealed class ProbeListTests
{
    private const string Mark = "[WeComRobot probe]";

    // Codes that the simulator answers but nobody can bring about safely with one robot
    private static readonly Dictionary<string, string> WithoutProbe = new()
    {
        ["SystemBusy"] = "only by a fault",
        ["Concurrency"] = "needs some 25 posts at once",
        ["ContentTooLarge"] = "needs a body over 20 MiB",
    };

    [Fact]
    public void Ids_are_unique() => Assert.Distinct(Probe.All.Select(probe => probe.Id));

    [Fact]
    public void Each_says_where_it_stands() => Assert.All(Probe.All, probe =>
    {
        Assert.Matches(@"^(group-robot-api|server-behaviour)\.md, \S", probe.Document);
        Assert.Contains(probe.Known, (string[])["documented", "seen", "same family", "inferred", "unknown"]);
    });

    // Also where the simulator refuses: the real service may take it
    [Fact]
    public void Each_message_that_has_a_text_is_marked_and_calls_nobody() => Assert.All(
        Probe.All.Where(probe => probe.Path == "send" && probe.Message is not null),
        probe =>
        {
            Assert.DoesNotContain("@all", probe.Text, StringComparison.Ordinal);
            var type = Regex.Match(probe.Text, @"""msgtype"": ""(\w+)""").Groups[1].Value;
            var hasNoText = type is "image" or "file" or "voice" or "video" || probe.ErrMsg == "empty content";
            Assert.True(hasNoText || probe.Text.Contains(Mark, StringComparison.Ordinal), "not marked");
        });

    [Fact]
    public void Media_ids_come_from_probes_before() => Assert.All(
        Probe.All.SelectMany((probe, index) => probe.Uploads.Select(upload => (probe, index, upload))),
        use => Assert.Equal(0, Probe.All.Take(use.index).Single(probe => probe.Id == use.upload).ErrCode));

    [Fact]
    public void Only_the_last_file_fills_the_rate_window()
    {
        var first = Probe.All.TakeWhile(probe => probe.After is null).Count();
        Assert.All(Probe.All.Skip(first), probe => Assert.NotNull(probe.After));
        Assert.DoesNotContain(Probe.All.Take(first), probe => probe.ErrCode == 45009);
    }

    [Fact]
    public void Each_code_that_the_simulator_answers_has_a_probe()
    {
        var codes = typeof(SimulatorServer).Assembly.GetType("WeComRobot.Simulator.Answers.ErrorCode")!.GetFields()
            .ToDictionary(field => field.Name, field => (int)field.GetRawConstantValue()!);
        var probed = Probe.All.Select(probe => probe.ErrCode).ToHashSet();
        Assert.Equal(WithoutProbe.Keys.Order(), codes.Where(code => !probed.Contains(code.Value)).Select(code => code.Key).Order());
    }
}
