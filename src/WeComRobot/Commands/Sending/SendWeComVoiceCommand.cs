using System.Management.Automation;
using WeComRobot.Delivery;
using WeComRobot.Errors;
using WeComRobot.Media;
using WeComRobot.Messages;

namespace WeComRobot.Commands;

/// <summary>Sends a voice message: AMR, at most 2 MiB and 60 seconds (service.md#voice, service.md#upload-limits).</summary>
[Cmdlet(VerbsCommunications.Send, "WeComVoice", DefaultParameterSetName = PathSet, SupportsShouldProcess = true)]
[Makes(typeof(VoiceMessage))]
[OutputType(typeof(Receipt))]
public sealed class SendWeComVoiceCommand : SendMediaCommand
{
    private protected override MediaType Type => MediaType.Voice;

    private protected override Message CreateMessage(string mediaId) => VoiceMessage.FromMediaId(mediaId);
}
