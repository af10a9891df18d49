using System;
using System.Collections.Generic;
using System.Text.Json.Serialization;
using WeComRobot.RateLimiting;

namespace WeComRobot.Alerts;

/// <summary>What is known of an alert from its first call until it is over.</summary>
internal sealed record AlertState
{
    public string Key { get; init; } = "";

    /// <summary>The title of the last call.</summary>
    public string Title { get; init; } = "";

    /// <summary>The severity of the last call.</summary>
    public AlertSeverity Severity { get; init; }

    public TimeSpan RepeatAfter { get; init; }

    /// <summary>When it fired first.</summary>
    public Moment Since { get; init; }

    /// <summary>When it fired last.</summary>
    public Moment Last { get; init; }

    /// <summary>How often it has fired.</summary>
    public int Count { get; init; }

    /// <summary>When the group was last told, and of what; null if it was not told for certain.</summary>
    public Telling? Told { get; init; }

    /// <summary>Whether a message of it may have arrived: its outcome is unknown, or its process died while posting it.</summary>
    public bool IsInDoubt { get; init; }

    /// <summary>The ids of its messages in the outbox, in their order.</summary>
    public IReadOnlyList<string> Waiting { get; init; } = [];

    /// <summary>The highest severity among those that wait.</summary>
    public AlertSeverity WaitingSeverity { get; init; }

    /// <summary>From when on they may be delivered, as <see cref="Moment.Utc"/>; 0 if at once.</summary>
    public long WaitsUntil { get; init; }

    /// <summary>When it ended, if the group could not be told so.</summary>
    public Moment? EndedAt { get; init; }

    /// <summary>Whether the group was told, may have been, or will be.</summary>
    [JsonIgnore]
    public bool IsKnown => Told is not null || IsInDoubt || IsWaiting;

    [JsonIgnore]
    public bool IsWaiting => Waiting.Count > 0;

    /// <summary>The highest severity that the group knows of, or will when it reads what waits.</summary>
    [JsonIgnore]
    public AlertSeverity KnownSeverity => IsWaiting && WaitingSeverity > (Told?.Severity ?? AlertSeverity.Info) ? WaitingSeverity : Told?.Severity ?? Severity;

    /// <summary>An alert that has fired for the first time.</summary>
    public static AlertState Begin(Alert alert, Moment now) => new() { Key = alert.Key, Since = now };

    /// <summary>It has fired once more.</summary>
    public AlertState Repeat(Alert alert, Moment now) => this with
    {
        Title = alert.Title,
        Severity = alert.Severity,
        RepeatAfter = alert.RepeatAfter,
        Last = now,
        Count = Count + 1,
        EndedAt = null,
    };

    /// <summary>The group was told.</summary>
    public AlertState Tell(AlertSeverity severity, Moment at) => this with { Told = new(at, severity), IsInDoubt = false, Waiting = [], WaitsUntil = 0 };

    /// <summary>A message of it waits in the outbox.</summary>
    /// <param name="id">Its id there.</param>
    /// <param name="severity">Of which severity it is.</param>
    /// <param name="until">From when on it may be delivered; null if at once.</param>
    public AlertState Wait(string id, AlertSeverity severity, DateTimeOffset? until) => this with
    {
        Waiting = [.. Waiting, id],
        WaitingSeverity = severity,
        WaitsUntil = until?.UtcTicks ?? 0,
    };
}

/// <summary>A message that the group has received.</summary>
/// <param name="At">When it was delivered.</param>
/// <param name="Severity">Of which severity it was.</param>
internal readonly record struct Telling(Moment At, AlertSeverity Severity);
