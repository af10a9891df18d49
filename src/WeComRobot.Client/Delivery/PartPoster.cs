using System;
using System.Collections.Generic;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using WeComRobot.Messages;
using WeComRobot.RateLimiting;
using WeComRobot.Robots;

namespace WeComRobot.Delivery;

/// <summary>Posts the parts of a message one after another, and retries each as the outcome table says.</summary>
/// <param name="client">What all messages of the client share.</param>
/// <param name="pool">The robots of the group.</param>
/// <param name="parts">The parts.</param>
/// <param name="options">How they are delivered.</param>
internal sealed class PartPoster(ClientState client, RobotPool pool, MessageParts parts, DeliveryOptions options)
{
    private readonly List<Receipt> _receipts = [];
    private RetrySchedule _schedule = new(options, showsDuplicates: true, client.Time);
    private bool _isAnswered;

    /// <summary>The receipts of the parts that were delivered.</summary>
    public IReadOnlyList<Receipt> Receipts => _receipts;

    public bool IsDone => _receipts.Count == parts.Count;

    /// <summary>Whether the next part may have arrived, although there is no receipt for it.</summary>
    public bool MayHaveArrived => _isAnswered || _schedule.MayHaveArrived;

    /// <summary>Posts the remaining parts through one robot.</summary>
    /// <param name="robot">The robot.</param>
    /// <param name="slot">A slot in its window.</param>
    /// <param name="cancellationToken">Cancels waiting and posting.</param>
    /// <returns>A task that ends when all are delivered, or when another robot may be free sooner.</returns>
    /// <exception cref="CallException">A part was not delivered, or may not have been.</exception>
    /// <exception cref="UploadException">A file that had to be uploaded again was not.</exception>
    public async Task PostRestAsync(WebhookAddress robot, Reservation slot, CancellationToken cancellationToken)
    {
        while (await PostNextAsync(robot, slot, cancellationToken).ConfigureAwait(false) && !IsDone)
        {
            await slot.RenewAsync(options.ReportWait, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <returns>Whether the part was delivered; if not, another robot may be free sooner.</returns>
    private async Task<bool> PostNextAsync(WebhookAddress robot, Reservation slot, CancellationToken cancellationToken)
    {
        var part = _receipts.Count;
        while (true)
        {
            try
            {
                options.Journal?.Posting(part);
                _isAnswered = false;
                await PostAsync(robot, parts.Messages[part], cancellationToken).ConfigureAwait(false);
                _isAnswered = true;
                RecordDelivery(robot, slot, part);
                return true;
            }
            catch (CallException failure)
            {
                Settle(failure.Outcome, slot, part);
                if (!await RenewMediaAsync(failure.Outcome, robot, part, cancellationToken).ConfigureAwait(false))
                {
                    await _schedule.WaitForNextAsync(failure, TimeSpan.Zero, cancellationToken).ConfigureAwait(false);
                    if (failure.Outcome.Pool == PoolRule.TryNext && part == 0 && pool.ActiveRobots.Count > 1)
                    {
                        return false;
                    }
                }
            }

            await slot.RenewAsync(options.ReportWait, cancellationToken).ConfigureAwait(false);
        }
    }

    private Task PostAsync(WebhookAddress robot, Message message, CancellationToken cancellationToken)
    {
        var json = MessageJson.ToUtf8(message);
        options.Observer?.Report(new DeliveryEvent.Posting());
        options.Observer?.Report(new DeliveryEvent.Verbose(Strings.PostingMessage.With(message.MessageType, json.Length, robot)));
        var body = new ByteArrayContent(json);
        body.Headers.TryAddWithoutValidation("Content-Type", "application/json; charset=utf-8");
        return client.Caller.CallAsync(ServiceCall.Message(robot, body), options, cancellationToken);
    }

    private void RecordDelivery(WebhookAddress robot, Reservation slot, int part)
    {
        options.Journal?.Delivered(part);
        var message = parts.Messages[part];
        var receipt = new Receipt
        {
            Robot = robot.ToString(),
            MessageType = message.MessageType,
            Part = part + 1,
            PartCount = parts.Count,
            SentAt = client.Time.GetUtcNow(),
            Attempts = _schedule.Count,
            Waited = slot.Waited,
            MediaId = message.MediaId,
        };
        _receipts.Add(receipt);
        _schedule = new(options, showsDuplicates: true, client.Time);
        options.Observer?.Report(new DeliveryEvent.Delivered(receipt));
        _isAnswered = false;
    }

    private void Settle(Outcome outcome, Reservation slot, int part)
    {
        // An earlier try of this part may have arrived, whatever became of this one
        if (!outcome.MayHaveArrived && !_schedule.MayHaveArrived)
        {
            options.Journal?.NotDelivered(part);
        }

        if (outcome.Slot == SlotRule.Release)
        {
            slot.Release();
        }
        else
        {
            slot.Stamp();
        }
    }

    private async Task<bool> RenewMediaAsync(Outcome outcome, WebhookAddress robot, int part, CancellationToken cancellationToken) =>
        outcome.Media == MediaRule.Forget && await parts.RenewMediaAsync(robot, part, cancellationToken).ConfigureAwait(false);
}
