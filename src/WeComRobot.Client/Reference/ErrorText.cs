using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;

namespace WeComRobot.Reference;

/// <summary>Explains an error as a log shows it: a code, an errmsg, the whole answer, or a line that contains one of them.</summary>
internal static class ErrorText
{
    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.Singleline;

    // {"errcode":93000, 'errcode' => 93000, errcode=93000, errcode 93000
    private static readonly Regex CodeField = new(@"errcode[""'\s:：=>]*(-?[0-9]+)", Options);

    // The message ends at the quote that began it, or else at the end
    private static readonly Regex MessageField = new(@"errmsg[""'\s]*(?:=>|[:：=])\s*(?:(?<quote>[""'])(?<text>.*?)\k<quote>|(?<text>.*))", Options);

    // JSON in JSON: \" and \u0027
    private static readonly Regex Escape = new(@"\\+(?:u00(2[27])|(?=[""']))", Options);

    /// <summary>
    /// Explains the text by the errcodes that it names, each once, and 0 only if it is the only one; else by the code in its link, or else
    /// by the longest known errmsg in it.
    /// </summary>
    public static IReadOnlyList<ErrorInfo> Explain(string text)
    {
        var line = Escape.Replace(text, escape => escape.Groups[1].Value switch { "22" => "\"", "27" => "'", _ => "" });
        return ExplainCodes(line) is { Length: > 0 } coded ? coded : [ExplainMessage(line)];
    }

    /// <summary>Finds the meanings of the errcodes in a text, or of a text that is nothing but an errcode.</summary>
    internal static ErrorInfo[] ExplainCodes(string text)
    {
        var named = CodeField.Matches(text).Cast<Match>().Select(field => field.Groups[1].Value).DefaultIfEmpty(text);
        int[] codes = [.. named.Select(ParseCode).OfType<int>().Distinct()];
        return [.. codes.Where(code => code != 0 || codes.Length == 1).Select(code => Explain(code, text))];
    }

    private static ErrorInfo ExplainMessage(string line)
    {
        var words = (MessageField.Match(line) is { Success: true } field ? field.Groups["text"].Value : line).Trim(' ', '\t', '\r', '\n', '"', '{', '}');
        return ServerMessage.Parse(line).LinkedCode is { } linked ? Explain(linked, line)
            : ErrorCodes.FindByMessage(words).FirstOrDefault() ?? Unknown(ServerMessage.Parse(words).Text);
    }

    // The errmsg decides between the two meanings of a code
    private static ErrorInfo Explain(int code, string text) => ErrorCodes.FindByMessage(text).FirstOrDefault(known => known.Code == code) ?? ErrorCodes.Explain(code, "");

    private static int? ParseCode(string number) => int.TryParse(number, NumberStyles.Integer, CultureInfo.InvariantCulture, out var code) ? code : null;

    private static ErrorInfo Unknown(string errmsg) => new()
    {
        IsKnown = false,
        ErrorMessage = [errmsg],
        Meaning = Strings.ErrorMessageUnknown,
        Remedy = Strings.ErrorMessageUnknownRemedy,
    };
}
