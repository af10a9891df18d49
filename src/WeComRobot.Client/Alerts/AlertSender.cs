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

    /// <summary>Sends the message, or keeps it until a moment, if one is given.</summary>
    /// <returns>Whether it was delivered; if not, it is in the outbox.</returns>
    /// <exception cref="WeComException">It was not delivered, or may not have been, and is not kept.</exception>
    public async Task<bool> SendOrDeferAsync(Outgoing outgoing, DateTimeOffset? until, CancellationToken cancellationToken)
    {
        if (until is not { } moment)
        {
            if (context.Target is { QuietHours: not null, Name: not null })
            {
                // What waited for the end of the quiet hours comes first
                await new WaitingMessages(context).DeliverDueAsync(cancellationToken).ConfigureAwait(false);
            }

            return await SendAsync(outgoing, cancellationToken).ConfigureAwait(false);
        }

        await DeferAsync(outgoing, moment, cancellationToken).ConfigureAwait(false);
        return false;
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
    private async Task DeferAsync(Outgoing outgoing, DateTimeOffset until, CancellationToken cancellationToken)
    {
        var result = await CreateOutboxClient()
            .DeferAsync(context.Target.Name!, outgoing, until, context.Options.ExpiresAfter, context.Options.Delivery, cancellationToken).ConfigureAwait(false);
        IsUnderway = true;
        context.Change(book => steps.Written(book, result.FirstKept!, until));
        context.Warn(Strings.AlertDeferred.With(until.ToLocalTime()).Then(Advice.Get(nameof(Strings.AdviseDeliverOutbox))));
    }

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
            return true;
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
            var result = await CreateOutboxClient()
                .SendAsync(name, context.Target.Pool, outgoing, Written, context.Options.Delivery, context.Options.ExpiresAfter, cancellationToken).ConfigureAwait(false);
            context.Change(result.Failure is null ? steps.Delivered : result.State == OutboxState.Pending ? steps.Kept : book => book);
            if (result.Failure is { } failure)
            {
                context.Warn(Strings.AlertKept.With(failure.What));
            }

            return result.Failure is null;
        }
        catch (WeComException)
        {
            // What the outbox does not keep certainly did not arrive
            IsUnderway = false;
            context.Change(steps.NotDelivered);
            throw;
        }

        void Written(string id)
        {
            IsUnderway = true;
            context.Change(book => steps.Written(steps.Posting(book), id, null));
        }
    }
}
