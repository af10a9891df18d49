using System;
using System.Threading;
using System.Threading.Tasks;
using WeComRobot.Media;
using WeComRobot.RateLimiting;
using WeComRobot.Robots;

namespace WeComRobot.Delivery;

/// <summary>Uploads a file for a robot, and retries as the outcome table says.</summary>
internal sealed class FileUploader(ServiceCaller caller, RateWindows windows, TimeProvider time)
{
    /// <returns>What the robot has from now on.</returns>
    /// <exception cref="CallException">Why it was not uploaded.</exception>
    public async Task<CachedMedia> UploadAsync(WebhookAddress robot, MediaFile file, DeliveryOptions options, CancellationToken cancellationToken)
    {
        var schedule = new RetrySchedule(options, showsDuplicates: false, time);
        while (true)
        {
            try
            {
                return await TryUploadAsync(robot, file, options, cancellationToken).ConfigureAwait(false);
            }
            catch (CallException failure)
            {
                // An upload takes no slot, but a closed window may apply to it as well (service.md#what-the-limit-counts)
                var closed = failure.Outcome.Slot == SlotRule.CloseWindow ? windows.For(robot.KeyHash, options.RateLimit).GetUsage().Wait : TimeSpan.Zero;
                await schedule.WaitForNextAsync(failure, closed, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    private async Task<CachedMedia> TryUploadAsync(WebhookAddress robot, MediaFile file, DeliveryOptions options, CancellationToken cancellationToken)
    {
        options.Observer?.Report(new DeliveryEvent.Verbose(Strings.PostingFile.With(file.Name, file.Size, robot)));
        using var body = new UploadContent(
            file, UploadContent.NewBoundary(), sent => options.Observer?.Report(new DeliveryEvent.Uploading(file.Name, sent, file.Size)));
        var call = ServiceCall.Upload(robot, file.Type == MediaType.Voice ? "voice" : "file", body);
        var answer = await caller.CallAsync(call, options, cancellationToken).ConfigureAwait(false);
        return answer.MediaId.Length > 0
            ? new(body.ContentKey, answer.MediaId, answer.UploadedAt ?? time.GetUtcNow(), file.Size)
            : throw new CallException(OutcomeTable.UnexpectedBody, Strings.NoMediaId.With(robot), Strings.UnexpectedAnswerRemedy);
    }
}
