using System;
using System.Threading;
using System.Threading.Tasks;

namespace WeComRobot.Alerts;

/// <summary>A call that says that an alert is over.</summary>
/// <param name="context">What it works with.</param>
/// <param name="alert">The alert.</param>
/// <param name="composer">Makes its message.</param>
internal sealed class EndCall(AlertContext context, Alert alert, AlertComposer composer)
{
    /// <summary>Tells the group, if it was told that the alert fires.</summary>
    /// <exception cref="WeComException">
    /// The message was not delivered, or may not have been, and is not kept. StateUnwritable: it cannot be known whether the alert fired.
    /// </exception>
    public async Task<AlertReceipt> RunAsync(CancellationToken cancellationToken)
    {
        if (Find() is null)
        {
            return context.IsInMemory ? throw AlertBooks.Unusable(Strings.AlertEndUnknown) : CreateReceipt(null, AlertStatus.NotFiring);
        }

        using var turn = await context.TakeTurnAsync(alert.Key, cancellationToken).ConfigureAwait(false);
        if (Find() is not { } known)
        {
            // The call that had the turn has told the end
            return CreateReceipt(null, AlertStatus.NotFiring);
        }

        var state = known.IsWaiting ? await new WaitingMessages(context).SettleAsync(known, cancellationToken).ConfigureAwait(false) : known;
        return await EndAsync(state with { EndedAt = state.EndedAt ?? context.Now }, cancellationToken).ConfigureAwait(false);
    }

    private async Task<AlertReceipt> EndAsync(AlertState settled, CancellationToken cancellationToken)
    {
        var (isHeldBack, isUntold) = (false, false);
        var state = settled;
        context.Change(book =>
        {
            // Calls may have been counted in the meantime
            state = (book.Find(alert.Key) ?? settled).TakeBack(settled) with { EndedAt = settled.EndedAt };
            book = book.With(state);

            // What the group will read in the digest has to end there, too; what it will read from the outbox, behind that
            isHeldBack = state.IsKnown
                ? !state.IsWaiting && AlertCap.HoldsBack(book, state.KnownSeverity, context.Now)
                : book.Digest?.Contains(alert.Key) == true;
            isUntold = !state.IsKnown && !isHeldBack;
            return isHeldBack ? AlertCap.Add(book, state with { Title = alert.Title }, AlertRules.GetDuration(state, state.EndedAt!.Value), context.Now)
                : isUntold ? book.Without(alert.Key)
                : AlertCap.CountMessage(book, context.Now);
        });
        return isHeldBack ? CreateReceipt(state, AlertStatus.Suppressed)
            : isUntold ? CreateReceipt(null, AlertStatus.NotFiring)
            : await TellAsync(state, cancellationToken).ConfigureAwait(false);
    }

    private async Task<AlertReceipt> TellAsync(AlertState state, CancellationToken cancellationToken)
    {
        var sender = new AlertSender(context, alert.Key, AlertSteps.ForEnd(state));
        try
        {
            var (outgoing, notices) = composer.Compose(AlertNotices.ForEnd(alert, state, context.Time));
            context.Warn(notices);

            var overtakes = state is { IsWaiting: true, KnownSeverity: AlertSeverity.Critical, WaitingSeverity: < AlertSeverity.Critical };
            var beginning = state is { IsWaiting: true, Told: null } ? state.Waiting[0] : null;
            var isDelivered = await sender.SendOrDeferAsync(outgoing, overtakes ? null : GetMoment(state), beginning, cancellationToken).ConfigureAwait(false);
            return CreateReceipt(state, isDelivered ? AlertStatus.Resolved : AlertStatus.Deferred);
        }
        catch when (!sender.MayReachGroup)
        {
            context.Change(AlertCap.UncountMessage);
            throw;
        }
    }

    /// <summary>The moment until which the message has to wait; null if it can be sent. An end waits behind its beginning.</summary>
    private DateTimeOffset? GetMoment(AlertState state)
    {
        var quietEnd = context.GetQuietEnd(state.KnownSeverity);
        if (!state.IsWaiting)
        {
            return quietEnd;
        }

        var beginning = state.WaitsUntil > 0 ? new DateTimeOffset(state.WaitsUntil, TimeSpan.Zero) : context.Time.GetUtcNow();
        return quietEnd > beginning ? quietEnd : beginning;
    }

    private AlertState? Find() => context.Change(book => book).Find(alert.Key);

    private AlertReceipt CreateReceipt(AlertState? state, AlertStatus status) =>
        context.CreateReceipt(alert, state?.KnownSeverity ?? alert.Severity, state, status);
}
