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
    public bool IsWhole => Began.IsPossible && Entries?.All(entry => entry is { Key: not null, Title: not null, Count: >= 0 }) == true;

    /// <summary>How many calls it stands for; an end alone is one.</summary>
    [JsonIgnore]
    public int Count => Entries.Sum(entry => Math.Max(1, entry.Count));

    /// <summary>Counts a call that says that an alert fires, or notes its end.</summary>
    /// <param name="state">The alert.</param>
    /// <param name="lasted">How long it lasted; null if it fires.</param>
    public AlertDigest Add(AlertState state, TimeSpan? lasted)
    {
        var key = state.Key;
        var known = Find(key) ?? new(key, state.Title, state.Severity, 0, null);
        var counted = known with
        {
            Title = state.Title,
            Severity = state.Severity > known.Severity ? state.Severity : known.Severity,
            Count = known.Count + (lasted is null ? 1 : 0),
            Lasted = lasted,
        };
        return this with { Entries = Contains(key) ? [.. Entries.Select(entry => AlertKey.IsSame(entry.Key, key) ? counted : entry)] : [.. Entries, counted] };
    }

    /// <summary>Leaves out a key.</summary>
    /// <returns>Null if nothing else is to be told.</returns>
    public AlertDigest? Without(string key) => this with { Entries = [.. Entries.Where(entry => !AlertKey.IsSame(entry.Key, key))] } is { Entries.Count: > 0 } left ? left : null;

    /// <summary>What came in while it was told: calls that were not counted yet, and ends.</summary>
    /// <param name="told">It, as it was told.</param>
    /// <param name="now">The moment.</param>
    /// <returns>Null if nothing came in.</returns>
    public AlertDigest? Since(AlertDigest told, Moment now)
    {
        Entry[] left = [.. Entries.Select(entry => told.Find(entry.Key) is { } known ? entry.Since(known) : entry).OfType<Entry>()];
        return left.Length > 0 ? new(now, left) : null;
    }

    /// <summary>Takes over what memory knows better.</summary>
    /// <param name="shared">What is known without it.</param>
    /// <param name="memory">What memory knows.</param>
    /// <param name="read">What it knew at first, from the file.</param>
    public static AlertDigest? Merge(AlertDigest? shared, AlertDigest? memory, AlertDigest? read)
    {
        Entry[] changed = [.. (memory?.Entries ?? []).Except(read?.Entries ?? [])];
        var left = (read?.Entries ?? []).Where(entry => memory?.Contains(entry.Key) != true).Concat(changed)
            .Aggregate(shared, (digest, entry) => digest?.Without(entry.Key));
        return changed.Length == 0 ? left : new((left ?? memory!).Began, [.. left?.Entries ?? [], .. changed]);
    }

    public bool Contains(string key) => Find(key) is not null;

    private Entry? Find(string key) => Entries.FirstOrDefault(entry => AlertKey.IsSame(entry.Key, key));

    /// <summary>The calls of one key.</summary>
    /// <param name="Key">The key.</param>
    /// <param name="Title">The title of the last call.</param>
    /// <param name="Severity">The highest severity.</param>
    /// <param name="Count">How often it fired; 0 if only its end is to be told.</param>
    /// <param name="Lasted">How long it lasted; null if it is not over.</param>
    internal sealed record Entry(string Key, string Title, AlertSeverity Severity, int Count, TimeSpan? Lasted)
    {
        /// <summary>What is not told yet; null if all is. One that says less than was told is a new one.</summary>
        public Entry? Since(Entry told) =>
            Count < told.Count ? this
            : Count > told.Count || (Lasted is not null && Lasted != told.Lasted) ? this with { Count = Count - told.Count }
            : null;
    }
}
