using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using WeComRobot.Binding;
using WeComRobot.Errors;
using WeComRobot.Fitting;
using WeComRobot.Messages;
using WeComRobot.Messages.Cards;

namespace WeComRobot.Commands;

/// <summary>
/// Makes a template card for Send-WeComCard (service.md#template-cards): a news_notice if it has a picture, else a text_notice.
/// Its parts come from parameters or the pipeline. The card is checked against all rules. Sends nothing.
/// </summary>
[Cmdlet(VerbsCommon.New, "WeComCard")]
[Makes(typeof(CardTitle))]
[OutputType(typeof(Card))]
public sealed class NewWeComCardCommand : WeComCommand
{
    private readonly List<CardPart> _parts = [];

    /// <summary>The title, at most 26 characters recommended. Required, unless a text_notice has -SubTitle (main_title.title).</summary>
    [Parameter(Position = 0)]
    [TextTransformation]
    [Sets(nameof(Card.MainTitle))]
    public string? Title { get; set; }

    /// <summary>The text below the title, at most 30 characters recommended (main_title.desc).</summary>
    [Parameter]
    [TextTransformation]
    public string? Description { get; set; }

    /// <summary>The second-level text of a text_notice, at most 112 characters recommended (sub_title_text).</summary>
    [Parameter]
    [TextTransformation]
    public string? SubTitle { get; set; }

    /// <summary>Where the card comes from, from New-WeComCardSource (source).</summary>
    [Parameter]
    public CardSource? Source { get; set; }

    /// <summary>The key figure of a text_notice, from New-WeComCardEmphasis (emphasis_content).</summary>
    [Parameter]
    public CardEmphasis? Emphasis { get; set; }

    /// <summary>A quotation, from New-WeComCardQuote (quote_area).</summary>
    [Parameter]
    public CardQuote? Quote { get; set; }

    /// <summary>
    /// Up to 6 rows: from New-WeComCardField, or the entries of a hashtable or the properties of an object, in their order; an upload
    /// becomes an attachment, a Uri a link (horizontal_content_list).
    /// </summary>
    [Parameter]
    [CardFieldTransformation]
    [Sets(nameof(Card.Fields))]
    public CardField[] Field { get; set; } = [];

    /// <summary>Up to 3 links at the foot, from New-WeComCardLink (jump_list).</summary>
    [Parameter]
    [Sets(nameof(Card.Links))]
    public CardLink[] Link { get; set; } = [];

    /// <summary>Up to 4 titles with text, in a news_notice, from New-WeComCardSection (vertical_content_list).</summary>
    [Parameter]
    [Sets(nameof(Card.Sections))]
    public CardSection[] Section { get; set; } = [];

    /// <summary>The picture, which makes it a news_notice, from New-WeComCardImage (card_image).</summary>
    [Parameter]
    [Sets(nameof(Card.CardType))]
    public CardImage? Image { get; set; }

    /// <summary>A picture with text to its right, which makes it a news_notice, from New-WeComCardImageText (image_text_area).</summary>
    [Parameter]
    public CardImageText? ImageText { get; set; }

    /// <summary>Where a click on the card leads: from New-WeComCardAction, or a URL. Required, as a parameter or from the pipeline (card_action).</summary>
    [Parameter]
    [CardActionTransformation]
    public CardAction? Action { get; set; }

    /// <summary>Parts of any kind, from the pipeline; the type of each decides its place.</summary>
    [Parameter(ValueFromPipeline = true)]
    public CardPart? Part { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (Part is not null)
        {
            _parts.Add(Part);
        }
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        this.ReportFailures(null, () =>
        {
            var card = CardComposer.Compose(Title, Description, SubTitle, [.. PartsFromParameters(), .. _parts]);
            MessageCheck.ThrowIfInvalid(new CardMessage { Card = card });
            WriteObject(card);
        });
    }

    private IEnumerable<CardPart> PartsFromParameters()
    {
        CardPart?[] parts = [Source, Emphasis, Quote, Image, ImageText, Action, .. Field, .. Link, .. Section];
        return parts.OfType<CardPart>();
    }
}
