using System;
using System.Collections.Generic;
using WeComRobot.Fitting;
using WeComRobot.Messages.Cards;

namespace WeComRobot.Alerts;

/// <summary>What the group is told, before it has the form of a message.</summary>
internal sealed record AlertNotice
{
    public AlertSeverity Severity { get; init; }

    /// <summary>Whether it says that the alert is over.</summary>
    public bool IsEnd { get; init; }

    public string Title { get; init; } = "";

    /// <summary>How often and since when, or how long; each is a line.</summary>
    public IReadOnlyList<string> Remarks { get; init; } = [];

    public string? Content { get; init; }

    public IReadOnlyList<CardField> Fields { get; init; } = [];

    public bool IsQuoted { get; init; }

    public string? Url { get; init; }

    /// <summary>When the message was written.</summary>
    public DateTimeOffset Time { get; init; }

    public AlertMentions? Mentions { get; init; }

    public AttachedText? Attachment { get; init; }

    /// <summary>A sign that shows the severity to people who do not see colours.</summary>
    public string Sign => IsEnd ? "🟢" : Severity switch
    {
        AlertSeverity.Critical => "🔴",
        AlertSeverity.Warning => "🟠",
        _ => "🔵",
    };

    /// <summary>The severity, or that it is over, in a word.</summary>
    public string Word => IsEnd ? Strings.AlertOver : Severity switch
    {
        AlertSeverity.Critical => Strings.AlertCritical,
        AlertSeverity.Warning => Strings.AlertWarning,
        _ => Strings.AlertInfo,
    };
}
