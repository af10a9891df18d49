using System.Management.Automation;
using WeComRobot.Binding;
using WeComRobot.Messages.Cards;

namespace WeComRobot.Commands;

/// <summary>Makes the area of a news_notice with a picture at the left and text to its right (service.md#card-image-text).</summary>
[Cmdlet(VerbsCommon.New, "WeComCardImageText", DefaultParameterSetName = PlainSet)]
[OutputType(typeof(CardImageText))]
public sealed class NewWeComCardImageTextCommand : CardJumpCommand
{
    /// <summary>The picture's URL (image_url).</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [ValidateNotNullOrEmpty]
    public string ImageUrl { get; set; } = "";

    /// <summary>The title (title).</summary>
    [Parameter]
    [TextTransformation]
    public string? Title { get; set; }

    /// <summary>The text below the title (desc).</summary>
    [Parameter]
    [TextTransformation]
    public string? Description { get; set; }

    /// <inheritdoc/>
    protected override void EndProcessing() => WriteObject(new CardImageText
    {
        Type = Type,
        Url = Url,
        AppId = AppId,
        PagePath = PagePath,
        Title = Title,
        Description = Description,
        ImageUrl = ImageUrl,
    });
}
