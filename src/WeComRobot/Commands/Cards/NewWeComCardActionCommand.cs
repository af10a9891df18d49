using System.Management.Automation;
using WeComRobot.Messages.Cards;

namespace WeComRobot.Commands;

/// <summary>Makes the click on a whole card: a URL or a mini program (service.md#card-action).</summary>
[Cmdlet(VerbsCommon.New, "WeComCardAction", DefaultParameterSetName = MiniProgramSet)]
[OutputType(typeof(CardAction))]
public sealed class NewWeComCardActionCommand : CardJumpCommand
{
    /// <inheritdoc/>
    protected override void EndProcessing() => WriteObject(new CardAction
    {
        Type = Type,
        Url = Url,
        AppId = AppId,
        PagePath = PagePath,
    });
}
