using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;
using WeComRobot.Simulator.Responses;
using WeComRobot.Simulator.Rules;

namespace WeComRobot.Simulator.Tests.Page;

/// <summary>The texts of the page in both languages.</summary>
public sealed partial class TextTests
{
    private static readonly Assembly Simulator = typeof(SimulatorServer).Assembly;
    private static readonly Dictionary<string, string> Chinese = Read("zh");
    private static readonly Dictionary<string, string> English = Read("en");

    // What the page makes keys of when it runs: how they begin, and their ends
    private static readonly Dictionary<string, string[]> Made = new()
    {
        ["chat.type."] = [.. MessageRules.Types, "upload"],
        ["chat.unit."] = ["bytes", "items", "seconds"],
        ["view."] = ["theme", "theme.auto", "theme.light", "theme.dark", "client", "client.new", "client.old", "client.wechat"],
    };

    [Fact]
    public void Both_languages_have_the_same_keys_in_the_same_order() => Assert.Equal(Chinese.Keys, English.Keys);

    [Fact]
    public void No_text_is_empty() => Assert.DoesNotContain(Chinese.Concat(English), text => string.IsNullOrWhiteSpace(text.Value));

    [Fact]
    public void What_is_not_Chinese_is_a_name_that_both_languages_have() =>
        Assert.All(Chinese.Where(text => !Han().IsMatch(text.Value)), text => Assert.Equal(text.Value, English[text.Key]));

    [Fact]
    public void No_English_text_is_Chinese() => Assert.DoesNotContain(English, text => Han().IsMatch(text.Value));

    [Fact]
    public void Both_languages_have_places_for_the_same_values() => Assert.All(Chinese, text => Assert.Equal(Places(text.Value), Places(English[text.Key])));

    [Fact]
    public void Every_text_that_is_asked_for_is_there() => Assert.Empty(Asked().Except(Chinese.Keys));

    [Fact]
    public void Every_text_that_is_there_is_asked_for() => Assert.Empty(Chinese.Keys.Except(Asked()));

    [Fact]
    public void Keys_that_the_page_makes_are_listed() => Assert.Equal(Made.Keys.Order(), Keys().Where(key => key.IsMade).Select(key => key.Text).Distinct().Order());

    /// <summary>The keys of the page, and those of what the simulator says on it.</summary>
    private static IEnumerable<string> Asked() =>
    [
        .. Keys().Where(key => !key.IsMade).Select(key => key.Text),
        .. Made.SelectMany(made => made.Value.Select(end => made.Key + end)),
        .. Codes().Select(code => $"rule.{code}"),
        .. Gallery(),
        .. Enum.GetNames<BodyMistakeKind>().Select(kind => $"rule.body.{kind}"),
        "rule.tooLong", "rule.kind.String", "rule.kind.Number", "rule.kind.Object", "rule.kind.Array", "rule.integer", "rule.decimal",
        "rule.noContent", "rule.noArticle", "rule.imageData",
        "remedy.fixed", "remedy.inParts", "remedy.noJson", "remedy.encoding", "remedy.44001", "remedy.45009", "remedy.45033", "remedy.93000",
        "warning.lostCharacters",
        "fault.delay", "fault.cutBefore", "fault.cutAfter", "fault.drip",
    ];

    // A wrong parameter is told by another rule than that of its errcode: its length, its kind, its range or, for the key of an upload, 93000
    private static IEnumerable<int> Codes() =>
        typeof(ErrorCode).GetFields().Select(field => (int)field.GetRawConstantValue()!).Except([ErrorCode.Ok, ErrorCode.InvalidParameter]);

    private static IEnumerable<string> Gallery() =>
        Names("Gallery/").Where(name => name.EndsWith(".zh.json", StringComparison.Ordinal)).Select(name => $"gallery.{name["Gallery/".Length..^".zh.json".Length]}");

    /// <summary>The keys in the files of the page: whole ones, and the beginnings of those that it makes.</summary>
    private static IEnumerable<(string Text, bool IsMade)> Keys() =>
        Names("Page/").SelectMany(name => Key().Matches(ReadText(name))).Select(match => (match.Groups["key"].Value, match.Groups["made"].Success));

    private static IEnumerable<string> Names(string folder) =>
        Simulator.GetManifestResourceNames().Where(name => name.StartsWith(folder, StringComparison.Ordinal));

    private static IEnumerable<string> Places(string text) => Place().Matches(text).Select(match => match.Value).Distinct().Order();

    private static Dictionary<string, string> Read(string language) =>
        JsonSerializer.Deserialize<Dictionary<string, string>>(ReadText($"Texts/{language}.json"))!;

    private static string ReadText(string resource)
    {
        using var reader = new StreamReader(Simulator.GetManifestResourceStream(resource)!);
        return reader.ReadToEnd();
    }

    [GeneratedRegex(@"\p{IsCJKUnifiedIdeographs}")]
    private static partial Regex Han();

    [GeneratedRegex(@"\{\d\}")]
    private static partial Regex Place();

    [GeneratedRegex("""(?:\bsay\(\s*['`]|['`](?=(?:chat|composer|view)\.)|\{\{)(?!lang\b)(?<key>[\w.]+)(?<made>\$\{)?""")]
    private static partial Regex Key();
}
