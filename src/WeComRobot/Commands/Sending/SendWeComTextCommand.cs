using System.Management.Automation;
using WeComRobot.Binding;
using WeComRobot.Delivery;
using WeComRobot.Errors;
using WeComRobot.Fitting;
using WeComRobot.Messages;

namespace WeComRobot.Commands;

/// <summary>Sends a text message (service.md#text). Each pipeline input is one message of up to 2048 bytes of UTF-8.</summary>
[Cmdlet(VerbsCommunications.Send, "WeComText", SupportsShouldProcess = true)]
[Makes(typeof(TextMessage))]
[OutputType(typeof(Receipt))]
public sealed class SendWeComTextCommand : SendContentCommand
{
    /// <summary>The user ids of members to mention (mentioned_list).</summary>
    [Parameter]
    [MentionTransformation]
    [Sets(nameof(TextBody.MentionedList))]
    public string[]? Mention { get; set; }

    /// <summary>The mobile numbers of members to mention whose user id is not known (mentioned_mobile_list).</summary>
    [Parameter]
    [MentionTransformation]
    [Sets(nameof(TextBody.MentionedMobileList))]
    public string[]? MentionMobile { get; set; }

    /// <summary>Mentions everybody in the group.</summary>
    [Parameter]
    public SwitchParameter MentionAll { get; set; }

    private protected override ContentMessage CreateMessage(string content) => new TextMessage
    {
        ByteLimit = ByteLimit,
        Text = new TextBody
        {
            Content = content,
            MentionedList = MentionList.Users(Mention, everybody: MentionAll),
            MentionedMobileList = MentionList.Mobiles(MentionMobile),
        },
    };
}
