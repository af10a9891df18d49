using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using WeComRobot.Fitting;
using WeComRobot.Outbox;

namespace WeComRobot.Alerts;

/// <summary>Sends or keeps one message about an alert, so that what is known never says more than what is certain.</summary>
/// <param name="context">The call.</param>
/// <param name="key">The key of the alert.</param>
/// <param name="steps">What becomes known.</param>
internal sealed class AlertSender(AlertContext context, string key, AlertSteps steps)
{
    /// <summary>Whether the group has certainly read the message, or will read it from the outbox.</summary>
    private bool _reachesGroup;

    /// <summary>Whether the message has arrived, may have, or waits in the outbox.</summary>
    public bool MayReachGroup { get; private set; }

    /// <summary>Sends the message in place of what waits of the alert, or keeps it behind that until a moment, if one is given.</summary>
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
            var earlier = await DeliverEarlierAsync(cancellationToken).ConfigureAwait(false);
            try
            {
                return await SendAsync(outgoing, cancellationToken).ConfigureAwait(false);
            }
            finally
            {
                // Not before the new one is safe: if this process dies in between, an old message is read, but none is lost
                if (_reachesGroup)
                {
                    new WaitingMessages(context).Remove(earlier);
                }
            }
        }

        await DeferAsync(outgoing, moment, follows, cancellationToken).ConfigureAwait(false);
        return false;
    }

    /// <summary>What waits in the outbox comes first: nobody shall read of an alert's end when it fires anew.</summary>
    /// <returns>What still waits of this alert.</returns>
    private async Task<IReadOnlyList<OutboxItem>> DeliverEarlierAsync(CancellationToken cancellationToken)
    {
        if (!MayHaveEarlier)
        {
            return [];
        }

        try
        {
            var waiting = new WaitingMessages(context);
            await waiting.DeliverDueAsync(cancellationToken).ConfigureAwait(false);
            return waiting.Find(key);
        }
        catch (WeComException failure)
        {
            // That is no reason to keep this one back
            context.Warn(failure.What);
            return [];
        }
    }

    private bool MayHaveEarlier => context.Target.Name is not null
        && (context.Target.QuietHours is not null || context.Options.OnFailure == FailurePolicy.Outbox || context.Change(book => book).Find(key) is { IsWaiting: true });

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
        OutboxResult result;
        try
        {
            result = await CreateOutboxClient()
                .DeferAsync(context.Target.Name!, outgoing, keep, context.Options.Delivery, cancellationToken).ConfigureAwait(false);
        }
        catch (WeComException)
        {
            MayReachGroup = false;
            context.Change(steps.NotDelivered);
            throw;
        }

        context.Change(steps.Kept);
        if (until > context.Time.GetUtcNow())
        {
            WarnOfKept(Strings.AlertDeferred.With(context.Target.Name, until).Then(Advice.Get(nameof(Strings.AdviseDeliverOutbox))), result);
        }
    }

    private void WarnOfKept(string text, OutboxResult result) => context.Warn(result.IsOnThisMachineOnly ? text.Then(Strings.AlertKeptHere) : text);

    /// <summary>As long as the message is in the outbox, it is known of the alert that it is.</summary>
    private KeepOptions CreateKeepOptions(DateTimeOffset? until) => new()
    {
        Alert = key,
        NotBefore = until,
        ExpiresAfter = context.Options.ExpiresAfter,
        Writing = id =>
        {
            MayReachGroup = true;
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
            return true;
        }
        finally
        {
            MayReachGroup = journal.MayHaveArrived;
            _reachesGroup = journal.HasArrived;
        }
    }

    private async Task<bool> SendOrKeepAsync(string name, Outgoing outgoing, CancellationToken cancellationToken)
    {
        var journal = new AlertJournal(context, steps with { NotDelivered = steps.NotArrived });
        try
        {
            var result = await CreateOutboxClient().SendAsync(
                name, context.Target.Pool, outgoing, CreateKeepOptions(until: null), context.Options.Delivery with { Journal = journal }, cancellationToken)
                .ConfigureAwait(false);
            if (result.Failure is not { } failure)
            {
                return _reachesGroup = true;
            }

            // What may have arrived waits for the user, not for a delivery
            var waits = result.State == OutboxState.Pending;
            _reachesGroup = waits || journal.HasArrived;
            if (!journal.HasArrived)
            {
                context.Change(waits ? steps.Kept : book => steps.Posting(steps.NotDelivered(book)));
            }

            WarnOfKept((waits ? Strings.AlertKept : Strings.AlertKeptAside).With(failure.What), result);
            return journal.HasArrived;
        }
        catch (WeComException) when (journal.HasArrived)
        {
            // Its file did not
            _reachesGroup = true;
            throw;
        }
        catch (WeComException)
        {
            // What the outbox does not keep certainly did not arrive
            MayReachGroup = false;
            context.Change(steps.NotDelivered);
            throw;
        }
    }
}
