using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using WeComRobot.Outbox;
using WeComRobot.RateLimiting;

namespace WeComRobot.Alerts;

/// <summary>The messages of an alert in the outbox: what became of them since the last call.</summary>
/// <param name="context">The call.</param>
internal sealed class WaitingMessages(AlertContext context)
{
    /// <summary>Delivers what is due, unless it is quiet, and finds out what became of the alert's messages.</summary>
    /// <exception cref="WeComException">OutboxUnusable: the outbox cannot be read.</exception>
    public async Task<AlertState> SettleAsync(AlertState state, CancellationToken cancellationToken)
    {
        var before = Find(state.Waiting);
        if (IsQuiet && state.WaitingSeverity == AlertSeverity.Critical)
        {
            await DeliverAsync(WithFiles(before), cancellationToken).ConfigureAwait(false);
        }
        else if (IsAnyDue(before))
        {
            await DeliverDueAsync(cancellationToken).ConfigureAwait(false);
        }

        var left = Find(state.Waiting);
        return left.Length == 0 && before.Any(item => item.State is OutboxState.Pending or OutboxState.Sending)
            ? state.Tell(state.WaitingSeverity, context.Now)
            : Settle(state, left, context.Now);
    }

    /// <summary>Delivers all of the robot that is due, unless it is quiet: what was written first is read first.</summary>
    /// <exception cref="WeComException">OutboxUnusable: the outbox cannot be read.</exception>
    public async Task DeliverDueAsync(CancellationToken cancellationToken)
    {
        if (!IsQuiet && !context.HasDeliveredDue)
        {
            context.HasDeliveredDue = true;
            await DeliverAsync(context.Outbox.GetItems(IsOfRobot), cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>
    /// What waits of an alert, from this time that it fires and from earlier ones, with the files that go with it. A file whose message
    /// the group has read is not among them.
    /// </summary>
    /// <exception cref="WeComException">OutboxUnusable: the outbox cannot be read.</exception>
    public IReadOnlyList<OutboxItem> Find(string key) =>
    [
        .. context.Outbox.GetItems(IsOfRobot)
            .Where(item => item.State == OutboxState.Pending && AlertKey.IsSame(key, item.Alert))
            .GroupBy(item => item.Name!.Group).Where(group => group.First().Part == 1).SelectMany(group => group),
    ];

    /// <summary>Removes messages that nobody is sending at the moment: a newer one has taken their place.</summary>
    public void Remove(IReadOnlyList<OutboxItem> items)
    {
        try
        {
            foreach (var item in items)
            {
                context.Outbox.Remove(item);
            }
        }
        catch (WeComException failure)
        {
            // The group has read more than they say
            context.Warn(failure.What);
        }
    }

    private bool IsQuiet => context.GetQuietEnd(AlertSeverity.Info) is not null;

    private async Task DeliverAsync(IReadOnlyList<OutboxItem> items, CancellationToken cancellationToken)
    {
        if (IsAnyDue(items))
        {
            await new OutboxClient(context.Client, context.Outbox).DeliverAsync(
                context.Target.Name!, context.Target.Pool, IsQuiet ? items : null, (failure, _) => context.Warn(Strings.AlertStillWaits.With(failure.What)),
                context.Options.Delivery, force: false, cancellationToken).ConfigureAwait(false);
        }
    }

    private bool IsAnyDue(IReadOnlyList<OutboxItem> items)
    {
        var now = context.Time.GetUtcNow();
        return items.Any(item => item.State == OutboxState.Pending && item.IsDue(now));
    }

    /// <summary>Messages by their ids: one that is damaged does not say of which robot it is.</summary>
    private OutboxItem[] Find(IReadOnlyList<string> ids) => [.. context.Outbox.GetItems().Where(item => ids.Contains(item.Id))];

    /// <summary>Messages and the files that go with them.</summary>
    private OutboxItem[] WithFiles(IReadOnlyList<OutboxItem> messages) =>
        [.. context.Outbox.GetItems(IsOfRobot).Where(item => messages.Any(message => message.Name!.Group == item.Name?.Group))];

    private bool IsOfRobot(string name) => string.Equals(name, context.Target.Name, StringComparison.OrdinalIgnoreCase);

    private static AlertState Settle(AlertState state, IReadOnlyList<OutboxItem> items, Moment now)
    {
        string[] waiting = [.. items.Where(item => item.State is OutboxState.Pending or OutboxState.Sending).Select(item => item.Id)];
        if (waiting.Length > 0)
        {
            return state with { Waiting = waiting, IsSending = false };
        }

        var settled = state.WaitNoMore() with { Doubtful = items.Any(item => item.State == OutboxState.Unknown) ? state.WaitingSeverity : state.Doubtful };

        // What is gone was delivered, or removed by the user, who knows of it; but it may have been dropped by a process that died
        return items.Count > 0 || state.IsSending ? settled : settled.Tell(state.WaitingSeverity, GetDelivery(state, now));
    }

    /// <summary>When a message was delivered at the earliest: when it was due, but not before the last call, which found it waiting.</summary>
    private static Moment GetDelivery(AlertState state, Moment now)
    {
        var due = state.WaitsUntil > 0 && state.WaitsUntil < now.Utc
            ? now with { Ticks = now.Ticks - (now.Utc - state.WaitsUntil), Utc = state.WaitsUntil }
            : now;
        return AlertRules.Elapsed(due, now) > AlertRules.Elapsed(state.Last, now) ? state.Last : due;
    }
}
