using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;

namespace WeComRobot.Reference;

/// <summary>An error as a log shows it: a code, an errmsg, the whole answer, or a line that holds one of them.</summary>
internal static class ErrorText
{
    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.Singleline;

    // {"errcode":93000, 'errcode' => 93000, errcode=93000, errcode 93000
    private static readonly Regex CodeField = new(@"errcode[""'\s:：=>]*(-?[0-9]+)", Options);

    // In quotes to the same quote, else to the end
    private static readonly Regex MessageField = new(@"errmsg[""'\s]*(?:=>|[:：=])\s*(?:(?<quote>[""'])(?<text>.*?)\k<quote>|(?<text>.*))", Options);

    // JSON in JSON: \" and \u0027
    private static readonly Regex Escape = new(@"\\+(?:u00(2[27])|(?=[""']))", Options);

    /// <summary>
    /// What it means: by the errcodes that it names, each once, and 0 only alone; else by its link's code, else by the longest
    /// known errmsg in it.
    /// </summary>
    public static IReadOnlyList<ErrorInfo> Explain(string text)
    {
        var line = Escape.Replace(text, escape => escape.Groups[1].Value switch { "22" => "\"", "27" => "'", _ => "" });
        return ExplainCodes(line) is { Length: > 0 } coded ? coded : [OfWords(line)];
    }

    /// <summary>The meanings of the errcodes in a text, and of a text that is nothing but one.</summary>
    internal static ErrorInfo[] ExplainCodes(string text)
    {
        var named = CodeField.Matches(text).Cast<Match>().Select(field => field.Groups[1].Value).DefaultIfEmpty(text);
        int[] codes = [.. named.Select(CodeOf).OfType<int>().Distinct()];
        return [.. codes.Where(code => code != 0 || codes.Length == 1).Select(code => Explain(code, text))];
    }

    private static ErrorInfo OfWords(string line)
    {
        var words = (MessageField.Match(line) is { Success: true } field ? field.Groups["text"].Value : line).Trim(' ', '\t', '\r', '\n', '"', '{', '}');
        return ServerMessage.Parse(line).LinkedCode is { } linked ? Explain(linked, line)
            : ErrorCodes.In(words).FirstOrDefault() ?? Unknown(ServerMessage.Parse(words).Text);
    }

    // Of a code with two meanings the words choose
    private static ErrorInfo Explain(int code, string text) => ErrorCodes.In(text).FirstOrDefault(known => known.Code == code) ?? ErrorCodes.Explain(code, "");

    private static int? CodeOf(string number) => int.TryParse(number, NumberStyles.Integer, CultureInfo.InvariantCulture, out var code) ? code : null;

    private static ErrorInfo Unknown(string errmsg) => new()
    {
        IsKnown = false,
        ErrorMessage = [errmsg],
        Meaning = Strings.ErrorMessageUnknown,
        Remedy = Strings.ErrorMessageUnknownRemedy,
    };
}
