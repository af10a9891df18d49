using System;
using System.Threading;
using System.Threading.Tasks;
using WeComRobot.Media;
using WeComRobot.RateLimiting;
using WeComRobot.Robots;

namespace WeComRobot.Delivery;

/// <summary>Posts a file to a robot, and again as the outcome table says.</summary>
internal sealed class FilePosting(ServiceCaller caller, RateWindows windows, TimeProvider time)
{
    /// <returns>The answer with the media id.</returns>
    /// <exception cref="CallFailure">Why it was not uploaded.</exception>
    public async Task<Answer> PostAsync(WebhookAddress robot, MediaFile file, DeliveryOptions options, CancellationToken cancellationToken)
    {
        var schedule = new RetrySchedule(options, showsTwice: false, time);
        while (true)
        {
            try
            {
                return await PostOnceAsync(robot, file, options, cancellationToken).ConfigureAwait(false);
            }
            catch (CallFailure failure)
            {
                // An upload has no slot, but a closed window may hold for it as well (service.md#what-the-limit-counts)
                var closed = failure.Outcome.Slot == SlotRule.CloseWindow ? windows.For(robot.KeyHash, options.RateLimit).GetUsage().Wait : TimeSpan.Zero;
                await schedule.NextAsync(failure, cancellationToken, closed).ConfigureAwait(false);
            }
        }
    }

    private async Task<Answer> PostOnceAsync(WebhookAddress robot, MediaFile file, DeliveryOptions options, CancellationToken cancellationToken)
    {
        options.Observer?.Report(new DeliveryEvent.Verbose(Strings.PostingFile.With(file.Name, file.Size, robot)));
        using var body = new UploadContent(
            file, UploadContent.NewBoundary(), sent => options.Observer?.Report(new DeliveryEvent.Uploading(file.Name, sent, file.Size)));
        var call = ServiceCall.Upload(robot, file.Type == MediaType.Voice ? "voice" : "file", body);
        var answer = await caller.CallAsync(call, options, cancellationToken).ConfigureAwait(false);
        return answer.MediaId.Length > 0
            ? answer
            : throw new CallFailure(OutcomeTable.ForeignBody, Strings.NoMediaId.With(robot), Strings.UnexpectedAnswerRemedy);
    }
}
