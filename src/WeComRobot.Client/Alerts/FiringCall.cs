using System.Threading;
using System.Threading.Tasks;

namespace WeComRobot.Alerts;

/// <summary>A call that says that an alert fires.</summary>
/// <param name="context">What it works with.</param>
/// <param name="alert">The alert.</param>
/// <param name="composer">Makes its message.</param>
internal sealed class FiringCall(AlertContext context, Alert alert, AlertComposer composer)
{
    /// <summary>Tells the group, or only counts.</summary>
    /// <exception cref="WeComException">The message was not delivered, or may not have been, and is not kept.</exception>
    public async Task<AlertReceipt> RunAsync(CancellationToken cancellationToken)
    {
        // Most repetitions end here: they wait for nobody
        if (TryCount(isSettled: false) is { } counted)
        {
            return counted;
        }

        using var turn = await context.TakeTurnAsync(alert.Key, cancellationToken).ConfigureAwait(false);
        await SettleAsync(cancellationToken).ConfigureAwait(false);
        return TryCount(isSettled: true) ?? await TellAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Counts the call, if the group need not be told; null if it must be.</summary>
    /// <param name="isSettled">Whether it is known what became of the alert's messages in the outbox.</param>
    private AlertReceipt? TryCount(bool isSettled)
    {
        AlertState? counted = null;
        context.Change(book =>
        {
            var known = book.Find(alert.Key);
            if (known is null || AlertRules.IsDue(known, alert, context.Now) || (known.IsWaiting && !isSettled))
            {
                return book;
            }

            counted = known.Repeat(alert, context.Now);
            return book.With(counted);
        });
        return counted is null ? null : CreateReceipt(counted, AlertStatus.Suppressed);
    }

    private async Task SettleAsync(CancellationToken cancellationToken)
    {
        if (context.Change(book => book).Find(alert.Key) is { IsWaiting: true } waiting)
        {
            try
            {
                var settled = await new WaitingMessages(context).SettleAsync(waiting, cancellationToken).ConfigureAwait(false);
                context.Change(book => book.Change(alert.Key, state => state.TakeBack(settled)));
            }
            catch (WeComException failure)
            {
                // It still waits, as far as anybody knows; a graver alert is sent all the same
                context.Warn(failure.What);
            }
        }
    }

    private async Task<AlertReceipt> TellAsync(CancellationToken cancellationToken)
    {
        var isHeldBack = false;
        var state = context.Change(book =>
        {
            var counted = (book.Find(alert.Key) ?? AlertState.Begin(alert, context.Now)).Repeat(alert, context.Now);
            isHeldBack = AlertCap.HoldsBack(book, alert.Severity, context.Now);
            return isHeldBack
                ? AlertCap.Add(book.With(counted), counted, lasted: null, context.Now)
                : AlertCap.CountMessage(book.With(counted), context.Now);
        }).Find(alert.Key)!;
        if (isHeldBack)
        {
            return CreateReceipt(state, AlertStatus.Suppressed);
        }

        var sender = new AlertSender(context, alert.Key, AlertSteps.ForFiring(context, alert, state));
        try
        {
            var (outgoing, notices) = composer.Compose(AlertNotices.ForFiring(alert, state, context.Time));
            context.Warn(notices);
            var isDelivered = await sender.SendOrDeferAsync(outgoing, context.GetQuietEnd(alert.Severity), follows: null, cancellationToken).ConfigureAwait(false);
            return CreateReceipt(isDelivered);
        }
        catch when (!sender.MayReachGroup)
        {
            context.Change(AlertCap.UncountMessage);
            throw;
        }
    }

    private AlertReceipt CreateReceipt(bool isDelivered) =>
        CreateReceipt(context.Change(book => book).Find(alert.Key), isDelivered ? AlertStatus.Sent : AlertStatus.Deferred);

    private AlertReceipt CreateReceipt(AlertState? state, AlertStatus status) => context.CreateReceipt(alert, alert.Severity, state, status) with
    {
        Next = state is null ? null : AlertRules.GetNext(state, context.Now)?.ToLocalTime(),
    };
}
