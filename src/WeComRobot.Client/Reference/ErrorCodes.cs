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

    // A single word, such as "ok", must be at the start, because it occurs in any text
    private static readonly Lazy<Regex> Messages = new(() => new(
        $"(?<!{Word})({string.Join("|", All.SelectMany(known => known.ErrorMessage).Select(text => (text.Contains(" ") ? "" : @"\A") + Regex.Escape(text)))})(?!{Word})",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase));

    /// <summary>All that are known. A code with two meanings is listed twice.</summary>
    public static IReadOnlyList<ErrorInfo> All => [.. Entries.Value.SelectMany(entry => Find(entry.Code))];

    /// <summary>Finds every meaning of a code. For a code that is not documented, the result says so.</summary>
    public static IReadOnlyList<ErrorInfo> Find(int code) =>
        code == InvalidParameter ? [Explain(code, ""), Explain(code, KeyMessage)] : [Explain(code, "")];

    /// <summary>Gets the meaning of a code with this errmsg. For a code that is not documented, the result says so.</summary>
    public static ErrorInfo Explain(int code, string errmsg) =>
        IsAboutKey(code, errmsg) ? Explain(InvalidWebhook, "") with { Code = code, ErrorMessage = [KeyMessage], Source = FindKnown(code)!.Source }
        : FindKnown(code) ?? new()
        {
            Code = code,
            IsKnown = false,
            Meaning = Strings.ErrorCodeUnknown,
            Remedy = Strings.ErrorCodeUnknownRemedy,
            Source = [ErrorCodeEntry.CreateLookupLink(code)],
        };

    /// <summary>Finds the meanings of the known errmsgs in a text, the longest errmsg first.</summary>
    internal static IEnumerable<ErrorInfo> FindByMessage(string text) => Messages.Value.Matches(text).Cast<Match>()
        .OrderByDescending(message => message.Length)
        .Select(message => All.First(known => known.ErrorMessage.Contains(message.Value, StringComparer.OrdinalIgnoreCase)));

    /// <summary>Whether the answer says that the robot's key is unknown: 40058 says so only in its errmsg.</summary>
    internal static bool IsAboutKey(int code, string errmsg) => code == InvalidParameter && errmsg.Contains("'key'");

    private static ErrorInfo? FindKnown(int code) => Array.Find(Entries.Value, entry => entry.Code == code)?.InUserLanguage;
}
