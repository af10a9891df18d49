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
    /// <summary>Delivers what is due, and finds out what became of the alert's messages.</summary>
    /// <exception cref="WeComException">OutboxUnusable: the outbox cannot be read.</exception>
    public async Task<AlertState> SettleAsync(AlertState state, CancellationToken cancellationToken)
    {
        await DeliverDueAsync(cancellationToken).ConfigureAwait(false);
        return Settle(state, Find(state), context.Now);
    }

    /// <summary>Delivers all of the robot that is due: what was written first is read first.</summary>
    /// <exception cref="WeComException">OutboxUnusable: the outbox cannot be read.</exception>
    public async Task DeliverDueAsync(CancellationToken cancellationToken)
    {
        var now = context.Time.GetUtcNow();
        if (context.Outbox.GetItems(IsOfRobot).Any(item => item.State == OutboxState.Pending && item.IsDue(now)))
        {
            await new OutboxClient(context.Client, context.Outbox).DeliverAsync(
                context.Target.Name!, context.Target.Pool, null, (failure, _) => context.Warn(Strings.AlertStillWaits.With(failure.What)),
                context.Options.Delivery, force: false, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Removes the alert's messages that nobody is sending at the moment: a graver one takes their place.</summary>
    /// <exception cref="WeComException">OutboxUnusable: they cannot be removed.</exception>
    public AlertState Remove(AlertState state)
    {
        foreach (var item in Find(state))
        {
            context.Outbox.Remove(item);
        }

        return state with { Waiting = [], WaitsUntil = 0 };
    }

    private OutboxItem[] Find(AlertState state) => [.. context.Outbox.GetItems(IsOfRobot).Where(item => state.Waiting.Contains(item.Id))];

    private bool IsOfRobot(string name) => string.Equals(name, context.Target.Name, StringComparison.OrdinalIgnoreCase);

    private static AlertState Settle(AlertState state, IReadOnlyList<OutboxItem> items, Moment now)
    {
        string[] waiting = [.. items.Where(item => item.State is OutboxState.Pending or OutboxState.Sending).Select(item => item.Id)];
        if (waiting.Length > 0)
        {
            return state with { Waiting = waiting };
        }

        var settled = state with { Waiting = [], WaitsUntil = 0, IsInDoubt = state.IsInDoubt || items.Any(item => item.State == OutboxState.Unknown) };

        // What is gone was delivered, or removed by the user, who knows of it; but it may have been dropped by a process that died
        return items.Count > 0 || settled.IsInDoubt ? settled : settled.Tell(state.WaitingSeverity, GetDelivery(state, now));
    }

    /// <summary>When a message was delivered at the earliest.</summary>
    private static Moment GetDelivery(AlertState state, Moment now) => state.WaitsUntil > 0 && state.WaitsUntil < now.Utc
        ? now with { Ticks = now.Ticks - (now.Utc - state.WaitsUntil), Utc = state.WaitsUntil }
        : now;
}
