using System.Management.Automation;
using WeComRobot.Delivery;
using WeComRobot.Errors;
using WeComRobot.Media;
using WeComRobot.Messages;

namespace WeComRobot.Commands;

/// <summary>Sends a file: more than 5 bytes, at most 20 MiB (service.md#file, service.md#upload-limits).</summary>
[Cmdlet(VerbsCommunications.Send, "WeComFile", DefaultParameterSetName = PathSet, SupportsShouldProcess = true)]
[Makes(typeof(FileMessage))]
[OutputType(typeof(Receipt))]
public sealed class SendWeComFileCommand : SendMediaCommand
{
    private protected override MediaType Type => MediaType.File;

    private protected override Message CreateMessage(string mediaId) => FileMessage.FromMediaId(mediaId);
}
