using System.Globalization;
using System.Linq;
using System.Text;
using System.Text.Json;

namespace WeComRobot.Messages.Payloads;

/// <summary>Says where a text stops being JSON, and which common mistake it is.</summary>
internal static class JsonFault
{
    /// <param name="json">The text.</param>
    /// <param name="fault">The parser's line and byte in it, both from 0.</param>
    public static string Describe(string json, JsonException fault)
    {
        var place = Strings.PayloadNotJson.With(fault.LineNumber + 1, fault.BytePositionInLine + 1);
        return Slip(json, IndexOf(json, fault)) is { } slip ? place.Then(slip) : place;
    }

    private static int IndexOf(string json, JsonException fault)
    {
        var line = 0;
        for (var i = 0; i < fault.LineNumber; i++)
        {
            line = json.IndexOf('\n', line) + 1;
        }

        var index = line;
        for (var bytes = 0; bytes < fault.BytePositionInLine && index < json.Length; index++)
        {
            bytes += char.IsSurrogate(json[index]) ? 2 : Encoding.UTF8.GetByteCount([json[index]]);
        }

        return index;
    }

    private static string? Slip(string json, int index)
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
