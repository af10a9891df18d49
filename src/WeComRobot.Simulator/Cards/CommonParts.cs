using WeComRobot.Simulator.Answers;
using WeComRobot.Simulator.Rules;

namespace WeComRobot.Simulator.Cards;

/// <summary>The parts that both cards have.</summary>
internal static class CommonParts
{
    private const int MostFields = 6;
    private const int MostLinks = 3;
    private const int MostColor = 3;

    public static Refusal? Check(Part card) =>
        card.Object("source", Source)
        ?? card.Object("quote_area", Quote)
        ?? card.List("horizontal_content_list", MostFields, ErrorCode.CardFields, FieldRow.Check)
        ?? card.List("jump_list", MostLinks, ErrorCode.CardLinks, Link)
        ?? Action(card);

    private static Refusal? Source(Part source) =>
        source.Optional("icon_url", "desc") ?? source.Number("desc_color", 0, MostColor, out _);

    private static Refusal? Quote(Part quote) =>
        quote.Optional("title", "quote_text") ?? ClickTarget.Check(quote);

    private static Refusal? Link(Part link) =>
        link.Require("title", ErrorCode.CardTitle) ?? ClickTarget.Check(link);

    // Unlike elsewhere no target (0) is not a choice
    private static Refusal? Action(Part card)
    {
        var action = card.Child("card_action");
        var refusal = action.Number("type", 1, 2, out var type);
        return !action.IsObject || refusal is not null || type == 0
            ? new Refusal(ErrorCode.CardAction)
            : ClickTarget.Check(action);
    }
}
