using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using WeComRobot.Compat;
using WeComRobot.Delivery;
using WeComRobot.Messages.Validation;
using WeComRobot.Outbox;
using WeComRobot.RateLimiting;

namespace WeComRobot.Alerts;

/// <summary>What one call about an alert works with.</summary>
/// <param name="client">Posts.</param>
/// <param name="openOutbox">Opens the outbox, when one is needed.</param>
/// <param name="books">What is known of alerts.</param>
/// <param name="clock">The clock.</param>
/// <param name="target">The robot.</param>
/// <param name="options">How messages are delivered.</param>
internal sealed class AlertContext(
    RobotClient client, Func<MessageOutbox> openOutbox, AlertBooks books, WindowClock clock, AlertTarget target, AlertOptions options)
{
    private static readonly TimeSpan TurnInterval = TimeSpan.FromMilliseconds(25);

    private readonly HashSet<string> _warnings = [];
    private readonly Lazy<MessageOutbox> _outbox = new(openOutbox);

    private bool _hasWarnedOfState;
    private bool _usesMemory;

    public RobotClient Client => client;

    public MessageOutbox Outbox => _outbox.Value;

    public AlertTarget Target => target;

    public AlertOptions Options => options;

    public TimeProvider Time => clock.Time;

    public Moment Now => clock.Now;

    /// <summary>Whether this call has delivered what was due in the outbox: once is enough.</summary>
    public bool HasDeliveredDue { get; set; }

    /// <summary>The end of the quiet hours, if a message of this severity has to wait for it.</summary>
    public DateTimeOffset? GetQuietEnd(AlertSeverity severity) =>
        severity < AlertSeverity.Critical ? target.QuietHours?.GetEnd(Time.GetUtcNow()) : null;

    /// <summary>Changes what is known of the robot's alerts.</summary>
    public AlertBook Change(Func<AlertBook, AlertBook> change)
    {
        var changed = books.Change(target.Identity, book => change(book.Sanitize(Now)), !_usesMemory, WarnOfState);
        _usesMemory |= books.IsInMemory(target.Identity);
        return changed;
    }

    /// <summary>Whether an alert that is not known may have fired all the same, because the shared state cannot be used.</summary>
    public bool IsInMemory => books.IsInMemory(target.Identity);

    /// <summary>Takes the turn to send what a key needs; null while another call has it.</summary>
    public IDisposable? TryTakeTurn(string key) => books.TryTakeTurn(target.Identity, key);

    /// <summary>Waits for the turn to send what a key needs. Another call that has it is sending, and ends soon.</summary>
    public async Task<IDisposable> TakeTurnAsync(string key, CancellationToken cancellationToken)
    {
        while (true)
        {
            if (TryTakeTurn(key) is { } turn)
            {
                return turn;
            }

            await Time.DelayAsync(TurnInterval, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>What became of the call.</summary>
    /// <param name="alert">The alert.</param>
    /// <param name="severity">Of which severity the call was.</param>
    /// <param name="state">What is known of the alert; null if nothing is.</param>
    /// <param name="status">Whether the group was told.</param>
    public AlertReceipt CreateReceipt(Alert alert, AlertSeverity severity, AlertState? state, AlertStatus status) => new()
    {
        Robot = target.Identity,
        Key = alert.Key,
        Severity = severity,
        Status = status,
        Since = state is null ? null : AlertRules.ToTime(state.Since).ToLocalTime(),
        Count = state?.Count ?? 0,
    };

    /// <summary>Warns of the state once: its next steps fail for the same reason, maybe in other words.</summary>
    private void WarnOfState(string text)
    {
        if (!_hasWarnedOfState)
        {
            _hasWarnedOfState = true;
            Warn(text);
        }
    }

    /// <summary>Warns of findings.</summary>
    public void Warn(IEnumerable<Finding> findings)
    {
        foreach (var finding in findings)
        {
            Warn(finding.Text);
        }
    }

    /// <summary>Warns, of the same thing once.</summary>
    public void Warn(string text)
    {
        lock (_warnings)
        {
            if (!_warnings.Add(text))
            {
                return;
            }
        }

        options.Delivery.ReportWarning(text);
    }
}
