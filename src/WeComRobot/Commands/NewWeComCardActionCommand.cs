using System.Management.Automation;
using WeComRobot.Messages.Cards;

namespace WeComRobot.Commands;

/// <summary>
/// Makes the click on a card (group-robot-api.md, card_action). The type number follows from what is given, the URL first.
/// </summary>
[Cmdlet(VerbsCommon.New, "WeComCardAction", DefaultParameterSetName = MiniProgramSet)]
[OutputType(typeof(CardAction))]
public sealed class NewWeComCardActionCommand : Cmdlet
{
    private const string UrlSet = "Url";
    private const string MiniProgramSet = "MiniProgram";

    /// <summary>The URL to open (url).</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = UrlSet)]
    public string? Url { get; set; }

    /// <summary>The app id of the mini program to open (appid).</summary>
    [Parameter(ParameterSetName = UrlSet)]
    [Parameter(Mandatory = true, ParameterSetName = MiniProgramSet)]
    public string? AppId { get; set; }

    /// <summary>The page within the mini program (pagepath).</summary>
    [Parameter]
    public string? PagePath { get; set; }

    /// <inheritdoc/>
    protected override void EndProcessing() => WriteObject(new CardAction
    {
        Type = Url is null ? CardJump.ToMiniProgram : CardJump.ToUrl,
        Url = Url,
        AppId = AppId,
        PagePath = PagePath,
    });
}
