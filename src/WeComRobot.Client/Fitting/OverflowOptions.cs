using System.Collections.Generic;
using WeComRobot.Markdown.Writing;

namespace WeComRobot.Fitting;

/// <summary>How a content that is too long for one message is sent.</summary>
public sealed record OverflowOptions
{
    /// <summary>The default of the most parts.</summary>
    public const int DefaultMaxPart = 10;

    /// <summary>A limit below this leaves no room for marks and repeated heads.</summary>
    public const int MinByteLimit = 64;

    /// <summary>Whether the content is sent as given: neither cleaned of what is meant for terminals, nor checked for what will not read.</summary>
    public bool IsRaw { get; init; }

    /// <summary>Whether to rewrite what the Markdown type does not render into what it does.</summary>
    public bool Adapt { get; init; }

    /// <summary>What becomes of it.</summary>
    public OverflowPolicy Policy { get; init; }

    /// <summary>The most parts of one message; more is an error, and nothing is sent.</summary>
    public int MaxPart { get; init; } = DefaultMaxPart;

    /// <summary>What marks the parts; null for nothing.</summary>
    public PartMark? Mark { get; init; } = new();

    /// <summary>Which parts carry the mentions.</summary>
    public MentionPlace MentionOn { get; init; }

    /// <summary>The user ids that markdown (v1) mentions below its content; a text message has lists of its own for them.</summary>
    public IReadOnlyList<string>? MarkdownMention { get; init; }

    /// <summary>The file's name with the policy File. Defaults to the Markdown's first heading, else to date and time.</summary>
    public string? FileName { get; init; }
}
