using System.Management.Automation;
using WeComRobot.Messages.Cards;

namespace WeComRobot.Commands;

/// <summary>
/// Makes a template card for Send-WeComCard (group-robot-api.md, 模版卡片类型): a news_notice where it has an image part,
/// else a text_notice. Parts are objects or hashtables with their properties. Sends nothing.
/// </summary>
[Cmdlet(VerbsCommon.New, "WeComCard")]
[OutputType(typeof(Card))]
public sealed class NewWeComCardCommand : Cmdlet
{
    /// <summary>The title, at most 26 characters recommended. Required, unless a text_notice has -SubTitle (main_title.title).</summary>
    [Parameter(Position = 0)]
    public string? Title { get; set; }

    /// <summary>The text below the title, at most 30 characters recommended (main_title.desc).</summary>
    [Parameter]
    public string? Description { get; set; }

    /// <summary>The second-level text of a text_notice, at most 112 characters recommended (sub_title_text).</summary>
    [Parameter]
    public string? SubTitle { get; set; }

    /// <summary>Where the card comes from: IconUrl, Description, Color (source).</summary>
    [Parameter]
    public CardSource? Source { get; set; }

    /// <summary>The key figure of a text_notice: Title, Description (emphasis_content).</summary>
    [Parameter]
    public CardEmphasis? Emphasis { get; set; }

    /// <summary>A quotation: Title, Text, and where a click leads (quote_area).</summary>
    [Parameter]
    public CardQuote? Quote { get; set; }

    /// <summary>Up to 6 rows: Name, Value, and what a click opens (horizontal_content_list).</summary>
    [Parameter]
    public CardField[]? Field { get; set; }

    /// <summary>Up to 3 links at the foot: Title, and where a click leads (jump_list).</summary>
    [Parameter]
    public CardLink[]? Link { get; set; }

    /// <summary>Up to 4 titles with text, in a news_notice: Title, Description (vertical_content_list).</summary>
    [Parameter]
    public CardSection[]? Section { get; set; }

    /// <summary>The picture, which makes it a news_notice: Url, AspectRatio from 1.3 to 2.25 (card_image).</summary>
    [Parameter]
    public CardImage? Image { get; set; }

    /// <summary>A picture with text at its right, which makes it a news_notice: ImageUrl, Title, Description (image_text_area).</summary>
    [Parameter]
    public CardImageText? ImageText { get; set; }

    /// <summary>Where a click on the card leads, from New-WeComCardAction (card_action).</summary>
    [Parameter(Mandatory = true)]
    public CardAction? Action { get; set; }

    /// <inheritdoc/>
    protected override void EndProcessing() => WriteObject(new Card
    {
        CardType = Image is null && ImageText is null ? Card.TextNotice : Card.NewsNotice,
        Source = Source,
        MainTitle = new CardTitle { Title = Title, Description = Description },
        Emphasis = Emphasis,
        Image = Image,
        ImageText = ImageText,
        Quote = Quote,
        SubTitle = SubTitle,
        Sections = Section,
        Fields = Field,
        Links = Link,
        Action = Action,
    });
}
