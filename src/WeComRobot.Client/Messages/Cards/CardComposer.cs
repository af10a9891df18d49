using System.Collections.Generic;
using System.Linq;

namespace WeComRobot.Messages.Cards;

/// <summary>Puts parts together: each has its place by its type, lists keep their order.</summary>
public static class CardComposer
{
    /// <summary>The card: a news_notice if there is a picture, else a text_notice.</summary>
    /// <param name="title">main_title.title.</param>
    /// <param name="description">main_title.desc.</param>
    /// <param name="subTitle">sub_title_text.</param>
    /// <param name="parts">The parts, in any order.</param>
    /// <exception cref="WeComException">InvalidMessage: two parts of a kind of which a card has one.</exception>
    public static Card Compose(string? title, string? description, string? subTitle, IEnumerable<CardPart> parts) =>
        Arrange(title, description, subTitle, [.. parts.Select(WithType)]);

    /// <summary>Parts made of hashtables need no type number either.</summary>
    private static CardPart WithType(CardPart part) => part switch
    {
        CardJump { Type: null } jump => jump with { Type = CardJump.TypeFor(jump.Url, jump.AppId) },
        CardField { Type: null } field => field with { Type = CardField.TypeFor(field.Url, field.MediaId, field.UserId) },
        _ => part,
    };

    private static Card Arrange(string? title, string? description, string? subTitle, IReadOnlyList<CardPart> parts)
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
            Sections = List<CardSection>(parts),
            Fields = List<CardField>(parts),
            Links = List<CardLink>(parts),
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

    /// <summary>Null, not empty, when there is none.</summary>
    private static T[]? List<T>(IReadOnlyList<CardPart> parts)
        where T : CardPart =>
        parts.OfType<T>().ToArray() is { Length: > 0 } found ? found : null;
}
