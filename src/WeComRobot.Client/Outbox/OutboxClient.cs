using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using WeComRobot.Delivery;
using WeComRobot.Fitting;
using WeComRobot.Robots;

namespace WeComRobot.Outbox;

/// <summary>Sends messages, and keeps those that cannot be delivered in the outbox, to be delivered later.</summary>
/// <param name="client">Sends the messages.</param>
/// <param name="outbox">The outbox.</param>
public sealed class OutboxClient(RobotClient client, MessageOutbox outbox)
{
    /// <summary>Writes a message to the outbox, sends it, and keeps what was not delivered. If the service refuses it, nothing is kept.</summary>
    /// <param name="robotName">The name that the robot is registered under; its key is never written.</param>
    /// <param name="pool">The robots of the group.</param>
    /// <param name="outgoing">The parts of the message and their attachment.</param>
    /// <param name="options">Time-out, retries and observer. Defaults to those of <see cref="DeliveryOptions"/>.</param>
    /// <param name="expiresAfter">How long the outbox delivers it, counted from now. Defaults to always.</param>
    /// <param name="cancellationToken">Cancels waiting and posting; the message stays in the outbox.</param>
    /// <exception cref="WeComException">OutboxUnwritable: nothing was sent. Any other cause: the message can never be delivered.</exception>
    public Task<OutboxResult> SendAsync(
        string robotName,
        RobotPool pool,
        Outgoing outgoing,
        DeliveryOptions? options = null,
        TimeSpan? expiresAfter = null,
        CancellationToken cancellationToken = default) =>
        SendAsync(robotName, pool, outgoing, new KeepOptions { ExpiresAfter = expiresAfter }, options ?? new(), cancellationToken);

    /// <summary>Sends a message in the same way.</summary>
    internal async Task<OutboxResult> SendAsync(
        string robotName, RobotPool pool, Outgoing outgoing, KeepOptions keep, DeliveryOptions options, CancellationToken cancellationToken)
    {
        client.BeginMessage();
        using var batch = outbox.Write(robotName, outgoing, options.Observer, keep);
        try
        {
            return await DeliverAsync(batch, pool, outgoing, options, cancellationToken).ConfigureAwait(false);
        }
        catch (WeComException)
        {
            batch.Discard();
            throw;
        }
    }

    /// <summary>Writes a message to the outbox without sending it: it is not delivered before a moment.</summary>
    /// <param name="robotName">The name that the robot is registered under; its key is never written.</param>
    /// <param name="outgoing">The parts of the message and their attachment.</param>
    /// <param name="notBefore">The moment.</param>
    /// <param name="expiresAfter">How long the outbox delivers it, counted from now. Defaults to always.</param>
    /// <param name="options">The observer. Defaults to none.</param>
    /// <param name="cancellationToken">Cancels it before it is written.</param>
    /// <returns>A result without a failure, with the id of the first part.</returns>
    /// <exception cref="WeComException">OutboxUnwritable: it is not kept.</exception>
    public Task<OutboxResult> DeferAsync(
        string robotName,
        Outgoing outgoing,
        DateTimeOffset notBefore,
        TimeSpan? expiresAfter = null,
        DeliveryOptions? options = null,
        CancellationToken cancellationToken = default) =>
        DeferAsync(robotName, outgoing, new KeepOptions { NotBefore = notBefore, ExpiresAfter = expiresAfter }, options, cancellationToken);

    /// <summary>Writes a message to the outbox without sending it.</summary>
    internal Task<OutboxResult> DeferAsync(
        string robotName, Outgoing outgoing, KeepOptions keep, DeliveryOptions? options, CancellationToken cancellationToken) => Task.Run(
        () =>
        {
            client.BeginMessage();
            using var batch = outbox.Write(robotName, outgoing, options?.Observer, keep);
            return new OutboxResult([], null, OutboxState.Pending, batch.FirstLeft) { IsOnThisMachineOnly = batch.IsFallback };
        },
        cancellationToken);

    /// <summary>
    /// Delivers a robot's messages in order. It leaves those that are not due, stops at one that may be delivered later, and sets aside those
    /// that have expired or are refused.
    /// </summary>
    /// <param name="robotName">The robot's name.</param>
    /// <param name="pool">The robots of the group.</param>
    /// <param name="items">The messages. Defaults to all pending ones of the robot.</param>
    /// <param name="failed">Called for each message that was not delivered.</param>
    /// <param name="options">Time-out, retries and observer. Defaults to those of <see cref="DeliveryOptions"/>.</param>
    /// <param name="force">Whether to deliver what is not due yet, too.</param>
    /// <param name="cancellationToken">Cancels waiting and posting; nothing is lost.</param>
    /// <returns>False if another process is delivering this robot's messages, and so nothing was done.</returns>
    /// <exception cref="WeComException">OutboxUnusable: the outbox cannot be used.</exception>
    public async Task<bool> DeliverAsync(
        string robotName,
        RobotPool pool,
        IReadOnlyList<OutboxItem>? items,
        Action<WeComException, OutboxItem> failed,
        DeliveryOptions? options = null,
        bool force = false,
        CancellationToken cancellationToken = default)
    {
        options ??= new();
        using var robotLock = await outbox.TryLockRobotAsync(robotName, items, Tell, cancellationToken).ConfigureAwait(false);
        if (robotLock is null)
        {
            return false;
        }

        var all = items ?? await outbox.GetPendingAsync(robotName, robotLock, Tell, cancellationToken).ConfigureAwait(false);
        foreach (var group in all.Where(item => item.Name is not null).GroupBy(item => item.Name!.Group))
        {
            var now = outbox.Now;
            if (!force && !group.All(part => part.IsDue(now)))
            {
                continue;
            }

            if (group.Any(part => part.HasExpired(now)))
            {
                Expire(group, options.Observer);
            }
            else if (items is null && FindSetAside(group, Tell) is { } leader)
            {
                using var batch = outbox.Take(group, options.Observer);
                batch.GiveBackAll(leader.State == OutboxState.Damaged ? OutboxName.Refused : leader.Name!.Kind);
            }
            else if (await DeliverAsync(group, pool, failed, options, cancellationToken).ConfigureAwait(false) is OutboxState.Pending)
            {
                break;
            }
        }

        return true;

        void Tell(string text) => options.Observer?.Report(new DeliveryEvent.Verbose(text));
    }

    /// <summary>The message without which this one makes no sense, if that is set aside; the user then decides on both.</summary>
    private OutboxItem? FindSetAside(IEnumerable<OutboxItem> group, Action<string> tell) => group.First() is { Follows: { } id }
        ? outbox.GetItems(null, tell).FirstOrDefault(item => item.Id == id && item.State is not (OutboxState.Pending or OutboxState.Sending))
        : null;

    /// <summary>Sets the parts of one message aside.</summary>
    private void Expire(IEnumerable<OutboxItem> group, IProgress<DeliveryEvent>? observer)
    {
        using var batch = outbox.Take(group, observer);
        if (!batch.IsEmpty)
        {
            batch.GiveBackAll(OutboxName.Expired);
            var first = group.First(part => part.Message is not null);
            observer?.Report(new DeliveryEvent.Warning(Strings.OutboxExpired.With(first.MessageType, first.Robot, first.CreatedAt, first.ExpiresAt)));
        }
    }

    /// <summary>Delivers the parts of one message. Returns the state of those that were not delivered; null if all were.</summary>
    private async Task<OutboxState?> DeliverAsync(
        IEnumerable<OutboxItem> group, RobotPool pool, Action<WeComException, OutboxItem> failed, DeliveryOptions options, CancellationToken cancellationToken)
    {
        client.BeginMessage();
        using var batch = outbox.Take(group, options.Observer);
        if (batch.IsEmpty)
        {
            return null;
        }

        OutboxResult result;
        try
        {
            using var attachment = batch.OpenAttachment();
            result = await DeliverAsync(batch, pool, Outgoing.For(batch.ReadMessages(), attachment), options, cancellationToken).ConfigureAwait(false);
        }
        catch (WeComException failure)
        {
            result = KeepUndelivered(batch, failure, GetStateAfter(failure) ?? OutboxState.Refused);
        }

        if (result.Failure is { } why)
        {
            failed(why, group.First(item => item.Id == result.FirstKept));
        }

        return result.State;
    }

    /// <exception cref="WeComException">The message can never be delivered.</exception>
    private async Task<OutboxResult> DeliverAsync(
        OutboxBatch batch, RobotPool pool, Outgoing outgoing, DeliveryOptions options, CancellationToken cancellationToken)
    {
        try
        {
            IDeliveryJournal journal = options.Journal is { } caller ? new JournalPair(caller, batch) : batch;
            var receipts = await client
                .SendAsync(pool, outgoing, options with { Journal = journal }, cancellationToken).ConfigureAwait(false);
            return new(receipts, null, null, null);
        }
        catch (WeComException failure) when (GetStateAfter(failure) is { } state)
        {
            return KeepUndelivered(batch, failure, state);
        }
    }

    private static OutboxResult KeepUndelivered(OutboxBatch batch, WeComException failure, OutboxState state)
    {
        var first = batch.FirstLeft;
        batch.GiveBack(failure, state);
        return new([], failure, state, first) { IsOnThisMachineOnly = batch.IsFallback };
    }

    /// <summary>The state of a message after a failure; null if it can never be delivered as it is.</summary>
    private static OutboxState? GetStateAfter(WeComException failure) => failure switch
    {
        DeliveryException { Outcome.MayHaveArrived: true } => OutboxState.Unknown,
        DeliveryException { Outcome.CanSucceedLater: true } or UploadException { Outcome.CanSucceedLater: true } => OutboxState.Pending,
        { Cause: FailureCause.OutboxUnwritable or FailureCause.OutboxUnusable or FailureCause.RobotNotFound or FailureCause.InvalidAddress } => OutboxState.Pending,
        _ => null,
    };
}
