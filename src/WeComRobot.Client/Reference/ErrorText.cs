using System;
using System.Globalization;
using System.Text.RegularExpressions;

namespace WeComRobot.Reference;

/// <summary>An error as a log shows it: a code, an errmsg, the whole answer, an error id, or a line that holds one of them.</summary>
public static class ErrorText
{
    // {"errcode":93000, {'errcode': 93000, errcode=93000, errcode 93000
    private static readonly Regex CodeField = new(@"errcode[""'\s:=]*(-?\d+)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase);

    private static readonly Regex MessageField = new(@"errmsg[""'\s:=]*", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase);

    /// <summary>What it means: by the errcode that it names, else by its link's, else by the longest known beginning of its errmsg.</summary>
    public static ErrorInfo Explain(string text)
    {
        var errmsg = MessageField.Match(text) is { Success: true } field ? text.Substring(field.Index + field.Length) : text;
        var message = ServerMessage.Parse(errmsg.Trim());
        return CodeOf(text) is { } code ? ErrorCodes.Of(code, message.Text)
            : message.LinkedCode is { } linked ? ErrorCodes.Of(linked, message.Text)
            : ErrorIds.Find(text) ?? ErrorCodes.OfBeginning(message.Text) ?? Unknown(message.Text);
    }

    private static int? CodeOf(string text) =>
        int.TryParse(CodeField.Match(text) is { Success: true } field ? field.Groups[1].Value : text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var code)
            ? code
            : null;

    private static ErrorInfo Unknown(string errmsg) => new()
    {
        IsKnown = false,
        ErrorMessage = [errmsg],
        Meaning = Strings.ErrorMessageUnknown,
        Remedy = Strings.ErrorMessageUnknownRemedy,
    };
}
