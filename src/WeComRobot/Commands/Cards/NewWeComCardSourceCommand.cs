using System.Management.Automation;
using WeComRobot.Binding;
using WeComRobot.Messages.Cards;

namespace WeComRobot.Commands;

/// <summary>Makes the line that says where a card comes from (service.md#card-source).</summary>
[Cmdlet(VerbsCommon.New, "WeComCardSource")]
[OutputType(typeof(CardSource))]
public sealed class NewWeComCardSourceCommand : WeComCommand
{
    /// <summary>The source's name, at most 13 characters recommended (desc).</summary>
    [Parameter(Position = 0)]
    [TextTransformation]
    public string? Description { get; set; }

    /// <summary>The icon's URL (icon_url).</summary>
    [Parameter]
    public string? IconUrl { get; set; }

    /// <summary>The name's colour: Gray, Black, Red or Green; the service assumes Gray if it is absent (desc_color).</summary>
    [Parameter]
    public CardColor? Color { get; set; }

    /// <inheritdoc/>
    protected override void EndProcessing() => WriteObject(new CardSource
    {
        IconUrl = IconUrl,
        Description = Description,
        Color = Color,
    });
}
