using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Serialization;
using WeComRobot.RateLimiting;

namespace WeComRobot.Alerts;

/// <summary>The alerts beyond the cap of an hour, which are told in one message when the hour is over.</summary>
/// <param name="Began">When the hour began.</param>
/// <param name="Entries">One for each key, in the order of their first calls.</param>
internal sealed record AlertDigest(Moment Began, IReadOnlyList<AlertDigest.Entry> Entries)
{
    /// <summary>Whether it has what a digest needs: somebody may have written something else into the file.</summary>
    [JsonIgnore]
    public bool IsWhole => Began.IsPossible && Entries?.All(entry => entry is { Key: not null, Title: not null, Count: > 0 }) == true;

    /// <summary>How many calls it stands for.</summary>
    [JsonIgnore]
    public int Count => Entries.Sum(entry => entry.Count);

    /// <summary>Counts a call. An end counts, too.</summary>
    public AlertDigest Add(string key, string title, AlertSeverity severity, bool isOver)
    {
        var known = Entries.FirstOrDefault(entry => IsKey(entry, key)) ?? new(key, title, severity, 0, false);
        var counted = known with { Title = title, Severity = severity > known.Severity ? severity : known.Severity, Count = known.Count + 1, IsOver = isOver };
        return this with { Entries = Contains(key) ? [.. Entries.Select(entry => IsKey(entry, key) ? counted : entry)] : [.. Entries, counted] };
    }

    public bool Contains(string key) => Entries.Any(entry => IsKey(entry, key));

    private static bool IsKey(Entry entry, string key) => string.Equals(entry.Key, key, StringComparison.OrdinalIgnoreCase);

    /// <summary>The calls of one key.</summary>
    /// <param name="Key">The key.</param>
    /// <param name="Title">The title of the last call.</param>
    /// <param name="Severity">The highest severity.</param>
    /// <param name="Count">How many calls.</param>
    /// <param name="IsOver">Whether the last call said that it is over.</param>
    internal sealed record Entry(string Key, string Title, AlertSeverity Severity, int Count, bool IsOver);
}
