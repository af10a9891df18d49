using System.Management.Automation;
using WeComRobot.Messages.Cards;

namespace WeComRobot.Commands;

/// <summary>Makes the picture of a news_notice (service.md#card-image).</summary>
[Cmdlet(VerbsCommon.New, "WeComCardImage")]
[OutputType(typeof(CardImage))]
public sealed class NewWeComCardImageCommand : WeComCommand
{
    /// <summary>The picture's URL (url).</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [ValidateNotNullOrEmpty]
    public string Url { get; set; } = "";

    /// <summary>Width divided by height, from 1.3 to 2.25; the service assumes 1.3 if it is absent (aspect_ratio).</summary>
    [Parameter(Position = 1)]
    public decimal? AspectRatio { get; set; }

    /// <inheritdoc/>
    protected override void EndProcessing() => WriteObject(new CardImage
    {
        Url = Url,
        AspectRatio = AspectRatio,
    });
}
