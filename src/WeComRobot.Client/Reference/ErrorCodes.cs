using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;

namespace WeComRobot.Reference;

/// <summary>
/// The errcodes that the documents know, from error-codes.json (service.md#error-codes,
/// service.md#group-chats).
/// </summary>
internal static class ErrorCodes
{
    // The one code with two meanings: an unknown key on uploads, too long a content on sends (service.md#error-codes)
    private const int InvalidParameter = 40058;
    private const int InvalidWebhook = 93000;
    private const string KeyMessage = "invalid param 'key'";
    private const string Word = "[0-9A-Za-z_]";

    private static readonly Lazy<ErrorCodeEntry[]> Entries = new(() => DataFile.Read("error-codes.json", ReferenceJsonContext.Default.ErrorCodeEntryArray));

    // One word alone, as "ok", stands in any text
    private static readonly Lazy<Regex> Messages = new(() => new(
        $"(?<!{Word})({string.Join("|", All.SelectMany(known => known.ErrorMessage).Select(text => (text.Contains(" ") ? "" : @"\A") + Regex.Escape(text)))})(?!{Word})",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase));

    /// <summary>All that are known; a code with two meanings twice.</summary>
    public static IReadOnlyList<ErrorInfo> All => [.. Entries.Value.SelectMany(entry => Find(entry.Code))];

    /// <summary>Every meaning of a code. One that the documents do not know is said to be unknown.</summary>
    public static IReadOnlyList<ErrorInfo> Find(int code) =>
        code == InvalidParameter ? [Explain(code, ""), Explain(code, KeyMessage)] : [Explain(code, "")];

    /// <summary>The meaning of a code with this errmsg. One that the documents do not know is said to be unknown.</summary>
    public static ErrorInfo Explain(int code, string errmsg) =>
        IsAboutKey(code, errmsg) ? Explain(InvalidWebhook, "") with { Code = code, ErrorMessage = [KeyMessage], Source = Known(code)!.Source }
        : Known(code) ?? new()
        {
            Code = code,
            IsKnown = false,
            Meaning = Strings.ErrorCodeUnknown,
            Remedy = Strings.ErrorCodeUnknownRemedy,
            Source = [ErrorCodeEntry.LookupOf(code)],
        };

    /// <summary>The meanings that belong to the known errmsgs in a text, that of the longest first.</summary>
    internal static IEnumerable<ErrorInfo> In(string text) => Messages.Value.Matches(text).Cast<Match>()
        .OrderByDescending(message => message.Length)
        .Select(message => All.First(known => known.ErrorMessage.Contains(message.Value, StringComparer.OrdinalIgnoreCase)));

    /// <summary>Whether an errcode says that the robot's key is unknown, which 40058 does in words only.</summary>
    internal static bool IsAboutKey(int code, string errmsg) => code == InvalidParameter && errmsg.Contains("'key'");

    private static ErrorInfo? Known(int code) => Array.Find(Entries.Value, entry => entry.Code == code)?.InUserLanguage;
}
