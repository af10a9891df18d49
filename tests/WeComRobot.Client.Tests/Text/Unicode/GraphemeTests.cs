using System.Collections.Generic;
using System.Linq;
using WeComRobot.Client.Tests.Markdown.Splitting.Oracle;
using WeComRobot.Text;
using Xunit;

namespace WeComRobot.Client.Tests.Text.Unicode;

/// <summary>Where one character ends and the next begins is what Unicode says, and not what the .NET of this machine knows of it.</summary>
public class GraphemeTests
{
    private const string TableVersion = "15.0.0";

    [UnicodeFact]
    public void Boundaries_are_those_of_GraphemeBreakTest()
    {
        var wrong =
            from sample in UnicodeFile.GraphemeBreakTest()
            from index in Enumerable.Range(0, sample.Text.Length + 1)
            let isInPair = index > 0 && index < sample.Text.Length && char.IsSurrogatePair(sample.Text, index - 1)
            where TextElements.IsBoundary(sample.Text, index) == (isInPair || sample.Forbidden.Contains(index))
            select $"{Literal.Escape(sample.Text)} at {index}";
        Assert.Empty(wrong);
    }

    [UnicodeFact]
    public void Each_emoji_of_emoji_test_is_one_character() => Assert.Empty(
        from emoji in UnicodeFile.EmojiTest()
        from index in emoji.Forbidden
        where TextElements.IsBoundary(emoji.Text, index)
        select $"{emoji.Text} at {index}");

    /// <summary>A later file has more characters than the table, which is then no mistake.</summary>
    [UnicodeFact(TableVersion)]
    public void The_table_holds_all_of_Unicodes_properties()
    {
        string[] apart = ["CR", "LF"];
        var ofFile = UnicodeFile.Property(UnicodeFile.GraphemeBreakProperty).Where(p => !apart.Contains(p.Value))
            .Concat(UnicodeFile.Property("emoji/emoji-data.txt").Where(p => p.Value == "Extended_Pictographic"))
            .ToDictionary(p => p.CodePoint, p => p.Value);
        var wrong =
            from codePoint in Enumerable.Range(0, 0x110000)
            let value = ofFile.GetValueOrDefault(codePoint, "Other").Replace("_", "").Replace("Extended", "").ToUpperInvariant()
            let given = GraphemeTable.GetClass(codePoint) switch
            {
                // Of rule GB9c, which came with Unicode 15.1
                GraphemeClass.Linker => GraphemeClass.Extend,
                GraphemeClass.Consonant => GraphemeClass.Other,
                var other => other,
            }
            where codePoint is not ('\r' or '\n') && given.ToString().ToUpperInvariant() != value
            select $"U+{codePoint:X4} is {given}, not {value}";
        Assert.Empty(wrong.Take(10));
    }

    [Theory]
    [InlineData("क\u094Dत", 1, 2)]
    [InlineData("각", 1, 2)]
    [InlineData("🇨🇳🇩🇪", 2, 6)]
    [InlineData("㊗\uFE0F", 1)]
    [InlineData("\u0600a", 1)]
    [InlineData("🏴\U000E0067\U000E0062\U000E007F", 2, 4, 6)]
    public void Inside_a_character_is_no_boundary(string text, params int[] inside) =>
        Assert.All(inside.Where(i => i < text.Length), index => Assert.False(TextElements.IsBoundary(text, index)));
}
