using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;

namespace WeComRobot.Reference;

/// <summary>What each error id stands for, from error-ids.json: "WeCom" and the cause (DESIGN, "The cmdlets").</summary>
public static class ErrorIds
{
    private static readonly Lazy<ErrorIdEntry[]> Entries = new(() => DataFile.Read("error-ids.json", DataFileContext.Default.ErrorIdEntryArray));

    private static readonly Regex Name = new("(?<![0-9A-Za-z_])WeCom[A-Za-z]+", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase);

    /// <summary>All of them.</summary>
    public static IReadOnlyList<ErrorInfo> All => [.. Entries.Value.Select(entry => entry.InUserLanguage)];

    /// <summary>An error: by its errcode where the service answered one, else by its id, with what it says of itself.</summary>
    public static ErrorInfo Explain(WeComException failure)
    {
        if (failure.ErrorCode is { } code)
        {
            return ErrorCodes.Explain(code, failure.ServerMessage ?? "") with { ErrorId = failure.ErrorId };
        }

        var general = Find(failure.ErrorId)!;
        return general with { Cause = failure.What, Remedy = failure.Remedy ?? general.Remedy };
    }

    /// <summary>An error of which its id and text have come, as from a job; null where the id is another's.</summary>
    /// <param name="id">The id, as error records write it.</param>
    /// <param name="text">What it says, with or without the remedy at its end.</param>
    /// <param name="remedy">Its own remedy, where that has come too.</param>
    public static ErrorInfo? Explain(string id, string text, string? remedy)
    {
        if (Find(id) is not { } general)
        {
            return null;
        }

        // In the words of any other id, as in a path, a code is not the service's
        if (general.ErrorId is "WeComRefused" or "WeComWebhookRefused" or "WeComRateLimited" && ErrorText.Coded(text).FirstOrDefault() is { } coded)
        {
            return coded with { ErrorId = general.ErrorId };
        }

        remedy ??= general.Remedy;
        var what = text.EndsWith(remedy, StringComparison.Ordinal) ? text.Substring(0, text.Length - remedy.Length).TrimEnd() : text;
        return general with { Cause = what, Remedy = remedy };
    }

    /// <summary>An id, as error records write it: with or without the cmdlet's name after a comma; null for any other text.</summary>
    public static ErrorInfo? Find(string text)
    {
        var id = text.Split(',')[0].Trim();
        return Array.Find(Entries.Value, entry => entry.Id.Equals(id, StringComparison.OrdinalIgnoreCase))?.InUserLanguage;
    }

    /// <summary>The first id in a text; null where there is none.</summary>
    internal static ErrorInfo? In(string text) => Name.Matches(text).Cast<Match>().Select(id => Find(id.Value)).FirstOrDefault(known => known is not null);
}

/// <summary>A cause in error-ids.json.</summary>
internal sealed record ErrorIdEntry(FailureCause Cause, BilingualText Meaning, BilingualText Remedy)
{
    public string Id => "WeCom" + Cause;

    public ErrorInfo InUserLanguage => new() { ErrorId = Id, Meaning = Meaning.ToString(), Remedy = Remedy.ToString() };
}
