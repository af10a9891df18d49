using System;
using System.Collections.Generic;
using System.Linq;
using WeComRobot.Alerts;

namespace WeComRobot.Client.Tests.Alerts;

/// <summary>What a cap does by its specification.</summary>
/// <param name="perHour">The cap; null for none.</param>
internal sealed class CapModel(int? perHour)
{
    private readonly List<Held> _held = [];
    private (TimeSpan Began, int Sent) _hour = (TimeSpan.MinValue, 0);
    private TimeSpan _heldSince;

    public bool HoldsBack(AlertSeverity severity, TimeSpan now) => severity < AlertSeverity.Critical && !IsOver(_hour.Began, now) && _hour.Sent >= perHour;

    public void Count(TimeSpan now) => _hour = IsOver(_hour.Began, now) ? (now, 1) : (_hour.Began, _hour.Sent + 1);

    public void Uncount() => _hour.Sent--;

    public bool Holds(string key) => _held.Any(held => held.IsOf(key));

    public void Drop(string key) => _held.RemoveAll(held => held.IsOf(key));

    /// <summary>Holds back a call.</summary>
    /// <param name="key">Its key.</param>
    /// <param name="alert">Its alert.</param>
    /// <param name="isEnd">Whether the alert is over.</param>
    public void Hold(string key, AlertEpisode alert, bool isEnd)
    {
        if (_held.Count == 0)
        {
            _heldSince = _hour.Began;
        }

        var held = _held.Find(held => held.IsOf(key));
        if (held is null)
        {
            _held.Add(held = new(key));
        }

        held.Severity = held.Severity > alert.LastSeverity ? held.Severity : alert.LastSeverity;
        held.Alert = isEnd ? null : alert;
        held.Count += isEnd ? 0 : 1;
    }

    /// <summary>Tells what was held back in an hour that is over.</summary>
    public void Tell(Func<Told, Ending> post, TimeSpan now)
    {
        if (_held.Count == 0 || !IsOver(_heldSince, now))
        {
            return;
        }

        var lines = string.Join('\n', _held.Select(held => held.Line));
        if (post(new(lines, false, _held.Max(held => held.Severity), _held.Sum(held => Math.Max(1, held.Count)))) == Ending.Delivered)
        {
            _held.ForEach(held => held.Alert?.NoteDigest(held.Severity, now));
            _held.Clear();
            Count(now);
        }
    }

    private static bool IsOver(TimeSpan began, TimeSpan now) => began == TimeSpan.MinValue || now - began >= TimeSpan.FromHours(1);

    private sealed class Held(string key)
    {
        /// <summary>Null if it is over.</summary>
        public AlertEpisode? Alert { get; set; }

        public AlertSeverity Severity { get; set; }

        public int Count { get; set; }

        public string Line =>
            $"{(Alert is null ? "🟢" : Severity switch { AlertSeverity.Info => "🔵", AlertSeverity.Warning => "🟠", _ => "🔴" })} {key}{(Count > 0 ? $" × {Count}" : "")}{(Alert is null ? " (resolved)" : "")}";

        public bool IsOf(string other) => string.Equals(key, other, StringComparison.OrdinalIgnoreCase);
    }
}
