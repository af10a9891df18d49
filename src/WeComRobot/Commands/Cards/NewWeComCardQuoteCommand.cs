using System.Management.Automation;
using WeComRobot.Binding;
using WeComRobot.Messages.Cards;

namespace WeComRobot.Commands;

/// <summary>Makes the quotation of a card (service.md#card-quote), which is best not combined with the key figure.</summary>
[Cmdlet(VerbsCommon.New, "WeComCardQuote", DefaultParameterSetName = PlainSet)]
[OutputType(typeof(CardQuote))]
public sealed class NewWeComCardQuoteCommand : CardJumpCommand
{
    /// <summary>The quoted text (quote_text).</summary>
    [Parameter(Position = 0)]
    [TextTransformation]
    public string? Text { get; set; }

    /// <summary>The title above it (title).</summary>
    [Parameter]
    [TextTransformation]
    public string? Title { get; set; }

    /// <inheritdoc/>
    protected override void EndProcessing() => WriteObject(new CardQuote
    {
        Type = Type,
        Url = Url,
        AppId = AppId,
        PagePath = PagePath,
        Title = Title,
        Text = Text,
    });
}
