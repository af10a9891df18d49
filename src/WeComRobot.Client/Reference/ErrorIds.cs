using System;
using System.Collections.Generic;
using System.Linq;

namespace WeComRobot.Reference;

/// <summary>What each error id stands for, from error-ids.json: "WeCom" and the cause (DESIGN, "The cmdlets").</summary>
public static class ErrorIds
{
    private static readonly Lazy<ErrorIdEntry[]> Entries = new(() => DataFile.Read("error-ids.json", DataFileContext.Default.ErrorIdEntryArray));

    /// <summary>All of them.</summary>
    public static IReadOnlyList<ErrorInfo> All => [.. Entries.Value.Select(entry => entry.InUserLanguage)];

    /// <summary>An error: by its errcode where the service answered one, else by its id, with what it says of itself.</summary>
    public static ErrorInfo Of(WeComException failure)
    {
        if (failure.ErrorCode is { } code)
        {
            return ErrorCodes.Of(code, failure.ServerMessage ?? "") with { ErrorId = failure.ErrorId };
        }

        var general = Find(failure.ErrorId)!;
        return general with { Cause = failure.What, Remedy = failure.Remedy ?? general.Remedy };
    }

    /// <summary>An id, as error records write it: with or without the cmdlet's name after a comma; null for any other text.</summary>
    public static ErrorInfo? Find(string text)
    {
        var id = text.Split(',')[0].Trim();
        return Array.Find(Entries.Value, entry => entry.Id.Equals(id, StringComparison.OrdinalIgnoreCase))?.InUserLanguage;
    }
}

/// <summary>A cause in error-ids.json.</summary>
internal sealed record ErrorIdEntry(FailureCause Cause, BilingualText Meaning, BilingualText Remedy)
{
    public string Id => "WeCom" + Cause;

    public ErrorInfo InUserLanguage => new() { ErrorId = Id, Meaning = Meaning.ToString(), Remedy = Remedy.ToString() };
}
