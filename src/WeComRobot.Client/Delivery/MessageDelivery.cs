using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using WeComRobot.Fitting;
using WeComRobot.RateLimiting;
using WeComRobot.Robots;

namespace WeComRobot.Delivery;

/// <summary>Sends one message by the robot of a pool that is free soonest, and by another if the service refuses that robot.</summary>
/// <param name="client">What all messages of the client share.</param>
/// <param name="pool">The robots of the group.</param>
/// <param name="outgoing">What goes out.</param>
/// <param name="options">How it is delivered.</param>
internal sealed class MessageDelivery(ClientState client, RobotPool pool, Outgoing outgoing, DeliveryOptions options)
{
    private readonly PostedParts _parts = new(client, outgoing, options);

    /// <exception cref="DeliveryException">A part was not delivered, or may not have been; no later one was posted.</exception>
    /// <exception cref="UploadFailure">The file could not be uploaded.</exception>
    public async Task<IReadOnlyList<Receipt>> RunAsync(CancellationToken cancellationToken)
    {
        var posting = new PartPosting(client, pool, _parts, options);
        while (!posting.IsDone)
        {
            var robot = pool.Members[0];
            try
            {
                var robots = Candidates();
                robot = robots[0];
                if (_parts.Attachment is not null)
                {
                    await _parts.UploadAsync(robot, cancellationToken).ConfigureAwait(false);
                }

                var (index, slot) = await RateWindows
                    .ReserveSoonestAsync([.. robots.Select(WindowOf)], options.Timeout, options.ReportWait, cancellationToken).ConfigureAwait(false);
                robot = robots[index];
                using (slot)
                {
                    ReportTrouble(WindowOf(robot));
                    await posting.PostRestAsync(robot, slot, cancellationToken).ConfigureAwait(false);
                }
            }
            catch (CallFailure failure) when (failure.Outcome.Pool == PoolRule.Leave && pool.Drop(robot))
            {
                options.Observer?.Report(new DeliveryEvent.Warning(Strings.LeftPool.With(failure.What)));
            }
            catch (CallFailure failure) when (failure is not UploadFailure)
            {
                throw NotDelivered(failure, posting);
            }
            catch (Exception e) when (ForeignException.Is(e))
            {
                cancellationToken.ThrowIfCancellationRequested();
                throw NotDelivered(NoAnswer.Unforeseen(robot, e, posting.MayHaveArrived), posting);
            }
        }

        return posting.Receipts;
    }

    private DeliveryException NotDelivered(CallFailure failure, PartPosting posting) => _parts.Count == 1
        ? new DeliveryException(failure, _parts.Messages)
        : new PartialDeliveryException(failure, _parts.Messages, posting.Receipts.Count);

    /// <summary>
    /// The robots that can post the parts. A media id serves only the robot that uploaded it: a file is uploaded by the robot that is
    /// free soonest, and an id that was given goes by the robots that are known to have it.
    /// </summary>
    private IReadOnlyList<WebhookAddress> Candidates()
    {
        var members = pool.Members;
        return _parts.Attachment is not null ? [members[RateWindows.Soonest([.. members.Select(WindowOf)]).Index]]
            : members.Count > 1 && _parts.GivenMediaId is { } id
            && members.Where(robot => client.Media.Has(robot.KeyHash, id)).ToArray() is { Length: > 0 } holders ? holders
            : members;
    }

    private RateWindow WindowOf(WebhookAddress robot) => client.Windows.For(robot.KeyHash, options.RateLimit);

    private void ReportTrouble(RateWindow window)
    {
        if (window.Store.Trouble is { } trouble)
        {
            options.Observer?.Report(new DeliveryEvent.Verbose(trouble));
        }
    }
}
