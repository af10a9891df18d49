using System.Collections.Generic;
using System.Text.RegularExpressions;

namespace WeComRobot.HelpBuilder.Text;

/// <summary>Text in a terminal, where a Chinese character takes two columns.</summary>
internal static class Columns
{
    /// <summary>Characters of two columns, for a class of a regular expression; a line may be broken beside each of them.</summary>
    public const string WideCharacters = @"\u1100-\u115F\u2E80-\u303E\u3041-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6";

    // No line is broken before the closing marks, nor after the opening ones
    private const string Closing = @"、。，．：；？！）】》」』〉〕\u201D\u2019\u2026,.;:!?)\]";
    private const string Opening = @"（【《「『〈〔\u201C\u2018(\[";

    private static readonly Regex Wide = new($"[{WideCharacters}]");
    private static readonly Regex Word = new($@"\s+|[{Opening}]*(?:[{WideCharacters}]|[^\s{WideCharacters}]+?(?=[{Opening}]*[{WideCharacters}\s]|$))[{Closing}]*");

    /// <summary>The columns that a text takes; an emoji is two code units and two columns.</summary>
    public static int Count(string text) => text.Length + Wide.Count(text);

    public static string Pad(string text, int columns) => text + new string(' ', columns - Count(text));

    /// <summary>Lines of at most <paramref name="width"/> columns; those after the first begin with <paramref name="hang"/>.</summary>
    public static IEnumerable<string> Wrap(string text, int width, string hang = "")
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
                (line, gap) = (hang, "");
            }

            (line, gap) = (line + gap + word.Value, "");
        }

        yield return line;
    }
}
