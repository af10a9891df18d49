using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace WeComRobot.Robots;

/// <summary>
/// Finds a key in a foreign text, however it is written there: in another case, escaped or encoded, even several times over, or broken
/// up by markup, blanks or invisible characters. It decodes the text in every way it knows and looks for pieces of the key in each
/// result. A decoding that does not apply finds nothing and does no harm.
/// </summary>
internal sealed class KeySearch
{
    /// <summary>A key's first group has 8 characters; no such piece of a key appears by chance.</summary>
    private const int PieceLength = 8;

    /// <summary>How many encodings may be nested.</summary>
    private const int MaxDepth = 3;

    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.IgnoreCase;

    private static readonly Regex Escape = new(
        @"[%=](?<hex>[0-9a-f]{2})|(?:%u|\\u|U\+)(?<hex>[0-9a-f]{4})|(?:\\|0)x(?<hex>[0-9a-f]{2}),?|(?:&\#x|\\u\{)0*(?<hex>[0-9a-f]{1,6})[;}]?"
        + @"|&\#0*(?<decimal>[0-9]{1,7});?|\\0?(?<octal>[0-7]{3})|\\[bfnrtv]",
        Options);

    private static readonly Regex Markup = new(@"<[^<>]*>|&[a-z]+;|\x1B\[[0-9;]*[a-z]", Options);
    private static readonly Regex Numbers = new(@"\b[0-9]{2,3}\b", RegexOptions.CultureInvariant);
    private static readonly Regex Base64 = new($"[A-Za-z0-9+/]{{{PieceLength * 4 / 3},}}", RegexOptions.CultureInvariant);

    private readonly string[] _pieces;

    public KeySearch(string key)
    {
        var letters = ExtractLetters(key);
        var length = Math.Min(PieceLength, letters.Length);
        _pieces = length == 0 ? [key] : [.. Enumerable.Range(0, letters.Length - length + 1).Select(start => letters.Substring(start, length))];
    }

    /// <summary>Whether the text contains the key, or so much of it that the text must not be shown.</summary>
    public bool Finds(string text) => Finds(RemoveInvisible(text), MaxDepth);

    private bool Finds(string text, int depth)
    {
        var letters = ExtractLetters(text);
        return Array.Exists(_pieces, piece => letters.IndexOf(piece, StringComparison.Ordinal) >= 0)
            || (depth > 0 && Decode(text).Select(RemoveInvisible).Where(decoded => decoded != text).Any(decoded => Finds(decoded, depth - 1)));
    }

    /// <summary>The text decoded in every way that is known.</summary>
    private static IEnumerable<string> Decode(string text)
    {
        yield return Escape.Replace(WebUtility.HtmlDecode(text), Unescape);
        yield return Markup.Replace(text, "");
        var runs = Base64.Matches(text.Replace('-', '+').Replace('_', '/')).Cast<Match>().Select(match => match.Value).ToArray();
        for (var offset = 0; offset < 4 && runs.Length > 0; offset++)
        {
            yield return string.Join(" ", runs.Select(run => DecodeBase64(run, offset)));
        }

        var numbers = Numbers.Matches(text).Cast<Match>().Select(match => int.Parse(match.Value, CultureInfo.InvariantCulture)).ToArray();
        if (numbers.Length >= PieceLength)
        {
            yield return new(numbers.Select(number => (char)number).ToArray());
        }

        var digits = new string(text.Where(IsHexDigit).ToArray());
        for (var offset = 0; offset < 2 && digits.Length >= 2 * PieceLength; offset++)
        {
            yield return DecodeHex(digits, offset);
        }
    }

    /// <summary>The letters and digits of a text alone, in lower case; full-width forms count as the same characters.</summary>
    private static string ExtractLetters(string text)
    {
        var letters = new StringBuilder(text.Length);
        foreach (var any in text)
        {
            var c = any is >= '\uFF01' and <= '\uFF5E' ? (char)(any - 0xFEE0) : any;
            if (c is (>= '0' and <= '9') or (>= 'a' and <= 'z') or (>= 'A' and <= 'Z'))
            {
                letters.Append(char.ToLowerInvariant(c));
            }
        }

        return letters.ToString();
    }

    private static string Unescape(Match match)
    {
        var code = match.Groups["hex"] is { Success: true } hex ? int.Parse(hex.Value, NumberStyles.HexNumber, CultureInfo.InvariantCulture)
            : match.Groups["octal"] is { Success: true } octal ? Convert.ToInt32(octal.Value, 8)
            : match.Groups["decimal"] is { Success: true } number ? int.Parse(number.Value, CultureInfo.InvariantCulture)
            : ' ';
        return code <= char.MaxValue ? ((char)code).ToString() : " ";
    }

    /// <summary>The text without characters that do not show, such as the zero bytes of UTF-16 that was read as ASCII.</summary>
    private static string RemoveInvisible(string text) => new(text.Where(c =>
        c == '\x1B' || !(char.IsWhiteSpace(c) || char.IsControl(c) || char.GetUnicodeCategory(c) == UnicodeCategory.Format)).ToArray());

    private static string DecodeBase64(string run, int offset) => run.Length - offset < 4
        ? ""
        : ToCharacters(Convert.FromBase64String(run.Substring(offset, (run.Length - offset) / 4 * 4)));

    private static string DecodeHex(string digits, int offset) => ToCharacters(
        Enumerable.Range(0, (digits.Length - offset) / 2).Select(i => Convert.ToByte(digits.Substring(offset + (2 * i), 2), 16)));

    private static string ToCharacters(IEnumerable<byte> bytes) => new(bytes.Select(b => (char)b).ToArray());

    private static bool IsHexDigit(char c) => c is (>= '0' and <= '9') or (>= 'a' and <= 'f') or (>= 'A' and <= 'F');
}
