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

    /// <summary>
    /// The severity of a message that may have arrived: its outcome is unknown, or its process died while posting it. Null if there is none.
    /// </summary>
    public AlertSeverity? Doubtful { get; init; }

    /// <summary>The ids of its messages in the outbox, in their order.</summary>
    public IReadOnlyList<string> Waiting { get; init; } = [];

    /// <summary>
    /// Whether the call that wrote what waits has not said yet what became of it: if it is gone from the outbox, that call has given it up, or
    /// died before it was there.
    /// </summary>
    public bool IsSending { get; init; }

    /// <summary>The severity of what waits.</summary>
    public AlertSeverity WaitingSeverity { get; init; }

    /// <summary>From when on they may be delivered, as <see cref="Moment.Utc"/>; 0 if at once.</summary>
    public long WaitsUntil { get; init; }

    /// <summary>When it ended, if the group could not be told so.</summary>
    public Moment? EndedAt { get; init; }

    /// <summary>Whether it has what an alert needs: somebody may have written something else into the file.</summary>
    [JsonIgnore]
    public bool IsWhole => Key is not null && Title is not null && Waiting is not null && RepeatAfter >= TimeSpan.Zero
        && WaitsUntil >= 0 && WaitsUntil <= DateTime.MaxValue.Ticks && Since.IsPossible && Last.IsPossible && Told is null or { At.IsPossible: true } && EndedAt is null or { IsPossible: true };

    [JsonIgnore]
    public bool IsInDoubt => Doubtful is not null;

    /// <summary>Whether the group was told, may have been, or will be.</summary>
    [JsonIgnore]
    public bool IsKnown => Told is not null || IsInDoubt || IsWaiting;

    [JsonIgnore]
    public bool IsWaiting => Waiting.Count > 0;

    /// <summary>The highest severity that the group knows of, or will when it reads what waits.</summary>
    [JsonIgnore]
    public AlertSeverity KnownSeverity =>
        IsWaiting && !(Told?.Severity > WaitingSeverity) ? WaitingSeverity : Told?.Severity ?? Doubtful ?? Severity;

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
    public AlertState Tell(AlertSeverity severity, Moment at) => WaitNoMore() with { Told = new(at, severity), Doubtful = null };

    /// <summary>The group was told among others, and still knows what it was told before; what waits goes on waiting.</summary>
    public AlertState TellToo(AlertSeverity severity, Moment at) => this with { Told = new(at, Told?.Severity > severity ? Told.Value.Severity : severity), Doubtful = null };

    /// <summary>A message of it waits in the outbox, in place of those that did.</summary>
    /// <param name="id">Its id there.</param>
    /// <param name="severity">Of which severity it is.</param>
    /// <param name="until">From when on it may be delivered; null if at once.</param>
    public AlertState Wait(string id, AlertSeverity severity, DateTimeOffset? until) => this with
    {
        Waiting = [id],
        IsSending = true,
        WaitingSeverity = severity,
        WaitsUntil = until?.UtcTicks ?? 0,
    };

    /// <summary>None of its messages is in the outbox any more.</summary>
    public AlertState WaitNoMore() => this with { Waiting = [], IsSending = false, WaitsUntil = 0 };

    /// <summary>What the group knows is again what it was, whatever was counted since.</summary>
    public AlertState TakeBack(AlertState before) => this with
    {
        Told = before.Told,
        Doubtful = before.Doubtful,
        Waiting = before.Waiting,
        IsSending = before.IsSending,
        WaitingSeverity = before.WaitingSeverity,
        WaitsUntil = before.WaitsUntil,
    };
}

/// <summary>A message that the group has received.</summary>
/// <param name="At">When it was delivered.</param>
/// <param name="Severity">Of which severity it was.</param>
internal readonly record struct Telling(Moment At, AlertSeverity Severity);
