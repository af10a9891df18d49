using System;
using System.Collections.Generic;
using System.Linq;

namespace WeComRobot.Reference;

/// <summary>The limits from api-limits.json (service.md#rate-limit, service.md#api-limits).</summary>
internal static class ApiLimits
{
    private static readonly Lazy<ApiLimitEntry[]> Entries = new(() => DataFile.Read("api-limits.json", ReferenceJsonContext.Default.ApiLimitEntryArray));

    /// <summary>All of them, the robot's own first.</summary>
    public static IReadOnlyList<ApiLimit> All => [.. Entries.Value.Select(entry => entry.InUserLanguage)];
}
