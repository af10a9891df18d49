using System.Globalization;
using System.Linq;
using System.Text;
using System.Text.Json;

namespace WeComRobot.Messages.Payloads;

/// <summary>Explains why a string is not JSON: where the parser stopped, and the likely mistake.</summary>
internal static class JsonMistake
{
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
        if (index >= json.Length)
        {
            return Strings.JsonEnds.Then(Advice.Get(nameof(Strings.AdviseWholeFile)));
        }

        var found = json[index];
        var before = json.Substring(0, index).TrimEnd().LastOrDefault();
        return found switch
        {
            '\r' or '\n' or '\t' => Strings.JsonLineBreak,
            _ when index > 0 && json[index - 1] == '\\' => Strings.JsonBackslash,
            '\'' or '\u2018' or '\u2019' or '\u201C' or '\u201D' or '\uFF02' => Strings.JsonForeignQuote.With(found),
            '}' or ']' when before == ',' => Strings.JsonTrailingComma,
            '{' or ',' when before == '}' => Strings.JsonSeveral,
            '/' or '#' => Strings.JsonComment,
            '"' => Strings.JsonCommaMissing,
            _ when char.IsWhiteSpace(found) || char.GetUnicodeCategory(found) == UnicodeCategory.Format => Strings.JsonForeignBlank.With($"U+{(int)found:X4}"),
            _ when before == '"' && char.IsLetterOrDigit(found) => Strings.JsonQuoteInText,
            _ when char.IsLetter(found) => Strings.JsonUnquoted,
            _ => null,
        };
    }
}
