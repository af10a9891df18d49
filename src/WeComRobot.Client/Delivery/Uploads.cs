using System;
using System.Threading;
using System.Threading.Tasks;
using WeComRobot.Media;
using WeComRobot.RateLimiting;
using WeComRobot.Robots;

namespace WeComRobot.Delivery;

/// <summary>Uploads files, or finds what the robot still has of them (group-robot-api.md, 文件上传接口).</summary>
internal sealed class Uploads(Poster poster, MediaCache cache, RateWindows windows, TimeProvider time)
{
    /// <summary>The media of a file with this robot: the one that it has, unless a fresh one is asked for, else a new one.</summary>
    /// <exception cref="PostFailure">Why it was not uploaded.</exception>
    public async Task<UploadedMedia> GetAsync(WebhookAddress robot, MediaFile file, DeliveryOptions options, CancellationToken cancellationToken)
    {
        try
        {
            return await FindOrUploadAsync(robot, file, options, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (ForeignException.Is(e))
        {
            cancellationToken.ThrowIfCancellationRequested();
            throw TransportFailure.Unforeseen(robot, e, mayHaveArrived: false);
        }
    }

    private async Task<UploadedMedia> FindOrUploadAsync(
        WebhookAddress robot, MediaFile file, DeliveryOptions options, CancellationToken cancellationToken)
    {
        var observer = options.Observer;
        if (file.Name != file.WantedName)
        {
            observer?.Warning(Strings.UploadNameChanged.With(file.Name));
        }

        var contentKey = ContentHash.Compute(file);
        if (!options.FreshUpload && cache.Find(robot.KeyHash, contentKey) is { } known)
        {
            observer?.Verbose(Strings.MediaKnown.With(file.Name, robot, known.CreatedAt));
            return MediaOf(robot, file, known.MediaId, known.CreatedAt);
        }

        var answer = await UploadAsync(robot, file, options, cancellationToken).ConfigureAwait(false);
        var media = MediaOf(robot, file, answer.MediaId, answer.UploadedAt ?? time.GetUtcNow());
        cache.Keep(robot.KeyHash, new(contentKey, media.MediaId, media.CreatedAt!.Value));
        return media;
    }

    private static UploadedMedia MediaOf(WebhookAddress robot, MediaFile file, string mediaId, DateTimeOffset createdAt) => new()
    {
        MediaId = mediaId,
        Type = file.Type,
        Name = file.Name,
        Size = file.Size,
        Robot = robot.ToString(),
        CreatedAt = createdAt,
    };

    private async Task<Answer> UploadAsync(WebhookAddress robot, MediaFile file, DeliveryOptions options, CancellationToken cancellationToken)
    {
        var observer = options.Observer;
        var type = file.Type == MediaType.Voice ? "voice" : "file";
        var tries = new Tries(options, showsTwice: false, time);
        while (true)
        {
            try
            {
                observer?.Verbose(Strings.PostingFile.With(file.Name, file.Size, robot));
                using var body = new UploadContent(file, UploadContent.NewBoundary(), sent => observer?.Uploading(file.Name, sent, file.Size));
                var answer = await poster.PostAsync(PostRequest.Upload(robot, type, body), options, cancellationToken).ConfigureAwait(false);
                return answer.MediaId.Length > 0
                    ? answer
                    : throw new PostFailure(VerdictTable.ForeignBody, Strings.NoMediaId.With(robot), Strings.UnexpectedAnswerRemedy);
            }
            catch (PostFailure failure)
            {
                // Uploads have no slot, but a closed window may hold for them as well (server-behaviour.md, Limits)
                var closed = failure.ErrorCode == ServiceCodes.RateLimit ? windows.For(robot.KeyHash, options.RateLimit).GetUsage().Wait : TimeSpan.Zero;
                await tries.NextAsync(failure, cancellationToken, closed).ConfigureAwait(false);
            }
        }
    }
}
