using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using WeComRobot.Reference;

namespace WeComRobot.Errors;

/// <summary>What each error id stands for, from error-ids.json: "WeCom" and the cause (architecture.md#errors-are-the-interface).</summary>
internal static class ErrorIds
{
    private static readonly Lazy<ErrorIdEntry[]> Entries = new(() =>
        DataFile.Read(typeof(ErrorIds).Assembly, "WeComRobot.Errors.error-ids.json", ErrorIdJsonContext.Default.ErrorIdEntryArray));

    private static readonly Regex Name = new("(?<![0-9A-Za-z_])WeCom[A-Za-z]+", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase);

    /// <summary>What to do about an error of the cause.</summary>
    public static string RemedyFor(FailureCause cause) => Array.Find(Entries.Value, entry => entry.Cause == cause)!.RemedyText;

    /// <summary>Explains an error: by its errcode if the service answered with one, else by its id, with its own cause and remedy.</summary>
    public static ErrorInfo Explain(WeComException failure)
    {
        if (failure.ErrorCode is { } code)
        {
            return ErrorCodes.Explain(code, failure.ServerMessage ?? "") with { ErrorId = failure.ErrorId };
        }

        var general = Find(failure.ErrorId)!;
        return general with { Cause = failure.What, Remedy = failure.Remedy ?? general.Remedy };
    }

    /// <summary>Explains an error of which only the id and the text have come, such as from a job; null when the id is not one of ours.</summary>
    /// <param name="id">The id, as error records write it.</param>
    /// <param name="text">What it says, with or without the remedy at its end.</param>
    /// <param name="remedy">The error's own remedy, if that has come too.</param>
    public static ErrorInfo? Explain(string id, string text, string? remedy)
    {
        if (Find(id) is not { } general)
        {
            return null;
        }

        // Under any other id a code is not the service's: it may stand in a path
        if (general.ErrorId is "WeComRefused" or "WeComWebhookRefused" or "WeComRateLimited" && ErrorText.ExplainCodes(text).FirstOrDefault() is { } coded)
        {
            return coded with { ErrorId = general.ErrorId };
        }

        remedy ??= general.Remedy;
        var what = text.EndsWith(remedy, StringComparison.Ordinal) ? text.Substring(0, text.Length - remedy.Length).TrimEnd() : text;
        return general with { Cause = what, Remedy = remedy };
    }

    /// <summary>Explains an error as a log shows it: by what the service answered, else by an error id in the text.</summary>
    public static IReadOnlyList<ErrorInfo> ExplainText(string text)
    {
        var answered = ErrorText.Explain(text);
        return answered[0] is { IsKnown: false, Code: null } unknown && FindFirst(unknown.ErrorMessage[0]) is { } known ? [known] : answered;
    }

    /// <summary>Explains an id, as error records write it: with or without the cmdlet's name after a comma; null for any other text.</summary>
    private static ErrorInfo? Find(string text)
    {
        var id = text.Split(',')[0].Trim();
        return Array.Find(Entries.Value, entry => entry.Id.Equals(id, StringComparison.OrdinalIgnoreCase))?.InUserLanguage;
    }

    /// <summary>Explains the first id in a text; null when there is none.</summary>
    private static ErrorInfo? FindFirst(string text) => Name.Matches(text).Cast<Match>().Select(id => Find(id.Value)).FirstOrDefault(known => known is not null);
}
