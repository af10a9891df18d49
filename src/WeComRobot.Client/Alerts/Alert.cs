using System;
using System.Collections.Generic;
using WeComRobot.Fitting;
using WeComRobot.Messages.Cards;

namespace WeComRobot.Alerts;

/// <summary>Something that has gone wrong, and may go wrong again before it is over.</summary>
public sealed record Alert
{
    /// <summary>The default of <see cref="RepeatAfter"/>: an hour.</summary>
    public static readonly TimeSpan DefaultRepeatAfter = TimeSpan.FromHours(1);

    /// <summary>What is wrong, on one line. White space around it is removed.</summary>
    public string Title { get; init => field = value?.Trim() ?? ""; } = "";

    /// <summary>What makes two alerts of a robot the same; neither case nor white space around it matters. Defaults to the title.</summary>
    public string Key
    {
        get => field is { Length: > 0 } ? field.Trim() : Title;
        init;
    } = "";

    /// <summary>How much it matters.</summary>
    public AlertSeverity Severity { get; init; } = AlertSeverity.Warning;

    /// <summary>The details: Markdown or text, as the format says. What is longer than a message goes as a file; null for none.</summary>
    public string? Content { get; init; }

    /// <summary>Rows of a name and a value.</summary>
    public IReadOnlyList<CardField> Fields { get; init; } = [];

    /// <summary>Where to look, an http or https URL; null for nowhere. White space around it is removed.</summary>
    public string? Url { get; init => field = value?.Trim(); }

    /// <summary>
    /// How long the group is not told again of an alert of the same key, unless its severity rises. Zero: it is told each time.
    /// <see cref="TimeSpan.MaxValue"/>: never again before it is over.
    /// </summary>
    public TimeSpan RepeatAfter { get; init; } = DefaultRepeatAfter;

    /// <summary>As which type of message it is sent.</summary>
    public AlertFormat Format { get; init; }

    /// <summary>Whom it mentions.</summary>
    public AlertMentions Mentions { get; init; } = new();

    /// <summary>Whether it quotes what a program wrote, so that no warning says what in it does not read as meant.</summary>
    internal bool IsQuoted { get; init; }

    /// <summary>A text that goes with it as a file; null for none.</summary>
    public AttachedText? Attachment { get; init; }
}
