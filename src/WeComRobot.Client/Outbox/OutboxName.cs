using System;
using System.Globalization;
using System.IO;
using System.Linq;

namespace WeComRobot.Outbox;

/// <summary>
/// The name of a file in the outbox: which message, and what is known of it. A file changes its state by being renamed. Of
/// several processes, one succeeds.
/// </summary>
/// <param name="Id">The message: when, which, and its part. Their order is the order of sending.</param>
/// <param name="Owner">The process that holds it; null if none does.</param>
/// <param name="Kind">One of the kinds.</param>
internal sealed record OutboxName(string Id, string? Owner, string Kind)
{
    public const string Pending = "json";
    public const string Unknown = "unknown";
    public const string Refused = "refused";
    public const string Taken = "taken";
    public const string Posting = "posting";
    public const string Writing = "tmp";

    /// <summary>The message was delivered or is the caller's again, but its file could not be removed: nobody may send it any more.</summary>
    public const string Done = "done";

    public const string Media = "media";

    private static readonly string[] Kinds = [Pending, Unknown, Refused, Taken, Posting, Writing, Done];

    public string FileName => Owner is null ? $"{Id}.{Kind}" : $"{Id}.{Owner}.{Kind}";

    /// <summary>The message that it is a part of.</summary>
    public string Group => Id.Substring(0, Math.Max(0, Id.LastIndexOf('-')));

    public OutboxState State => Kind switch
    {
        Pending => OutboxState.Pending,
        Unknown => OutboxState.Unknown,
        Refused => OutboxState.Refused,
        _ => OutboxState.Sending,
    };

    /// <summary>When it was written, in 100 ns since year 1; 0 for a name that does not say so.</summary>
    public long Ticks => long.TryParse(Id.Split('-')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var ticks) ? ticks : 0;

    /// <summary>A new message's name.</summary>
    public static string GroupOf(long ticks) =>
        ticks.ToString("D19", CultureInfo.InvariantCulture) + "-" + Guid.NewGuid().ToString("N").Substring(0, 8);

    /// <param name="group">The message.</param>
    /// <param name="part">Its part, from 1; -MaxPart sets no end.</param>
    public static string IdOf(string group, int part) => group + "-" + part.ToString("D10", CultureInfo.InvariantCulture);

    /// <summary>What a file name says; null for one that is no message's.</summary>
    public static OutboxName? Parse(string path)
    {
        var words = Path.GetFileName(path).Split('.');
        var name = words.Length is 2 or 3 ? new OutboxName(words[0], words.Length == 3 ? words[1] : null, words[words.Length - 1]) : null;
        return name is not null && Kinds.Contains(name.Kind) ? name : null;
    }
}
