using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using WeComRobot.Fitting;
using WeComRobot.RateLimiting;
using WeComRobot.Robots;

namespace WeComRobot.Delivery;

/// <summary>Sends one message through the robot of a pool that is free first, and through another if the service refuses that robot.</summary>
/// <param name="client">What all messages of the client share.</param>
/// <param name="pool">The robots of the group.</param>
/// <param name="outgoing">What goes out.</param>
/// <param name="options">How it is delivered.</param>
internal sealed class MessageDelivery(ClientState client, RobotPool pool, Outgoing outgoing, DeliveryOptions options)
{
    private readonly MessageParts _parts = new(client, outgoing, options);

    /// <exception cref="DeliveryException">A part was not delivered, or may not have been; no later one was posted.</exception>
    /// <exception cref="UploadException">The file could not be uploaded.</exception>
    public async Task<IReadOnlyList<Receipt>> RunAsync(CancellationToken cancellationToken)
    {
        if (options.Journal is null)
        {
            // A message of the outbox began when it was written or taken
            client.Windows.Begin();
        }

        var poster = new PartPoster(client, pool, _parts, options);
        while (!poster.IsDone)
        {
            var robot = pool.ActiveRobots[0];
            try
            {
                var robots = FindCandidates();
                robot = robots[0];
                if (_parts.Attachment is not null)
                {
                    await _parts.UploadAsync(robot, cancellationToken).ConfigureAwait(false);
                }

                var (index, slot) = await RateWindows
                    .ReserveFirstFreeAsync([.. robots.Select(GetWindow)], options.Timeout, options.ReportWait, cancellationToken).ConfigureAwait(false);
                robot = robots[index];
                using (slot)
                {
                    ReportTrouble(GetWindow(robot));
                    await poster.PostRestAsync(robot, slot, cancellationToken).ConfigureAwait(false);
                }
            }
            catch (CallException failure) when (failure.Outcome.Pool == PoolRule.Leave && pool.TryExclude(robot))
            {
                options.ReportWarning(Strings.LeftPool.With(failure.What));
            }
            catch (CallException failure) when (failure is not UploadException)
            {
                throw CreateException(failure, poster);
            }
            catch (Exception e) when (PlatformExceptions.ShouldWrap(e))
            {
                cancellationToken.ThrowIfCancellationRequested();
                throw CreateException(NoAnswer.FromUnexpected(robot, e, poster.MayHaveArrived), poster);
            }
        }

        return poster.Receipts;
    }

    private DeliveryException CreateException(CallException failure, PartPoster poster) => _parts.Count == 1
        ? new DeliveryException(failure, _parts.Messages)
        : new PartialDeliveryException(failure, _parts.Messages, poster.Receipts.Count);

    /// <summary>
    /// The robots that can post the parts. A media id works only for the robot that uploaded the file: an attachment is uploaded for the
    /// robot that is free first, and a given id is sent through the robots that are known to have uploaded it.
    /// </summary>
    private IReadOnlyList<WebhookAddress> FindCandidates()
    {
        var robots = pool.ActiveRobots;
        if (_parts.Attachment is not null)
        {
            return [robots[RateWindows.FindFirstFree([.. robots.Select(GetWindow)]).Index]];
        }

        if (robots.Count == 1 || _parts.GivenMediaId is not { } id)
        {
            return robots;
        }

        var owners = robots.Where(robot => client.Media.Contains(robot.KeyHash, id)).ToArray();
        return owners.Length > 0 ? owners : robots;
    }

    private RateWindow GetWindow(WebhookAddress robot) => client.Windows.For(robot.KeyHash, options.RateLimit);

    private void ReportTrouble(RateWindow window)
    {
        if (window.Store.Trouble is { } trouble)
        {
            options.Observer?.Report(new DeliveryEvent.Verbose(trouble));
        }

        options.ReportWarning(client.Windows.TakeWarning());
    }
}
