using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Xunit;

namespace WeComRobot.Contract.Tests;

/// <summary>The texts that users read are there in English and Chinese, with the same values filled in.</summary>
public sealed class TranslatedStringTests
{
    // What is no text for users, only punctuation, or the service's own word
    private static readonly string[] NoText = ["Language", "AlertLine", "MediaId"];

    public static TheoryData<string> Files => ["WeComRobot.Client/Strings", "WeComRobot.Redis/Strings", "WeComRobot/CommandStrings", "WeComRobot/Views/Labels", "WeComRobot.Simulator.App/Scripts/ScriptStrings"];

    [Theory]
    [MemberData(nameof(Files))]
    public void Chinese_has_the_same_strings(string file) => Assert.Equal(Read(file).Keys, Read(file + ".zh-Hans").Keys);

    [Theory]
    [MemberData(nameof(Files))]
    public void Chinese_fills_in_the_same_values(string file)
    {
        var chinese = Read(file + ".zh-Hans");

        Assert.All(Read(file), entry => Assert.Equal(Placeholders(entry.Value), Placeholders(chinese[entry.Key])));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Nothing_is_left_in_English(string file) =>
        Assert.All(Read(file + ".zh-Hans").Where(e => !NoText.Contains(e.Key)), entry => Assert.Matches(@"\p{IsCJKUnifiedIdeographs}", entry.Value));

    [Theory]
    [MemberData(nameof(Files))]
    public void Chinese_ends_a_sentence_where_English_does(string file)
    {
        var chinese = Read(file + ".zh-Hans");

        Assert.All(Read(file), entry => Assert.Equal(entry.Value.EndsWith('.'), chinese[entry.Key].EndsWith('。')));
    }

    private static string[] Placeholders(string text) => [.. Regex.Matches(text, @"(?<!\{)\{\d(:[^}]+)?\}").Select(m => m.Value).Order()];

    private static Dictionary<string, string> Read(string file) =>
        XDocument.Load(Path.Combine(Repository.Root, "src", file + ".resx")).Root!.Elements("data")
            .ToDictionary(e => e.Attribute("name")!.Value, e => e.Element("value")!.Value);
}
