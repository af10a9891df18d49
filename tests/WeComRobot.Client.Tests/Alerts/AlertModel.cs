using System;
using System.Collections.Generic;
using System.Linq;
using WeComRobot.Alerts;

namespace WeComRobot.Client.Tests.Alerts;

/// <summary>What alerts do by their specification, written without a look at how the client does it.</summary>
/// <param name="post">Posts what a group reads.</param>
internal sealed class AlertModel(Func<Told, Ending> post)
{
    private readonly Dictionary<string, AlertEpisode> _firing = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<KeptMessage> _outbox = [];

    private bool _hasDelivered;

    public TimeSpan Now { get; set; }

    public bool HasQuietHours { get; set; }

    public CapModel Cap { get; set; } = new(null);

    /// <summary>When the quiet hours end; null if it is not quiet.</summary>
    public TimeSpan? QuietEnd { get; set; }

    public IEnumerable<(string Key, int Count)> Firing => _firing.Select(alert => (alert.Key, alert.Value.Count));

    /// <summary>What waits in the outbox, in order.</summary>
    public IEnumerable<Told> Waiting => _outbox.Select(kept => kept.Message);

    /// <returns>Null for an error.</returns>
    public AlertStatus? Fire(string key, AlertSeverity severity, TimeSpan repeatAfter, bool keeps)
    {
        TellHeldBack();
        var alert = Settle(key) ?? (_firing[key] = new());
        alert.Count++;
        alert.LastSeverity = severity;
        alert.LastCall = Now;
        var isDue = _outbox.LastOrDefault(kept => kept.Alert == alert) is { } waiting
            ? severity == AlertSeverity.Critical && waiting.Message.Severity < severity
            : alert.ToldOf is not { } told || alert.DoubtfulOf is not null || severity > told || Now - alert.ToldAt >= repeatAfter;
        if (isDue && !Cap.HoldsBack(severity, Now))
        {
            Cap.Count(Now);
            return Send(alert, new(key, false, severity, alert.Count), keeps, AlertStatus.Sent);
        }

        if (isDue)
        {
            Cap.Hold(key, alert, isEnd: false);
        }

        return AlertStatus.Suppressed;
    }

    /// <returns>Null for an error.</returns>
    public AlertStatus? Resolve(string key, bool keeps)
    {
        TellHeldBack();
        if (Settle(key) is not { } alert)
        {
            return AlertStatus.NotFiring;
        }

        var waiting = _outbox.LastOrDefault(kept => kept.Alert == alert);
        var known = Later(alert.ToldOf, waiting?.Message.Severity) ?? alert.DoubtfulOf;
        if (known is { } of ? waiting is null && Cap.HoldsBack(of, Now) : Cap.Holds(key))
        {
            Cap.Hold(key, alert, isEnd: true);
            _firing.Remove(key);
            return AlertStatus.Suppressed;
        }

        if (known is not { } severity)
        {
            _firing.Remove(key);
            return AlertStatus.NotFiring;
        }

        Cap.Count(Now);
        Cap.Drop(key);
        var end = new Told(key, true, severity, alert.Count, alert.ToldOf is null && alert.DoubtfulOf is not null);
        if (waiting is null || (waiting.Message.Severity < severity && severity == AlertSeverity.Critical))
        {
            return Send(alert, end, keeps, AlertStatus.Resolved);
        }

        var until = severity < AlertSeverity.Critical ? Later(QuietEnd, waiting.NotBefore) : waiting.NotBefore;
        return Keep(alert, end, until, alert.ToldOf is null ? waiting : null);
    }

    /// <summary>Forgets an alert, as Clear-WeComAlert does.</summary>
    public void Clear(string key)
    {
        if (_firing.Remove(key))
        {
            Cap.Drop(key);
        }
    }

    /// <summary>Tells what was beyond the cap, unless it is quiet.</summary>
    public void TellHeldBack()
    {
        if (QuietEnd is null)
        {
            Cap.Tell(post, Now);
        }
    }

    /// <summary>Delivers what is due of the outbox, as Send-WeComOutbox does.</summary>
    public void DeliverDue() => DeliverDue(_ => true, kept => kept.NotBefore);

    private void DeliverDue(Func<KeptMessage, bool> which, Func<KeptMessage, TimeSpan?> at)
    {
        foreach (var kept in _outbox.Where(kept => which(kept) && !(kept.NotBefore > Now)).ToArray())
        {
            if (kept.Message.IsEnd && kept.Beginning?.IsSetAside == true)
            {
                // Nobody shall read an end without its beginning
                _outbox.Remove(kept);
                continue;
            }

            var ending = post(kept.Message);
            if (ending == Ending.Busy)
            {
                return;
            }

            _outbox.Remove(kept);
            kept.IsSetAside = ending != Ending.Delivered;
            kept.Alert.Note(kept.Message, ending, at(kept));
        }
    }

    /// <summary>A call first delivers what waits of its key and is due.</summary>
    private AlertEpisode? Settle(string key)
    {
        _hasDelivered = false;
        if (_firing.TryGetValue(key, out var alert) && _outbox.Any(kept => kept.Alert == alert && !(kept.NotBefore > Now)))
        {
            DeliverDue(
                kept => QuietEnd is null || (kept.Alert == alert && kept.Message.Severity == AlertSeverity.Critical),
                kept => kept.Alert == alert ? Now : kept.NotBefore);
            _hasDelivered = QuietEnd is null;
        }

        // When a message was delivered that could have been delivered at any time is not known; at the latest it is now
        alert?.ToldAt ??= Now;
        return alert;
    }

    private AlertStatus? Send(AlertEpisode alert, Told message, bool keeps, AlertStatus sent)
    {
        if (message.Severity < AlertSeverity.Critical && QuietEnd is { } end)
        {
            return Keep(alert, message, end);
        }

        if ((HasQuietHours || keeps) && QuietEnd is null && !_hasDelivered)
        {
            // What waits for nothing any more is read first
            DeliverDue();
        }

        var ending = post(message);
        alert.Note(message, ending, Now);
        if (ending == Ending.Refused || (ending == Ending.Busy && !keeps))
        {
            Cap.Uncount();
        }
        else if (ending == Ending.Delivered)
        {
            Cap.Drop(message.Key);
        }

        if (ending == Ending.Delivered || (ending == Ending.Busy && keeps))
        {
            // What waits is old news, also of an earlier time that it fired
            var looks = HasQuietHours || keeps || _outbox.Exists(kept => kept.Alert == alert);
            _outbox.RemoveAll(kept => looks && string.Equals(kept.Message.Key, message.Key, StringComparison.OrdinalIgnoreCase));
        }

        // An end that may have arrived is not sent again
        Forget(message, ending is Ending.Delivered or Ending.Lost);
        return ending switch
        {
            Ending.Delivered => sent,
            Ending.Busy when keeps => Keep(alert, message, null),
            Ending.Lost when keeps => AlertStatus.Deferred,
            _ => null,
        };
    }

    private AlertStatus Keep(AlertEpisode alert, Told message, TimeSpan? notBefore, KeptMessage? beginning = null)
    {
        _outbox.Add(new(alert, message, notBefore, beginning));
        Cap.Drop(message.Key);
        Forget(message, true);
        return AlertStatus.Deferred;
    }

    private void Forget(Told message, bool isSettled)
    {
        if (message.IsEnd && isSettled)
        {
            _firing.Remove(message.Key);
        }
    }

    private static T? Later<T>(T? one, T? other)
        where T : struct => new[] { one, other }.Max();
}
