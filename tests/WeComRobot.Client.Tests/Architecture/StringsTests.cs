using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Xunit;

namespace WeComRobot.Client.Tests.Architecture;

/// <summary>Strings.resx holds what users read, and nothing else.</summary>
public class StringsTests
{
    private static IEnumerable<XElement> Entries =>
        new[] { ClientSource.Folder, ClientSource.RedisFolder }
            .SelectMany(folder => XDocument.Load(Path.Combine(folder, "Strings.resx")).Root!.Elements("data"));

    [Fact]
    public void Every_string_is_used_in_the_source()
    {
        var used = ClientSource.Files
            .SelectMany(file => Regex.Matches(file.Text, @"\bStrings\.(\w+)"))
            .Select(match => match.Groups[1].Value)
            .ToHashSet();
        Assert.All(Entries, entry => Assert.Contains(entry.Attribute("name")!.Value, used));
    }

    [Fact]
    public void No_two_strings_say_the_same() => Assert.Distinct(Entries.Select(entry => entry.Element("value")!.Value));

    [Fact]
    public void Placeholders_count_from_0_without_a_gap() => Assert.All(Entries, entry =>
    {
        var numbers = Regex.Matches(entry.Element("value")!.Value, @"\{(\d)").Select(m => m.Groups[1].Value[0] - '0').Distinct().Order();
        Assert.Equal(Enumerable.Range(0, numbers.Count()), numbers);
    });
}
