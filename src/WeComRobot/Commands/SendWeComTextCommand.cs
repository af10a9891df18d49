using System.Linq;
using System.Management.Automation;
using WeComRobot.Delivery;
using WeComRobot.Messages;

namespace WeComRobot.Commands;

/// <summary>Sends a text message (group-robot-api.md, 文本类型). Each pipeline input is one message.</summary>
[Cmdlet(VerbsCommunications.Send, "WeComText", SupportsShouldProcess = true)]
[OutputType(typeof(Receipt))]
public sealed class SendWeComTextCommand : SendCommand
{
    /// <summary>The text: at most 2048 bytes of UTF-8.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [AllowEmptyString]
    public string Content { get; set; } = "";

    /// <summary>The user ids of members to mention (mentioned_list).</summary>
    [Parameter]
    public string[]? Mention { get; set; }

    /// <summary>The mobile numbers of members to mention, where the user id is not known (mentioned_mobile_list).</summary>
    [Parameter]
    public string[]? MentionMobile { get; set; }

    /// <summary>Mentions everybody in the group.</summary>
    [Parameter]
    public SwitchParameter MentionAll { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord() => Send(new TextMessage
    {
        Text = new TextBody
        {
            Content = Content,
            MentionedList = MentionAll ? [.. Mention ?? Enumerable.Empty<string>(), TextBody.Everybody] : Mention,
            MentionedMobileList = MentionMobile,
        },
    });
}
