using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;
using WeComRobot.Simulator.Responses;

namespace WeComRobot.Simulator.Tests.Page;

/// <summary>The texts of the page in both languages.</summary>
public sealed partial class TextTests
{
    private static readonly Assembly Simulator = typeof(SimulatorServer).Assembly;
    private static readonly Dictionary<string, string> Chinese = Read("zh");
    private static readonly Dictionary<string, string> English = Read("en");

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
    public void Every_errcode_that_the_simulator_returns_has_its_rule()
    {
        var codes = typeof(ErrorCode).GetFields().Select(field => (int)field.GetRawConstantValue()!).Where(code => code != ErrorCode.Ok).ToArray();
        Assert.NotEmpty(codes);
        Assert.All(codes, code => Assert.Contains($"rule.{code}", Chinese));
    }

    [Fact]
    public void Every_text_that_the_page_asks_for_is_there()
    {
        var keys = Simulator.GetManifestResourceNames().Where(name => name.StartsWith("Page/", StringComparison.Ordinal))
            .SelectMany(name => Key().Matches(ReadText(name))).Select(match => match.Groups[1].Value).Where(key => key != "lang").ToArray();
        Assert.NotEmpty(keys);
        Assert.All(keys, key => Assert.Contains(key, Chinese));
    }

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

    [GeneratedRegex(@"(?:\bsay\(\s*'|\{\{)([\w.]+)(?:'|\}\})")]
    private static partial Regex Key();
}
