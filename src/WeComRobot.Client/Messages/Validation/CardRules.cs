using WeComRobot.Messages.Cards;

namespace WeComRobot.Messages.Validation;

/// <summary>The rules of the two parameter tables that concern the whole card (group-robot-api.md, 模版卡片类型).</summary>
internal static class CardRules
{
    private const string Root = "template_card.";

    public static void Check(Findings findings, Card card)
    {
        switch (card.CardType)
        {
            case Card.TextNotice:
                CheckTextNotice(findings, card);
                break;
            case Card.NewsNotice:
                CheckNewsNotice(findings, card);
                break;
            default:
                findings.Error(Root + "card_type", Strings.UnknownCardType.With(Root + "card_type", card.CardType));
                break;
        }

        CheckShared(findings, card);
    }

    private static void CheckTextNotice(Findings findings, Card card)
    {
        findings.Required(Root + "main_title", card.MainTitle);
        if (card.MainTitle is { Title: null or "" } && string.IsNullOrEmpty(card.SubTitle))
        {
            findings.Error(Root + "main_title.title", Strings.TitleOrSubTitle.With(Root + "main_title.title", Root + "sub_title_text"));
        }

        findings.Recommended(Root + "sub_title_text", card.SubTitle, 112);
        card.Emphasis?.Check(findings, Root + "emphasis_content");
        Foreign(findings, "card_image", card.Image, Card.NewsNotice);
        Foreign(findings, "image_text_area", card.ImageText, Card.NewsNotice);
        Foreign(findings, "vertical_content_list", card.Sections, Card.NewsNotice);
    }

    private static void CheckNewsNotice(Findings findings, Card card)
    {
        if (findings.Required(Root + "main_title", card.MainTitle))
        {
            findings.Required(Root + "main_title.title", card.MainTitle!.Title);
        }

        if (findings.Required(Root + "card_image", card.Image))
        {
            card.Image!.Check(findings, Root + "card_image");
        }

        card.ImageText?.Check(findings, Root + "image_text_area");
        findings.Count(Root + "vertical_content_list", card.Sections, 0, 4);
        foreach (var (field, section) in findings.Items(Root + "vertical_content_list", card.Sections))
        {
            section.Check(findings, field);
        }

        Foreign(findings, "emphasis_content", card.Emphasis, Card.TextNotice);
        Foreign(findings, "sub_title_text", card.SubTitle, Card.TextNotice);
    }

    private static void CheckShared(Findings findings, Card card)
    {
        card.Source?.Check(findings, Root + "source");
        card.MainTitle?.Check(findings, Root + "main_title");
        card.Quote?.Check(findings, Root + "quote_area");
        findings.Count(Root + "horizontal_content_list", card.Fields, 0, 6);
        foreach (var (field, row) in findings.Items(Root + "horizontal_content_list", card.Fields))
        {
            row.Check(findings, field);
        }

        findings.Count(Root + "jump_list", card.Links, 0, 3);
        foreach (var (field, link) in findings.Items(Root + "jump_list", card.Links))
        {
            link.Check(findings, field);
        }

        if (findings.Required(Root + "card_action", card.Action))
        {
            card.Action!.Check(findings, Root + "card_action");
        }
    }

    /// <summary>A part of the other card type would be dropped by the service without a word.</summary>
    private static void Foreign(Findings findings, string field, object? part, string itsType)
    {
        if (part is not null)
        {
            findings.Error(Root + field, Strings.PartOfOtherCard.With(Root + field, itsType));
        }
    }
}
