using System.Management.Automation;
using WeComRobot.Errors;
using WeComRobot.Messages.Cards;

namespace WeComRobot.Commands;

/// <summary>The parameters of all clickable parts of a card. Their type number follows from what is given: the URL counts first.</summary>
public abstract class CardJumpCommand : WeComCommand
{
    private protected const string PlainSet = "Plain";
    private protected const string UrlSet = "Url";
    private protected const string MiniProgramSet = "MiniProgram";

    /// <summary>The URL that a click opens (url; type 1).</summary>
    [Parameter(Mandatory = true, Position = 1, ParameterSetName = UrlSet)]
    [ValidateNotNullOrEmpty]
    [Sets(nameof(CardJump.Type))]
    public string? Url { get; set; }

    /// <summary>The app id of the mini program that a click opens (appid; type 2, if no URL is given).</summary>
    [Parameter(ParameterSetName = UrlSet)]
    [Parameter(Mandatory = true, ParameterSetName = MiniProgramSet)]
    [ValidateNotNullOrEmpty]
    public string? AppId { get; set; }

    /// <summary>The page within the mini program (pagepath).</summary>
    [Parameter(ParameterSetName = UrlSet)]
    [Parameter(ParameterSetName = MiniProgramSet)]
    [ValidateNotNullOrEmpty]
    public string? PagePath { get; set; }

    private protected int? Type => CardJump.TypeFor(Url, AppId);
}
