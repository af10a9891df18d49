using System.Globalization;
using System.Linq;
using System.Text;
using System.Text.Json;

namespace WeComRobot.Messages.Payloads;

/// <summary>Explains why a string is not JSON: where the parser stopped, and the likely mistake.</summary>
internal static class JsonMistake
{
    // What Chinese input methods write in place of the marks of JSON
    private const string ForeignMarks = "：，｛｝［］【】";
    private const string Marks = ":,{}[][]";
    private const char ByteOrderMark = '\uFEFF';
    private const char LeftQuote = '\u201C';
    private const char RightQuote = '\u201D';

    /// <param name="json">The string that is not JSON.</param>
    /// <param name="error">The parser's error, with the line and the byte, both from 0.</param>
    public static string Describe(string json, JsonException error)
    {
        var position = Strings.PayloadNotJson.With(error.LineNumber + 1, error.BytePositionInLine + 1);
        return FindMistake(json, FindIndex(json, error)) is { } mistake ? position.Then(mistake) : position;
    }

    private static int FindIndex(string json, JsonException error)
    {
        var lineStart = 0;
        for (var i = 0; i < error.LineNumber; i++)
        {
            lineStart = json.IndexOf('\n', lineStart) + 1;
        }

        var index = lineStart;
        for (var bytes = 0; bytes < error.BytePositionInLine && index < json.Length; index++)
        {
            bytes += char.IsSurrogate(json[index]) ? 2 : Encoding.UTF8.GetByteCount([json[index]]);
        }

        return index;
    }

    private static string? FindMistake(string json, int index)
    {
        var before = json.Substring(0, index);
        if (before.Count(c => c == LeftQuote) is var left && before.Count(c => c == RightQuote) is var right && left != right)
        {
            return Strings.JsonForeignQuote.With(left > right ? LeftQuote : RightQuote);
        }

        if (index >= json.Length)
        {
            return json.Trim().Length == 0 ? Strings.JsonEmpty : Strings.JsonEnds.Then(Advice.Get(nameof(Strings.AdviseWholeFile)));
        }

        return FindMistake(json[index], before, isFirst: index == 0);
    }

    private static string? FindMistake(char found, string text, bool isFirst)
    {
        var before = text.TrimEnd().LastOrDefault();
        return found switch
        {
            '\r' or '\n' or '\t' => Strings.JsonLineBreak,
            _ when text.EndsWith("\\", System.StringComparison.Ordinal) => Strings.JsonBackslash,
            '\'' or '\u2018' or '\u2019' or LeftQuote or RightQuote or '\uFF02' => Strings.JsonForeignQuote.With(found),
            '}' or ']' when before == ',' => Strings.JsonTrailingComma,
            '{' when before == '}' && IsWithinObject(text) => Strings.JsonCommaMissing,
            '{' or ',' when before == '}' => Strings.JsonSeveral,
            '/' or '#' => Strings.JsonComment,
            '"' => Strings.JsonCommaMissing,
            ByteOrderMark when isFirst => Strings.JsonByteOrderMark,
            _ when ForeignMarks.IndexOf(found) is >= 0 and var mark => Strings.JsonForeignMark.With(found, Marks[mark]),
            _ when char.GetUnicodeCategory(found) == UnicodeCategory.Format => Strings.JsonInvisible.With($"U+{(int)found:X4}"),
            _ when char.IsWhiteSpace(found) => Strings.JsonForeignBlank.With($"U+{(int)found:X4}"),
            _ when before == '"' && char.IsLetterOrDigit(found) => Strings.JsonQuoteInText,
            _ when char.IsLetter(found) => Strings.JsonUnquoted,
            _ => null,
        };
    }

    /// <summary>Whether an object or list is open after a text. Brackets within strings count, too, but those are few.</summary>
    private static bool IsWithinObject(string text) => text.Count(c => c is '{' or '[') > text.Count(c => c is '}' or ']');
}
