using System.Management.Automation;
using WeComRobot.Binding;
using WeComRobot.Messages.Cards;

namespace WeComRobot.Commands;

/// <summary>Makes the key figure of a text_notice (service.md#card-emphasis).</summary>
[Cmdlet(VerbsCommon.New, "WeComCardEmphasis")]
[OutputType(typeof(CardEmphasis))]
public sealed class NewWeComCardEmphasisCommand : WeComCommand
{
    /// <summary>The figure, at most 10 characters recommended (title).</summary>
    [Parameter(Position = 0)]
    [TextTransformation]
    public string? Title { get; set; }

    /// <summary>What it means, at most 15 characters recommended (desc).</summary>
    [Parameter(Position = 1)]
    [TextTransformation]
    public string? Description { get; set; }

    /// <inheritdoc/>
    protected override void EndProcessing() => WriteObject(new CardEmphasis
    {
        Title = Title,
        Description = Description,
    });
}
