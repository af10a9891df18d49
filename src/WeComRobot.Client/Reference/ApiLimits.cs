using System;
using System.Collections.Generic;
using System.Linq;

namespace WeComRobot.Reference;

/// <summary>How often an API may be called, in the user's language.</summary>
/// <param name="Scope">Who or what is counted.</param>
/// <param name="PerMinute">Calls a minute; of a robot, messages.</param>
/// <param name="PerHour">Calls an hour; null where the documents name no such limit.</param>
/// <param name="Source">The document that says so.</param>
public sealed record ApiLimit(string Scope, int PerMinute, int? PerHour, DocumentLink Source);

/// <summary>The limits from api-limits.json (group-robot-api.md, 消息发送频率限制; wecom-faq.md, 访问频率).</summary>
public static class ApiLimits
{
    private static readonly Lazy<ApiLimitEntry[]> Entries = new(() => DataFile.Read("api-limits.json", DataFileContext.Default.ApiLimitEntryArray));

    /// <summary>All of them, the robot's own first.</summary>
    public static IReadOnlyList<ApiLimit> All => [.. Entries.Value.Select(entry => entry.InUserLanguage)];
}

/// <summary>A limit in api-limits.json.</summary>
internal sealed record ApiLimitEntry(BilingualText Scope, int PerMinute, LinkEntry Source, int? PerHour = null)
{
    public ApiLimit InUserLanguage => new(Scope.ToString(), PerMinute, PerHour, Source.InUserLanguage);
}
