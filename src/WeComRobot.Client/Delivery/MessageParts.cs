using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using WeComRobot.Fitting;
using WeComRobot.Media;
using WeComRobot.Messages;
using WeComRobot.Robots;

namespace WeComRobot.Delivery;

/// <summary>The parts of a message in the form in which they are posted: the attachment's part carries the media id of its upload.</summary>
internal sealed class MessageParts(ClientState client, Outgoing outgoing, DeliveryOptions options)
{
    private string? _mediaId;
    private bool _isUploadedAgain;

    /// <summary>The file that must be uploaded first; null if there is none.</summary>
    public MediaFile? Attachment => outgoing.Attachment;

    public int Count => outgoing.PartCount;

    /// <summary>The parts, with the attachment's media id once it is known.</summary>
    public IReadOnlyList<Message> Messages => outgoing.ToMessages(_mediaId);

    /// <summary>The media id that the caller gave; null if no part has one.</summary>
    public string? GivenMediaId => outgoing.Messages.Select(message => message.MediaId).FirstOrDefault(id => id is not null);

    /// <summary>Uploads the attachment, or finds that the robot still has it.</summary>
    /// <exception cref="UploadException">Why it was not uploaded.</exception>
    public Task UploadAsync(WebhookAddress robot, CancellationToken cancellationToken) => UploadAsync(robot, options, cancellationToken);

    /// <summary>Forgets the media id of a part, which the service no longer accepts, and uploads its file again, once.</summary>
    /// <returns>Whether the part has a new id.</returns>
    /// <exception cref="UploadException">Why it was not uploaded.</exception>
    public async Task<bool> RenewMediaAsync(WebhookAddress robot, int part, CancellationToken cancellationToken)
    {
        if (Messages[part].MediaId is not { } id)
        {
            return false;
        }

        client.Media.Remove(robot.KeyHash, id);
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
