using System.Collections.Generic;
using System.Linq;

namespace WeComRobot.Messages.Cards;

/// <summary>Builds a card from its parts. The type of a part determines its place, and lists keep the order of the parts.</summary>
internal static class CardComposer
{
    /// <summary>Builds a news_notice if the parts include a picture, otherwise a text_notice.</summary>
    /// <param name="title">main_title.title.</param>
    /// <param name="description">main_title.desc.</param>
    /// <param name="subTitle">sub_title_text.</param>
    /// <param name="parts">The parts, in any order.</param>
    /// <exception cref="WeComException">InvalidMessage: there are several parts of a type of which a card can have only one.</exception>
    public static Card Compose(string? title, string? description, string? subTitle, IEnumerable<CardPart> parts) =>
        Build(title, description, subTitle, [.. parts.Select(AddType)]);

    /// <summary>Adds the type number that a part made from a hashtable may lack.</summary>
    private static CardPart AddType(CardPart part) => part switch
    {
        CardJump { Type: null } jump => jump with { Type = CardJump.TypeFor(jump.Url, jump.AppId) },
        CardField { Type: null } field => field with { Type = CardField.TypeFor(field.Url, field.MediaId, field.UserId) },
        _ => part,
    };

    private static Card Build(string? title, string? description, string? subTitle, IReadOnlyList<CardPart> parts)
    {
        var image = Single<CardImage>(parts);
        var imageText = Single<CardImageText>(parts);
        return new()
        {
            CardType = image is null && imageText is null ? Card.TextNotice : Card.NewsNotice,
            Source = Single<CardSource>(parts),
            MainTitle = new CardTitle { Title = title, Description = description },
            Emphasis = Single<CardEmphasis>(parts),
            Image = image,
            ImageText = imageText,
            Quote = Single<CardQuote>(parts),
            SubTitle = subTitle,
            Sections = ListOrNull<CardSection>(parts),
            Fields = ListOrNull<CardField>(parts),
            Links = ListOrNull<CardLink>(parts),
            Action = Single<CardAction>(parts),
        };
    }

    private static T? Single<T>(IReadOnlyList<CardPart> parts)
        where T : CardPart
    {
        var found = parts.OfType<T>().ToArray();
        return found.Length <= 1
            ? found.FirstOrDefault()
            : throw new WeComException(FailureCause.InvalidMessage, Strings.PartTwice.With(typeof(T).Name.Substring("Card".Length), found.Length));
    }

    /// <summary>Null, not empty, if there are none, so that the field is left out.</summary>
    private static T[]? ListOrNull<T>(IReadOnlyList<CardPart> parts)
        where T : CardPart =>
        parts.OfType<T>().ToArray() is { Length: > 0 } found ? found : null;
}
