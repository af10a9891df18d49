using System;
using System.Globalization;
using System.IO;
using System.Linq;

namespace WeComRobot.Outbox;

/// <summary>
/// The name of a file in the outbox: which message it holds, and in which state. Renaming the file changes its state: if several
/// processes try, only one succeeds.
/// </summary>
/// <param name="Id">When the message was written, a random number, and the part. The order of ids is the order of sending.</param>
/// <param name="Owner">The process that holds it; null if none does.</param>
/// <param name="Kind">One of the kinds.</param>
internal sealed record OutboxName(string Id, string? Owner, string Kind)
{
    public const string Pending = "json";
    public const string Unknown = "unknown";
    public const string Refused = "refused";
    public const string Expired = "expired";
    public const string Taken = "taken";
    public const string Posting = "posting";
    public const string Writing = "tmp";

    /// <summary>The message was delivered or returned to its caller, but its file could not be removed: nobody may send it any more.</summary>
    public const string Done = "done";

    public const string Media = "media";

    private static readonly string[] Kinds = [Pending, Unknown, Refused, Expired, Taken, Posting, Writing, Done];

    public string FileName => Owner is null ? $"{Id}.{Kind}" : $"{Id}.{Owner}.{Kind}";

    /// <summary>Identifies the message that the file is a part of.</summary>
    public string Group => Id.Substring(0, Math.Max(0, Id.LastIndexOf('-')));

    public OutboxState State => Kind switch
    {
        Pending => OutboxState.Pending,
        Unknown => OutboxState.Unknown,
        Refused => OutboxState.Refused,
        Expired => OutboxState.Expired,
        _ => OutboxState.Sending,
    };

    /// <summary>When it was written, in <see cref="DateTime.Ticks"/>; 0 if the name does not say.</summary>
    public long Ticks => long.TryParse(Id.Split('-')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var ticks) ? ticks : 0;

    /// <summary>Creates the group of a new message, which all its parts share.</summary>
    public static string CreateGroup(long ticks) =>
        ticks.ToString("D19", CultureInfo.InvariantCulture) + "-" + Guid.NewGuid().ToString("N").Substring(0, 8);

    /// <summary>Creates the id of a part.</summary>
    /// <param name="group">The message.</param>
    /// <param name="part">The part's number, from 1. A user may allow any number of parts.</param>
    public static string CreateId(string group, int part) => group + "-" + part.ToString("D10", CultureInfo.InvariantCulture);

    /// <summary>Parses a file name; null if the file is not one of a message.</summary>
    public static OutboxName? Parse(string path)
    {
        var words = Path.GetFileName(path).Split('.');
        var name = words.Length is 2 or 3 ? new OutboxName(words[0], words.Length == 3 ? words[1] : null, words[words.Length - 1]) : null;
        return name is not null && Kinds.Contains(name.Kind) ? name : null;
    }
}
