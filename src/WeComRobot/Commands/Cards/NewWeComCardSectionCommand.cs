using System.Management.Automation;
using WeComRobot.Binding;
using WeComRobot.Messages.Cards;

namespace WeComRobot.Commands;

/// <summary>Makes a title with text below, in a news_notice (service.md#card-sections); a card takes up to 4.</summary>
[Cmdlet(VerbsCommon.New, "WeComCardSection")]
[OutputType(typeof(CardSection))]
public sealed class NewWeComCardSectionCommand : WeComCommand
{
    /// <summary>The title, at most 26 characters recommended (title).</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [TextTransformation]
    [ValidateNotNullOrEmpty]
    public string Title { get; set; } = "";

    /// <summary>The text below, at most 112 characters recommended (desc).</summary>
    [Parameter(Position = 1)]
    [TextTransformation]
    public string? Description { get; set; }

    /// <inheritdoc/>
    protected override void EndProcessing() => WriteObject(new CardSection
    {
        Title = Title,
        Description = Description,
    });
}
