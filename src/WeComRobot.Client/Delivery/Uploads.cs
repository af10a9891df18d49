using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using WeComRobot.Media;
using WeComRobot.RateLimiting;
using WeComRobot.Robots;

namespace WeComRobot.Delivery;

/// <summary>Uploads files, or finds what the robot still has of them (service.md#uploads).</summary>
internal sealed class Uploads(ServiceCaller caller, MediaCache cache, RateWindows windows, TimeProvider time)
{
    private readonly FilePosting _posting = new(caller, windows, time);

    /// <summary>The media that a robot of a pool has of a file: the robot that is free soonest, unless the service refuses it.</summary>
    /// <exception cref="UploadFailure">Why it was not uploaded.</exception>
    public async Task<UploadedMedia> GetAsync(RobotPool pool, MediaFile file, DeliveryOptions options, CancellationToken cancellationToken)
    {
        while (true)
        {
            var members = pool.Members;
            var robot = members[RateWindows.Soonest([.. members.Select(member => windows.For(member.KeyHash, options.RateLimit))]).Index];
            try
            {
                return await GetAsync(robot, file, options, cancellationToken).ConfigureAwait(false);
            }
            catch (UploadFailure failure) when (failure.Outcome.Pool == PoolRule.Leave && pool.Drop(robot))
            {
                options.Observer?.Report(new DeliveryEvent.Warning(Strings.LeftPool.With(failure.What)));
            }
        }
    }

    /// <summary>The media that a robot has of a file. It is uploaded if the robot has none, or if a fresh one is asked for.</summary>
    /// <exception cref="UploadFailure">Why it was not uploaded.</exception>
    public async Task<UploadedMedia> GetAsync(WebhookAddress robot, MediaFile file, DeliveryOptions options, CancellationToken cancellationToken)
    {
        try
        {
            return await FindOrPostAsync(robot, file, options, cancellationToken).ConfigureAwait(false);
        }
        catch (CallFailure failure)
        {
            throw new UploadFailure(failure);
        }
        catch (Exception e) when (ForeignException.Is(e))
        {
            cancellationToken.ThrowIfCancellationRequested();
            throw new UploadFailure(NoAnswer.Unforeseen(robot, e, mayHaveArrived: false));
        }
    }

    private async Task<UploadedMedia> FindOrPostAsync(
        WebhookAddress robot, MediaFile file, DeliveryOptions options, CancellationToken cancellationToken)
    {
        if (file.Name != file.WantedName)
        {
            options.Observer?.Report(new DeliveryEvent.Warning(Strings.UploadNameChanged.With(file.Name)));
        }

        var contentKey = ContentHash.Compute(file);
        if (!options.FreshUpload && cache.Find(robot.KeyHash, contentKey) is { } known)
        {
            options.Observer?.Report(new DeliveryEvent.Verbose(Strings.MediaKnown.With(file.Name, robot, known.CreatedAt)));
            return Describe(robot, file, known.MediaId, known.CreatedAt);
        }

        var answer = await _posting.PostAsync(robot, file, options, cancellationToken).ConfigureAwait(false);
        var uploadedAt = answer.UploadedAt ?? time.GetUtcNow();
        cache.Keep(robot.KeyHash, new(contentKey, answer.MediaId, uploadedAt));
        return Describe(robot, file, answer.MediaId, uploadedAt);
    }

    private static UploadedMedia Describe(WebhookAddress robot, MediaFile file, string mediaId, DateTimeOffset createdAt) => new()
    {
        MediaId = mediaId,
        Type = file.Type,
        Name = file.Name,
        Size = file.Size,
        Robot = robot.ToString(),
        CreatedAt = createdAt,
    };
}
