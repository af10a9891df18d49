using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using WeComRobot.Client.Tests.Markdown.Splitting;

namespace WeComRobot.Client.Tests.Text.Unicode;

/// <summary>A text, and the indexes within it at which Unicode's test files forbid a cut.</summary>
internal sealed record UnbrokenText(string Text, IReadOnlyList<int> Forbidden);

/// <summary>The files that Unicode publishes, as Debian's unicode-data lays them down.</summary>
internal static class UnicodeFile
{
    public const string Folder = "/usr/share/unicode";

    public const string GraphemeBreakProperty = "auxiliary/GraphemeBreakProperty.txt";

    /// <summary>Its lines without comments and blank ones.</summary>
    public static IEnumerable<string> Lines(string name) =>
        File.ReadLines(Path.Combine(Folder, name)).Select(line => line.Split('#')[0].Trim()).Where(line => line.Length > 0);

    /// <summary>The version that the file's first line names.</summary>
    public static string Version(string name) => File.ReadLines(Path.Combine(Folder, name)).First().Split('-')[^1].Replace(".txt", "");

    /// <summary>GraphemeBreakTest.txt: code points, with × between those that belong together and ÷ between the others.</summary>
    public static IEnumerable<UnbrokenText> GraphemeBreakTest() => Lines("auxiliary/GraphemeBreakTest.txt").Select(line =>
    {
        var words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var (text, forbidden) = ("", new List<int>());
        for (var i = 1; i < words.Length; i += 2)
        {
            if (words[i - 1] == "×")
            {
                forbidden.Add(text.Length);
            }

            text += CodePoint(words[i]);
        }

        return new UnbrokenText(text, forbidden);
    });

    /// <summary>emoji-test.txt: each line is the code points of one emoji.</summary>
    public static IEnumerable<UnbrokenText> EmojiTest() => Lines("emoji/emoji-test.txt").Select(line =>
    {
        var text = string.Concat(line.Split(';')[0].Trim().Split(' ').Select(CodePoint));
        return new UnbrokenText(text, [.. Enumerable.Range(1, text.Length - 1)]);
    });

    /// <summary>The code points of a property file's lines with this value.</summary>
    public static IEnumerable<(int CodePoint, string Value)> Property(string name) => Lines(name).SelectMany(line =>
    {
        var fields = line.Split(';', StringSplitOptions.TrimEntries);
        var ends = fields[0].Split("..").Select(Hex).ToArray();
        return Enumerable.Range(ends[0], ends[^1] - ends[0] + 1).Select(codePoint => (codePoint, fields[1]));
    });

    private static string CodePoint(string hex) => char.ConvertFromUtf32(Hex(hex));

    private static int Hex(string hex) => int.Parse(hex, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
}
