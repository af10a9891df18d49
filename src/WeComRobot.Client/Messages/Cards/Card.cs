using System.Collections.Generic;
using System.Text.Json.Serialization;
using WeComRobot.Messages.Payloads;

namespace WeComRobot.Messages.Cards;

/// <summary>
/// A template card of either type (service.md#template-cards). <see cref="CardRules"/> knows which parts each type may have.
/// </summary>
public sealed record Card
{
    /// <summary>The card type of text notices.</summary>
    public const string TextNotice = "text_notice";

    /// <summary>The card type of news notices, which show a picture.</summary>
    public const string NewsNotice = "news_notice";

    /// <summary>text_notice or news_notice. Required.</summary>
    [JsonPropertyName("card_type")]
    public string? CardType { get; init; }

    /// <summary>Where the card comes from.</summary>
    [JsonPropertyName("source")]
    public CardSource? Source { get; init; }

    /// <summary>The main title. Required.</summary>
    [JsonPropertyName("main_title")]
    public CardTitle? MainTitle { get; init; }

    /// <summary>The key figure; text_notice only.</summary>
    [JsonPropertyName("emphasis_content")]
    [OnlyIn(TextNotice)]
    public CardEmphasis? Emphasis { get; init; }

    /// <summary>The picture; news_notice only, where it is required.</summary>
    [JsonPropertyName("card_image")]
    [OnlyIn(NewsNotice)]
    public CardImage? Image { get; init; }

    /// <summary>A picture with text at its right; news_notice only.</summary>
    [JsonPropertyName("image_text_area")]
    [OnlyIn(NewsNotice)]
    public CardImageText? ImageText { get; init; }

    /// <summary>A quotation. The page recommends not to combine it with the key figure.</summary>
    [JsonPropertyName("quote_area")]
    public CardQuote? Quote { get; init; }

    /// <summary>The second-level text; text_notice only. At most 112 characters are recommended.</summary>
    [JsonPropertyName("sub_title_text")]
    [OnlyIn(TextNotice)]
    [Multiline]
    public string? SubTitle { get; init; }

    /// <summary>Up to 4 titles, each with text below it; news_notice only.</summary>
    [JsonPropertyName("vertical_content_list")]
    [OnlyIn(NewsNotice)]
    public IReadOnlyList<CardSection>? Sections { get; init; }

    /// <summary>Up to 6 rows of a name and a value.</summary>
    [JsonPropertyName("horizontal_content_list")]
    public IReadOnlyList<CardField>? Fields { get; init; }

    /// <summary>Up to 3 links at the foot of the card.</summary>
    [JsonPropertyName("jump_list")]
    public IReadOnlyList<CardLink>? Links { get; init; }

    /// <summary>What a click on the card opens. Required.</summary>
    [JsonPropertyName("card_action")]
    public CardAction? Action { get; init; }
}
