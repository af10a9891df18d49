using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using WeComRobot.Media;
using WeComRobot.RateLimiting;
using WeComRobot.Robots;

namespace WeComRobot.Delivery;

/// <summary>Uploads files, unless the robot still has them (service.md#uploads).</summary>
internal sealed class Uploads(ServiceCaller caller, MediaCache cache, RateWindows windows, TimeProvider time)
{
    private readonly FileUploader _uploader = new(caller, windows, time);

    /// <summary>Gets the media id of a file for the robot of a pool that is free first, or for another if the service refuses that robot.</summary>
    /// <exception cref="UploadException">Why it was not uploaded.</exception>
    public async Task<UploadedMedia> GetAsync(RobotPool pool, MediaFile file, DeliveryOptions options, CancellationToken cancellationToken)
    {
        while (true)
        {
            var members = pool.ActiveRobots;
            var robot = members[RateWindows.FindFirstFree([.. members.Select(member => windows.For(member.KeyHash, options.RateLimit))]).Index];
            options.ReportWarning(windows.TakeWarning());
            try
            {
                return await GetAsync(robot, file, options, cancellationToken).ConfigureAwait(false);
            }
            catch (UploadException failure) when (failure.Outcome.Pool == PoolRule.Leave && pool.TryExclude(robot))
            {
                options.ReportWarning(Strings.LeftPool.With(failure.What));
            }
        }
    }

    /// <summary>Gets the media id of a file for a robot. The file is uploaded if the robot does not have it, or if a fresh upload is asked for.</summary>
    /// <exception cref="UploadException">Why it was not uploaded.</exception>
    public async Task<UploadedMedia> GetAsync(WebhookAddress robot, MediaFile file, DeliveryOptions options, CancellationToken cancellationToken)
    {
        try
        {
            return await FindOrUploadAsync(robot, file, options, cancellationToken).ConfigureAwait(false);
        }
        catch (CallException failure)
        {
            throw new UploadException(failure);
        }
        catch (Exception e) when (PlatformExceptions.ShouldWrap(e))
        {
            cancellationToken.ThrowIfCancellationRequested();
            throw new UploadException(NoAnswer.FromUnexpected(robot, e, mayHaveArrived: false));
        }
    }

    private async Task<UploadedMedia> FindOrUploadAsync(
        WebhookAddress robot, MediaFile file, DeliveryOptions options, CancellationToken cancellationToken)
    {
        if (file.Name != file.WantedName)
        {
            options.ReportWarning(Strings.UploadNameChanged.With(file.Name));
        }

        if (!options.FreshUpload && cache.Find(robot.KeyHash, file) is { } known)
        {
            options.Observer?.Report(new DeliveryEvent.Verbose(Strings.MediaKnown.With(file.Name, robot, known.CreatedAt)));
            return CreateMedia(robot, file, known);
        }

        var uploaded = await _uploader.UploadAsync(robot, file, options, cancellationToken).ConfigureAwait(false);
        cache.Add(robot.KeyHash, uploaded);
        return CreateMedia(robot, file, uploaded);
    }

    private static UploadedMedia CreateMedia(WebhookAddress robot, MediaFile file, CachedMedia media) => new()
    {
        MediaId = media.MediaId,
        Type = file.Type,
        Name = file.Name,
        Size = file.Size,
        Robot = robot.ToString(),
        CreatedAt = media.CreatedAt,
    };
}
