using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;

namespace WeComRobot.Simulator.Tests.Live;

/// <summary>The rules for the list of probes, which other people run against their own groups.</summary>
public sealed class ProbeListTests
{
    private const string Mark = "[WeComRobot probe]";

    // Codes that the simulator can return, but that a probe of one robot cannot provoke safely
    private static readonly Dictionary<string, string> WithoutProbe = new()
    {
        ["SystemBusy"] = "is returned by a fault only",
        ["Concurrency"] = "needs about 25 parallel posts",
        ["ContentTooLarge"] = "needs a body over 20 MiB",
    };

    // What errmsg begins with (service.md#error-codes); the official page has ok alone
    private static readonly (int Code, string Text)[] DocumentedTexts =
    [
        (0, "ok"), (93000, "invalid webhook url"), (40007, "invalid media_id"), (40008, "invalid message type"), (40058, "invalid param 'key'"),
        (40058, "markdown.content exceed max length 4096"), (40058, "markdown_v2.content exceed max length 4096"),
        (44001, "empty media data"), (44004, "empty content"), (45009, "api freq out of limit"), (301019, "media md5 not match"),
    ];

    // In the code table, and never reported from a robot's endpoint (service.md#other-codes)
    private static readonly int[] OfficialTable =
    [
        93004, 93008, 40004, 40005, 40006, 40009, 40033, 40063, 41010, 41016, 45001, 45002, 45007, 45008, 301016, 301017,
        42027, 42028, 42029, 42030, 42031, 42033, 42035, 42036, 42042, 42044, 42045, 42050,
    ];

    [Fact]
    public void Ids_are_unique() => Assert.Distinct(Probe.All.Select(probe => probe.Id));

    [Fact]
    public void Each_probe_names_its_source() => Assert.All(Probe.All, probe =>
    {
        Assert.Matches(@"^service\.md#[a-z0-9-]+$", probe.Document);
        Assert.Contains(probe.Known, (string[])["documented", "official table", "seen", "same family", "inferred", "unknown"]);
    });

    // The official page states no code but 0, and none of the official table was observed on this endpoint
    [Fact]
    public void No_probe_claims_more_certainty_than_its_source_gives() => Assert.All(Probe.All, probe =>
    {
        Assert.True(probe.Known != "documented" || probe.ErrCode == 0);
        Assert.True(probe.Known != "official table" || OfficialTable.Contains(probe.ErrCode));
        Assert.True(probe.Known != "seen" || !OfficialTable.Contains(probe.ErrCode));
    });

    [Fact]
    public void Only_documented_texts_are_expected_of_the_service() => Assert.All(Probe.All, probe =>
    {
        var isDocumented = DocumentedTexts.Contains((probe.ErrCode, probe.ErrorText));
        Assert.Equal((isDocumented, !isDocumented), (probe.ErrMsg is not null, probe.SimulatorErrMsg is not null));
    });

    // This includes messages that the simulator refuses, as the real service may accept them
    [Fact]
    public void Each_message_with_a_text_is_marked_and_mentions_nobody() => Assert.All(
        Probe.All.Where(probe => probe.Path == "send" && probe.Message is not null),
        probe =>
        {
            Assert.DoesNotContain("@all", probe.Text, StringComparison.Ordinal);
            var type = Regex.Match(probe.Text, @"""msgtype"": ""(\w+)""").Groups[1].Value;
            var hasNoText = type is "image" or "file" or "voice" or "video" || probe.ErrorText == "empty content";
            Assert.True(hasNoText || probe.Text.Contains(Mark, StringComparison.Ordinal), "not marked");
        });

    [Fact]
    public void Media_ids_come_from_earlier_probes() => Assert.All(
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
    public void Each_code_that_the_simulator_returns_has_a_probe()
    {
        var codes = typeof(SimulatorServer).Assembly.GetType("WeComRobot.Simulator.Responses.ErrorCode")!.GetFields()
            .ToDictionary(field => field.Name, field => (int)field.GetRawConstantValue()!);
        var probed = Probe.All.Select(probe => probe.ErrCode).ToHashSet();
        Assert.Equal(WithoutProbe.Keys.Order(), codes.Where(code => !probed.Contains(code.Value)).Select(code => code.Key).Order());
    }
}
