using System;
using System.Threading;
using System.Threading.Tasks;
using WeComRobot.Fitting;
using WeComRobot.Outbox;

namespace WeComRobot.Alerts;

/// <summary>Sends or keeps one message about an alert, so that what is known never says more than what is certain.</summary>
/// <param name="context">The call.</param>
/// <param name="steps">What becomes known.</param>
internal sealed class AlertSender(AlertContext context, AlertSteps steps)
{
    /// <summary>Whether the message has arrived, may have, or waits in the outbox.</summary>
    public bool IsUnderway { get; private set; }

    /// <summary>Whether the group has certainly read the message, or will read it from the outbox.</summary>
    public bool IsSafe { get; private set; }

    /// <summary>Sends the message, or keeps it until a moment, if one is given.</summary>
    /// <param name="outgoing">The message.</param>
    /// <param name="until">The moment.</param>
    /// <param name="follows">The id of the message in the outbox without which it makes no sense; null for none.</param>
    /// <param name="cancellationToken">Cancels waiting and posting.</param>
    /// <returns>Whether it was delivered; if not, it is in the outbox.</returns>
    /// <exception cref="WeComException">It was not delivered, or may not have been, and is not kept.</exception>
    public async Task<bool> SendOrDeferAsync(Outgoing outgoing, DateTimeOffset? until, string? follows, CancellationToken cancellationToken)
    {
        if (until is not { } moment)
        {
            await DeliverEarlierAsync(cancellationToken).ConfigureAwait(false);
            return await SendAsync(outgoing, cancellationToken).ConfigureAwait(false);
        }

        await DeferAsync(outgoing, moment, follows, cancellationToken).ConfigureAwait(false);
        return false;
    }

    /// <summary>What waits in the outbox comes first: nobody shall read of an alert's end when it fires anew.</summary>
    private async Task DeliverEarlierAsync(CancellationToken cancellationToken)
    {
        if (context.Target.Name is null || (context.Target.QuietHours is null && context.Options.OnFailure != FailurePolicy.Outbox))
        {
            return;
        }

        try
        {
            await new WaitingMessages(context).DeliverDueAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (WeComException failure)
        {
            // That is no reason to keep this one back
            context.Warn(failure.What);
        }
    }

    /// <summary>Sends the message.</summary>
    /// <returns>Whether it was delivered; if not, it is in the outbox.</returns>
    /// <exception cref="WeComException">It was not delivered, or may not have been, and is not kept.</exception>
    private Task<bool> SendAsync(Outgoing outgoing, CancellationToken cancellationToken) =>
        context.Options.OnFailure == FailurePolicy.Outbox && context.Target.Name is { } name
            ? SendOrKeepAsync(name, outgoing, cancellationToken)
            : PostAsync(outgoing, cancellationToken);

    /// <summary>Writes the message to the outbox: it is not delivered before a moment.</summary>
    /// <exception cref="WeComException">OutboxUnwritable: it is not kept.</exception>
    private async Task DeferAsync(Outgoing outgoing, DateTimeOffset until, string? follows, CancellationToken cancellationToken)
    {
        var keep = CreateKeepOptions(until) with { Follows = follows };
        try
        {
            await CreateOutboxClient()
                .DeferAsync(context.Target.Name!, outgoing, keep, context.Options.Delivery, cancellationToken).ConfigureAwait(false);
        }
        catch (WeComException)
        {
            IsUnderway = false;
            context.Change(steps.NotDelivered);
            throw;
        }

        IsSafe = true;
        context.Change(steps.Kept);
        if (until > context.Time.GetUtcNow())
        {
            context.Warn(Strings.AlertDeferred.With(context.Target.Name, until).Then(Advice.Get(nameof(Strings.AdviseDeliverOutbox))));
        }
    }

    /// <summary>As long as the message is in the outbox, it is known of the alert that it is.</summary>
    private KeepOptions CreateKeepOptions(DateTimeOffset? until) => new()
    {
        NotBefore = until,
        ExpiresAfter = context.Options.ExpiresAfter,
        Writing = id =>
        {
            IsUnderway = true;
            context.Change(book => steps.Written(book, id, until));
        },
    };

    private OutboxClient CreateOutboxClient() => new(context.Client, context.Outbox);

    /// <summary>Posts the message, whatever the options say of the outbox.</summary>
    /// <exception cref="WeComException">It was not delivered, or may not have been.</exception>
    public async Task<bool> PostAsync(Outgoing outgoing, CancellationToken cancellationToken)
    {
        var journal = new AlertJournal(context, steps);
        try
        {
            context.Client.BeginMessage();
            await context.Client.SendAsync(context.Target.Pool, outgoing, context.Options.Delivery with { Journal = journal }, cancellationToken).ConfigureAwait(false);
            return IsSafe = true;
        }
        finally
        {
            IsUnderway = journal.MayHaveArrived;
        }
    }

    private async Task<bool> SendOrKeepAsync(string name, Outgoing outgoing, CancellationToken cancellationToken)
    {
        try
        {
            var journal = new AlertJournal(context, steps with { NotDelivered = steps.NotArrived });
            var result = await CreateOutboxClient().SendAsync(
                name, context.Target.Pool, outgoing, CreateKeepOptions(until: null), context.Options.Delivery with { Journal = journal }, cancellationToken)
                .ConfigureAwait(false);
            if (result.Failure is not { } failure)
            {
                return IsSafe = true;
            }

            // What may have arrived waits for the user, not for a delivery
            IsSafe = result.State == OutboxState.Pending;
            context.Change(IsSafe ? steps.Kept : book => steps.Posting(steps.NotDelivered(book)));
            context.Warn((IsSafe ? Strings.AlertKept : Strings.AlertKeptAside).With(failure.What));
            return false;
        }
        catch (WeComException)
        {
            // What the outbox does not keep certainly did not arrive
            IsUnderway = false;
            context.Change(steps.NotDelivered);
            throw;
        }
    }
}
