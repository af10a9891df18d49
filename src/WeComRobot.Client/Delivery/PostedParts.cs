using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using WeComRobot.Fitting;
using WeComRobot.Media;
using WeComRobot.Messages;
using WeComRobot.Robots;

namespace WeComRobot.Delivery;

/// <summary>The parts of a message as they are posted: the attachment has the media id that it got from the robot that sends it.</summary>
internal sealed class PostedParts(ClientState client, Outgoing outgoing, DeliveryOptions options)
{
    private string? _mediaId;
    private bool _isUploadedAgain;

    /// <summary>The file that must be uploaded to the robot first; null if there is none.</summary>
    public MediaFile? Attachment => outgoing.Attachment;

    public int Count => outgoing.PartCount;

    /// <summary>The parts, with the attachment's media id as far as it is known.</summary>
    public IReadOnlyList<Message> Messages => outgoing.ToMessages(_mediaId);

    /// <summary>The media id that a part was given with; null if none has one.</summary>
    public string? GivenMediaId => outgoing.Messages.Select(message => message.MediaId).FirstOrDefault(id => id is not null);

    /// <summary>Uploads the attachment, or finds that the robot still has it.</summary>
    /// <exception cref="UploadFailure">Why it was not uploaded.</exception>
    public Task UploadAsync(WebhookAddress robot, CancellationToken cancellationToken) => UploadAsync(robot, options, cancellationToken);

    /// <summary>Forgets the media id of a part, which the service does not take any more, and uploads its file again, once.</summary>
    /// <returns>Whether the part has a new id.</returns>
    /// <exception cref="UploadFailure">Why it was not uploaded.</exception>
    public async Task<bool> RenewMediaAsync(WebhookAddress robot, int part, CancellationToken cancellationToken)
    {
        if (Messages[part].MediaId is not { } id)
        {
            return false;
        }

        client.Media.Drop(robot.KeyHash, id);
        if (_isUploadedAgain || part < outgoing.Messages.Count)
        {
            return false;
        }

        _isUploadedAgain = true;
        options.Observer?.Report(new DeliveryEvent.Verbose(Strings.MediaGone.With(Attachment!.Name, robot)));
        await UploadAsync(robot, options with { FreshUpload = true }, cancellationToken).ConfigureAwait(false);
        return true;
    }

    private async Task UploadAsync(WebhookAddress robot, DeliveryOptions how, CancellationToken cancellationToken) =>
        _mediaId = (await client.Uploads.GetAsync(robot, Attachment!, how, cancellationToken).ConfigureAwait(false)).MediaId;
}
