using WeComRobot.Messages.Payloads;
using WeComRobot.Messages.Validation;

namespace WeComRobot.Messages.Cards;

/// <summary>The rules of the two parameter tables that concern the whole card (service.md#template-cards).</summary>
internal static class CardRules
{
    /// <summary>The most rows of a name and a value.</summary>
    public const int MaxFields = 6;

    public static void Check(RecordCheck check, Card card)
    {
        switch (card.CardType)
        {
            case Card.TextNotice:
                CheckTextNotice(check, card);
                break;
            case Card.NewsNotice:
                CheckNewsNotice(check, card);
                break;
            case var type when ApplicationCard.IsType(type):
                check.Error(nameof(card.CardType), Strings.ApplicationCardType.With(check.PathTo(nameof(card.CardType)), type));
                break;
            default:
                check.Error(nameof(card.CardType), Strings.UnknownCardType.With(check.PathTo(nameof(card.CardType)), card.CardType));
                break;
        }

        CheckShared(check, card);
    }

    private static void CheckTextNotice(RecordCheck check, Card card)
    {
        if (check.Required(nameof(card.MainTitle), card.MainTitle) && string.IsNullOrEmpty(card.MainTitle!.Title) && string.IsNullOrEmpty(card.SubTitle))
        {
            var mainTitle = check.Within(nameof(card.MainTitle), card.MainTitle);
            mainTitle.Error(
                nameof(CardTitle.Title), Strings.TitleOrSubTitle.With(mainTitle.PathTo(nameof(CardTitle.Title)), check.PathTo(nameof(card.SubTitle))));
        }

        check.Recommended(nameof(card.SubTitle), card.SubTitle, 112);
        check.Nested(nameof(card.Emphasis), card.Emphasis);
        Refuse(check, nameof(card.Image), card.Image, Card.NewsNotice);
        Refuse(check, nameof(card.ImageText), card.ImageText, Card.NewsNotice);
        Refuse(check, nameof(card.Sections), card.Sections, Card.NewsNotice);
    }

    private static void CheckNewsNotice(RecordCheck check, Card card)
    {
        if (check.Required(nameof(card.MainTitle), card.MainTitle))
        {
            check.Within(nameof(card.MainTitle), card.MainTitle!).Required(nameof(CardTitle.Title), card.MainTitle!.Title);
        }

        check.Required(nameof(card.Image), card.Image);
        check.Nested(nameof(card.Image), card.Image);
        check.Nested(nameof(card.ImageText), card.ImageText);
        check.Count(nameof(card.Sections), card.Sections, 0, 4);
        check.Each(nameof(card.Sections), card.Sections);
        Refuse(check, nameof(card.Emphasis), card.Emphasis, Card.TextNotice);
        Refuse(check, nameof(card.SubTitle), card.SubTitle, Card.TextNotice);
    }

    private static void CheckShared(RecordCheck check, Card card)
    {
        check.Nested(nameof(card.Source), card.Source);
        check.Nested(nameof(card.MainTitle), card.MainTitle);
        check.Nested(nameof(card.Quote), card.Quote);
        check.Count(nameof(card.Fields), card.Fields, 0, MaxFields);
        check.Each(nameof(card.Fields), card.Fields);
        check.Count(nameof(card.Links), card.Links, 0, 3);
        check.Each(nameof(card.Links), card.Links);
        check.Required(nameof(card.Action), card.Action);
        check.Nested(nameof(card.Action), card.Action);
    }

    /// <summary>Refuses a field of the other card type, because the service would silently drop it.</summary>
    private static void Refuse(RecordCheck check, string property, object? value, string owner)
    {
        if (value is not null)
        {
            check.Error(property, Strings.PartOfOtherCard.With(check.PathTo(property), owner));
        }
    }
}
