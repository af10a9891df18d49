using System.Management.Automation;
using WeComRobot.Binding;
using WeComRobot.Messages.Cards;

namespace WeComRobot.Commands;

/// <summary>Makes a link at the foot of a card (service.md#card-links); a card takes up to 3. Without a target it is plain text.</summary>
[Cmdlet(VerbsCommon.New, "WeComCardLink", DefaultParameterSetName = PlainSet)]
[OutputType(typeof(CardLink))]
public sealed class NewWeComCardLinkCommand : CardJumpCommand
{
    /// <summary>The text of the link, at most 13 characters recommended (title).</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [TextTransformation]
    [ValidateNotNullOrEmpty]
    public string Title { get; set; } = "";

    /// <inheritdoc/>
    protected override void EndProcessing() => WriteObject(new CardLink
    {
        Type = Type,
        Url = Url,
        AppId = AppId,
        PagePath = PagePath,
        Title = Title,
    });
}
