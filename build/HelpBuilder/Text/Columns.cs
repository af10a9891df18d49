using System.Collections.Generic;
using System.Text.RegularExpressions;

namespace WeComRobot.HelpBuilder.Text;

/// <summary>Measures and wraps text in terminal columns, of which a Chinese character takes two.</summary>
internal static class Columns
{
    /// <summary>The characters that are two columns wide, for a character class of a regular expression. Lines can break before and after each.</summary>
    public const string WideCharacters = @"\u1100-\u115F\u2E80-\u303E\u3041-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6";

    // Lines break neither before closing nor after opening punctuation
    private const string Closing = @"、。，．：；？！）】》」』〉〕\u201D\u2019\u2026,.;:!?)\]";
    private const string Opening = @"（【《「『〈〔\u201C\u2018(\[";

    private static readonly Regex Wide = new($"[{WideCharacters}]");
    private static readonly Regex Word = new($@"\s+|[{Opening}]*(?:[{WideCharacters}]|[^\s{WideCharacters}]+?(?=[{Opening}]*[{WideCharacters}\s]|$))[{Closing}]*");

    /// <summary>The width of a text. An emoji has two UTF-16 code units and is two columns wide.</summary>
    public static int Count(string text) => text.Length + Wide.Count(text);

    public static string Pad(string text, int columns) => text + new string(' ', columns - Count(text));

    /// <summary>Breaks a text into lines of at most <paramref name="width"/> columns. The lines after the first begin with <paramref name="hangingIndent"/>.</summary>
    public static IEnumerable<string> Wrap(string text, int width, string hangingIndent = "")
    {
        if (Count(text) <= width)
        {
            yield return text;
            yield break;
        }

        var (line, gap) = ("", "");
        foreach (Match word in Word.Matches(text))
        {
            if (string.IsNullOrWhiteSpace(word.Value))
            {
                gap = line.Length == 0 ? word.Value : " ";
                continue;
            }

            if (!string.IsNullOrWhiteSpace(line) && Count(line + gap + word.Value) > width)
            {
                yield return line;
                (line, gap) = (hangingIndent, "");
            }

            (line, gap) = (line + gap + word.Value, "");
        }

        yield return line;
    }
}
