using System;
using System.Collections.Generic;
using System.Linq;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Threading;
using System.Threading.Tasks;
using WeComRobot.Media;
using WeComRobot.Messages;
using WeComRobot.RateLimiting;
using WeComRobot.Robots;

namespace WeComRobot.Delivery;

/// <summary>
/// The way of one message, in one part or several: a robot of its pool, a slot in that robot's window for each part, the
/// posts, and what follows from their verdicts.
/// </summary>
/// <param name="services">What all deliveries of a client share.</param>
/// <param name="pool">The robots of the group.</param>
/// <param name="parts">The parts; those that carry a file without having its id get it from the robot that sends them.</param>
/// <param name="file">Their file.</param>
/// <param name="options">How it is delivered.</param>
internal sealed class MessageDelivery(
    Services services, RobotPool pool, IReadOnlyList<Message> parts, MediaFile? file, DeliveryOptions options)
{
    private readonly List<Receipt> _receipts = [];
    private Tries _tries = new(options, showsTwice: true, services.Time);
    private IReadOnlyList<Message>? _attached;
    private bool _isPosting;
    private bool _isAnswered;
    private bool _isUploadedAgain;

    /// <exception cref="DeliveryException">A part was not delivered, or may not have been; no later one was posted.</exception>
    /// <exception cref="PostFailure">The file could not be uploaded.</exception>
    public async Task<IReadOnlyList<Receipt>> RunAsync(CancellationToken cancellationToken)
    {
        while (_receipts.Count < parts.Count)
        {
            var members = pool.Members;
            var robot = members[0];
            try
            {
                _isPosting = false;
                members = Holders(members);
                robot = members[0];
                if (file is not null)
                {
                    robot = members[RateWindows.Soonest([.. members.Select(WindowOf)]).Index];
                    members = [robot];
                    await AttachAsync(robot, options, cancellationToken).ConfigureAwait(false);
                }

                _isPosting = true;
                var (index, slot) = await RateWindows
                    .ReserveSoonestAsync([.. members.Select(WindowOf)], options.Timeout, Waiting, cancellationToken).ConfigureAwait(false);
                robot = members[index];
                using (slot)
                {
                    await PostRestAsync(robot, slot, cancellationToken).ConfigureAwait(false);
                }
            }
            catch (PostFailure failure) when (failure.Cause == FailureCause.WebhookRefused && pool.Drop(robot))
            {
                options.Observer?.Warning(Strings.LeftPool.With(failure.What));
            }
            catch (PostFailure failure) when (_isPosting)
            {
                throw Undelivered(failure);
            }
            catch (Exception e) when (ForeignException.Is(e))
            {
                cancellationToken.ThrowIfCancellationRequested();
                throw Undelivered(TransportFailure.Unforeseen(robot, e, _isAnswered || _tries.MayHaveArrived));
            }
        }

        return _receipts;
    }

    private DeliveryException Undelivered(PostFailure failure) => parts.Count == 1
        ? new DeliveryException(failure, Parts)
        : new PartialDeliveryException(failure, Parts, _receipts.Count);

    /// <summary>The parts with the media ids that they await, as far as these are known.</summary>
    private IReadOnlyList<Message> Parts => _attached ?? parts;

    /// <summary>A media id serves the robot that uploaded it alone: of a pool, the one that is known to have.</summary>
    private IReadOnlyList<WebhookAddress> Holders(IReadOnlyList<WebhookAddress> members) =>
        file is null && members.Count > 1 && parts.Select(MediaParts.IdOf).FirstOrDefault(id => id is not null) is { } id
        && members.Where(robot => services.Media.Has(robot.KeyHash, id)).ToArray() is { Length: > 0 } holders
            ? holders
            : members;

    private RateWindow WindowOf(WebhookAddress robot) => services.Windows.For(robot.KeyHash, options.RateLimit);

    private void Waiting(TimeSpan left) => options.Observer?.Waiting(left);

    private async Task AttachAsync(WebhookAddress robot, DeliveryOptions how, CancellationToken cancellationToken)
    {
        var media = await services.Uploads.GetAsync(robot, file!, how, cancellationToken).ConfigureAwait(false);
        _attached = [.. parts.Select(part => MediaParts.With(part, media.MediaId))];
    }

    private async Task PostRestAsync(WebhookAddress robot, Reservation slot, CancellationToken cancellationToken)
    {
        if (WindowOf(robot).Store.Trouble is { } trouble)
        {
            options.Observer?.Verbose(trouble);
        }

        while (await PostPartAsync(robot, slot, cancellationToken).ConfigureAwait(false) && _receipts.Count < parts.Count)
        {
            await slot.NextAsync(Waiting, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <returns>Whether it was delivered; if not, another robot of the pool may be sooner.</returns>
    private async Task<bool> PostPartAsync(WebhookAddress robot, Reservation slot, CancellationToken cancellationToken)
    {
        var part = _receipts.Count;
        while (true)
        {
            try
            {
                options.Journal?.Posting(part);
                _isAnswered = false;
                await PostAsync(robot, Parts[part], cancellationToken).ConfigureAwait(false);
                _isAnswered = true;
                Deliver(robot, slot, part);
                return true;
            }
            catch (PostFailure failure)
            {
                Settle(failure, slot, part);
                if (!await UploadAgainAsync(failure, robot, part, cancellationToken).ConfigureAwait(false))
                {
                    await _tries.NextAsync(failure, cancellationToken).ConfigureAwait(false);
                    if (failure.ErrorCode == ServiceCodes.RateLimit && part == 0 && pool.Members.Count > 1)
                    {
                        return false;
                    }
                }
            }

            await slot.NextAsync(Waiting, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task PostAsync(WebhookAddress robot, Message message, CancellationToken cancellationToken)
    {
        var json = MessageJson.ToUtf8(message);
        options.Observer?.Posting();
        options.Observer?.Verbose(Strings.PostingMessage.With(message.MessageType, json.Length, robot));
        var body = new ByteArrayContent(json);
        body.Headers.ContentType = new MediaTypeHeaderValue("application/json") { CharSet = "utf-8" };
        await services.Poster.PostAsync(PostRequest.Message(robot, body), options, cancellationToken).ConfigureAwait(false);
    }

    private void Deliver(WebhookAddress robot, Reservation slot, int part)
    {
        options.Journal?.Delivered(part);
        var receipt = new Receipt
        {
            Robot = robot.ToString(),
            MessageType = Parts[part].MessageType,
            Part = part + 1,
            PartCount = parts.Count,
            SentAt = services.Time.GetUtcNow(),
            Attempts = _tries.Count,
            Waited = slot.Waited,
            MediaId = MediaParts.IdOf(Parts[part]),
        };
        _receipts.Add(receipt);
        _tries = new(options, showsTwice: true, services.Time);
        options.Observer?.Delivered(receipt);
        _isAnswered = false;
    }

    private void Settle(PostFailure failure, Reservation slot, int part)
    {
        // An earlier try of this part may have arrived, whatever became of this one
        if (failure.Row.Again != Again.AtLeastOnce && !_tries.MayHaveArrived)
        {
            options.Journal?.NotDelivered(part);
        }

        if (failure.Cause == FailureCause.NotSent)
        {
            slot.Release();
        }
        else
        {
            slot.Stamp();
        }
    }

    /// <summary>An id that the service does not take any more is forgotten; its file goes up again, once.</summary>
    private async Task<bool> UploadAgainAsync(PostFailure failure, WebhookAddress robot, int part, CancellationToken cancellationToken)
    {
        if (failure.ErrorCode != ServiceCodes.InvalidMedia || MediaParts.IdOf(Parts[part]) is not { } id)
        {
            return false;
        }

        services.Media.Drop(robot.KeyHash, id);
        if (_isUploadedAgain || file is null || !MediaParts.IsAwaited(parts[part]))
        {
            return false;
        }

        _isUploadedAgain = true;
        options.Observer?.Verbose(Strings.MediaGone.With(file.Name, robot));
        _isPosting = false;
        await AttachAsync(robot, options with { FreshUpload = true }, cancellationToken).ConfigureAwait(false);
        _isPosting = true;
        return true;
    }
}
