using System.Collections.Generic;

namespace WeComRobot.Fitting;

/// <summary>How to send content that is too long for one message.</summary>
public sealed record OverflowOptions
{
    /// <summary>The default of <see cref="MaxPart"/>.</summary>
    public const int DefaultMaxPart = 10;

    /// <summary>The smallest byte limit of a message: a smaller one leaves no room for marks and repeated table heads.</summary>
    public const int MinByteLimit = 64;

    /// <summary>
    /// Whether to send the content as it is given: terminal sequences are not removed, and nothing warns of what will not be shown as
    /// meant.
    /// </summary>
    public bool IsRaw { get; init; }

    /// <summary>Whether to rewrite the constructs that the Markdown type does not render into some that it does.</summary>
    public bool Adapt { get; init; }

    /// <summary>What to do if the content is too long.</summary>
    public OverflowPolicy Policy { get; init; }

    /// <summary>The most parts of one message. If there would be more, it is an error, and nothing is sent.</summary>
    public int MaxPart { get; init; } = DefaultMaxPart;

    /// <summary>The mark of each part; null for no marks.</summary>
    public PartMark? Mark { get; init; } = new();

    /// <summary>Which parts carry the mentions.</summary>
    public MentionPlace MentionOn { get; init; }

    /// <summary>The user ids to mention below the content of markdown (v1). A text message has lists of its own for them.</summary>
    public IReadOnlyList<string>? MarkdownMention { get; init; }

    /// <summary>The file's name with the policy File. Defaults to the first heading of the Markdown, or to the date and time.</summary>
    public string? FileName { get; init; }
}
