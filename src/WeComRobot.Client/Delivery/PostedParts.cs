using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using WeComRobot.Media;
using WeComRobot.Messages;
using WeComRobot.Robots;

namespace WeComRobot.Delivery;

/// <summary>The parts of a message as they are posted: what carries the file has the media id that the sending robot gave it.</summary>
internal sealed class PostedParts(ClientState client, IReadOnlyList<Message> parts, MediaFile? file, DeliveryOptions options)
{
    private IReadOnlyList<Message>? _attached;
    private bool _isUploadedAgain;

    /// <summary>The parts, with the media id as far as it is known.</summary>
    public IReadOnlyList<Message> Messages => _attached ?? parts;

    /// <summary>Whether a file has to be uploaded to the robot before the parts can be posted.</summary>
    public bool NeedUpload => file is not null;

    /// <summary>The media id that they were given with; null if they have none.</summary>
    public string? GivenMediaId => NeedUpload ? null : parts.Select(MediaParts.IdOf).FirstOrDefault(id => id is not null);

    /// <summary>Uploads the file, or finds that the robot still has it.</summary>
    /// <exception cref="UploadFailure">Why it was not uploaded.</exception>
    public Task UploadAsync(WebhookAddress robot, CancellationToken cancellationToken) => UploadAsync(robot, options, cancellationToken);

    /// <summary>Forgets the media id of a part, which the service does not take any more, and uploads its file again, once.</summary>
    /// <returns>Whether the part has a new id.</returns>
    /// <exception cref="UploadFailure">Why it was not uploaded.</exception>
    public async Task<bool> RenewMediaAsync(WebhookAddress robot, int part, CancellationToken cancellationToken)
    {
        if (MediaParts.IdOf(Messages[part]) is not { } id)
        {
            return false;
        }

        client.Media.Drop(robot.KeyHash, id);
        if (_isUploadedAgain || file is null || !MediaParts.IsAwaited(parts[part]))
        {
            return false;
        }

        _isUploadedAgain = true;
        options.Observer?.Verbose(Strings.MediaGone.With(file.Name, robot));
        await UploadAsync(robot, options with { FreshUpload = true }, cancellationToken).ConfigureAwait(false);
        return true;
    }

    private async Task UploadAsync(WebhookAddress robot, DeliveryOptions how, CancellationToken cancellationToken)
    {
        var media = await client.Uploads.GetAsync(robot, file!, how, cancellationToken).ConfigureAwait(false);
        _attached = [.. parts.Select(part => MediaParts.With(part, media.MediaId))];
    }
}
