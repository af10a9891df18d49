using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Serialization;
using WeComRobot.RateLimiting;

namespace WeComRobot.Alerts;

/// <summary>All that is known of the alerts of one robot. It has no field for a webhook.</summary>
internal sealed record AlertBook
{
    // Titles with a number in them make a new key each time
    private const int MaxAlerts = 5000;

    /// <summary>The robot's name, or host and fingerprint of its key.</summary>
    public string Robot { get; init; } = "";

    /// <summary>The alerts that are firing.</summary>
    public IReadOnlyList<AlertState> Alerts { get; init; } = [];

    /// <summary>The most messages of alerts below critical in an hour; null for any number.</summary>
    public int? PerHour { get; init; }

    /// <summary>The hour that is counted, if any message was sent.</summary>
    public AlertHour? Hour { get; init; }

    /// <summary>What was beyond the cap and has still to be told.</summary>
    public AlertDigest? Digest { get; init; }

    /// <summary>Whether it has what a book needs: somebody may have written something else into the file.</summary>
    [JsonIgnore]
    public bool IsWhole => Robot is not null && Alerts?.All(state => state is { IsWhole: true }) == true
        && Hour is null or { Began.IsPossible: true } && Digest is null or { IsWhole: true };

    /// <summary>The alerts that ended while this book was in memory alone.</summary>
    [JsonIgnore]
    public IReadOnlyList<AlertState> Ended { get => field ?? []; init; }

    /// <summary>What had still to be told when this book was read into memory.</summary>
    [JsonIgnore]
    public AlertDigest? DigestRead { get; init; }

    /// <summary>The keys that were changed while this book was in memory alone.</summary>
    [JsonIgnore]
    public IReadOnlyList<string> Changed { get => field ?? []; init; }

    public AlertState? Find(string key) => Alerts.FirstOrDefault(state => AlertKey.IsSame(state.Key, key));

    /// <summary>Puts a state in the place of the one with its key.</summary>
    public AlertBook With(AlertState state) => this with { Alerts = [.. Alerts.Where(other => !AlertKey.IsSame(other.Key, state.Key)), state] };

    /// <summary>Takes over what another book knows better, which was in memory while this one could not be used.</summary>
    public AlertBook Merge(AlertBook memory)
    {
        var merged = memory.Ended.Where(IsNewer).Aggregate(this, (book, state) => book.Without(state.Key));
        merged = memory.Alerts.Where(state => memory.Changed.Any(key => AlertKey.IsSame(key, state.Key)) && IsNewer(state)).Aggregate(merged, (book, state) => book.With(state));
        return merged with
        {
            Hour = AlertHour.Latest(Hour, memory.Hour),
            Digest = AlertDigest.Merge(Digest, memory.Digest, memory.DigestRead),
        };

        bool IsNewer(AlertState state) => Find(state.Key) is not { } other || other.Last.Utc <= state.Last.Utc;
    }

    /// <summary>Forgets an alert, and what the digest would tell of it.</summary>
    public AlertBook Without(string key) => WithoutDigest(key) with { Alerts = [.. Alerts.Where(state => !AlertKey.IsSame(state.Key, key))] };

    /// <summary>The group knows of a key, or soon will: the digest has nothing to tell of it.</summary>
    public AlertBook WithoutDigest(string key) => this with { Digest = Digest?.Without(key) };

    /// <summary>Changes the state of a key, if there is one.</summary>
    public AlertBook Change(string key, Func<AlertState, AlertState> change) => Find(key) is { } state ? With(change(state)) : this;

    /// <summary>Forgets what is old, and the oldest of too many alerts. A moment in the future becomes now: a clock was set back.</summary>
    public AlertBook Sanitize(Moment now)
    {
        var alerts = Alerts.Where(state => AlertRules.Elapsed(state.Last, now) < AlertRules.Forgotten).Select(state => Sanitize(state, now)).ToArray();
        if (alerts.Length > MaxAlerts)
        {
            alerts = [.. alerts.OrderByDescending(state => state.Last.Utc).Take(MaxAlerts)];
        }

        var hour = Hour is { } counted ? counted with { Began = NotAfter(counted.Began, now) } : null;
        var digest = Digest is { } held && AlertRules.Elapsed(held.Began, now) < AlertRules.Forgotten ? held with { Began = NotAfter(held.Began, now) } : null;
        return alerts.SequenceEqual(Alerts) && hour == Hour && digest == Digest ? this : this with { Alerts = alerts, Hour = hour, Digest = digest };
    }

    private static AlertState Sanitize(AlertState state, Moment now) => state.Told is { } told
        ? state with { Told = told with { At = NotAfter(told.At, now) } }
        : state;

    private static Moment NotAfter(Moment moment, Moment now) => now.Since(moment) is null ? now : moment;
}
