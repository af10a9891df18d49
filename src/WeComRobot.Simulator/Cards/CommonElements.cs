using System.Collections.Generic;
using WeComRobot.Simulator.Responses;
using WeComRobot.Simulator.Rules;

namespace WeComRobot.Simulator.Cards;

/// <summary>The elements that both card types share.</summary>
internal static class CommonElements
{
    private const int MaxFields = 6;
    private const int MaxLinks = 3;
    private const int MaxColor = 3;

    public static Refusal? Check(PayloadNode card) =>
        card.CheckObject("source", Source)
        ?? card.CheckObject("quote_area", Quote)
        ?? card.CheckList("horizontal_content_list", MaxFields, ErrorCode.CardFields, FieldRow.Check)
        ?? card.CheckList("jump_list", MaxLinks, ErrorCode.CardLinks, Link)
        ?? Action(card);

    public static IEnumerable<PayloadSize> Measure(PayloadNode card) =>
        [.. card.MeasureList("horizontal_content_list", MaxFields), .. card.MeasureList("jump_list", MaxLinks)];

    private static Refusal? Source(PayloadNode source) =>
        source.CheckTexts("icon_url", "desc") ?? source.CheckInteger("desc_color", 0, MaxColor, out _);

    private static Refusal? Quote(PayloadNode quote) =>
        quote.CheckTexts("title", "quote_text") ?? ClickTarget.Check(quote);

    private static Refusal? Link(PayloadNode link) =>
        link.RequireText("title", ErrorCode.CardTitle) ?? ClickTarget.Check(link);

    // Unlike other click targets, card_action must have one: type 0 is refused
    private static Refusal? Action(PayloadNode card)
    {
        var action = card.Child("card_action");
        var refusal = action.CheckInteger("type", 1, 2, out var type);
        return !action.IsObject || refusal is not null || type == 0
            ? new Refusal(ErrorCode.CardAction) { Field = action.Path }
            : ClickTarget.Check(action);
    }
}
