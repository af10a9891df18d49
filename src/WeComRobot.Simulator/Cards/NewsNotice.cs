using System.Collections.Generic;
using System.Text.Json;
using WeComRobot.Simulator.Responses;
using WeComRobot.Simulator.Rules;

namespace WeComRobot.Simulator.Cards;

/// <summary>The picture card. It requires a title and an image.</summary>
internal static class NewsNotice
{
    private const int MaxSections = 4;

    // The official text excludes both bounds, but the sample sends 2.25 and the default is 1.3
    private const decimal MinAspectRatio = 1.3m;
    private const decimal MaxAspectRatio = 2.25m;

    public static Refusal? Check(PayloadNode card) =>
        Heading(card)
        ?? Image(card)
        ?? card.CheckObject("image_text_area", ImageText)
        ?? card.CheckList("vertical_content_list", MaxSections, ErrorCode.CardSections, Section)
        ?? CommonElements.Check(card);

    public static IEnumerable<PayloadSize> Measure(PayloadNode card) => card.MeasureList("vertical_content_list", MaxSections);

    private static Refusal? Heading(PayloadNode card) => card.Child("main_title").IsMissing
        ? new Refusal(ErrorCode.CardTitle) { Field = card.Child("main_title").Path }
        : card.CheckObject("main_title", title => title.RequireText("title", ErrorCode.CardTitle) ?? title.CheckTexts("desc"));

    private static Refusal? Image(PayloadNode card) => card.Child("card_image").IsMissing
        ? new Refusal(ErrorCode.CardImage) { Field = card.Child("card_image").Path }
        : card.CheckObject("card_image", image => image.RequireText("url", ErrorCode.CardImage) ?? AspectRatio(image.Child("aspect_ratio")));

    // Inferred: the official table has no code for an invalid ratio
    private static Refusal? AspectRatio(PayloadNode ratio)
    {
        if (ratio.CheckKind(JsonValueKind.Number) is { } refusal)
        {
            return refusal;
        }

        return ratio.IsMissing || (ratio.Json.TryGetDecimal(out var value) && value is >= MinAspectRatio and <= MaxAspectRatio)
            ? null
            : Refusal.InvalidParameter(ratio.Path, ExpectedValue.Decimal(MinAspectRatio, MaxAspectRatio));
    }

    // Inferred: a missing image_url has the code of a missing url
    private static Refusal? ImageText(PayloadNode area) =>
        area.RequireText("image_url", ErrorCode.CardUrl)
        ?? area.CheckTexts("title", "desc")
        ?? ClickTarget.Check(area);

    private static Refusal? Section(PayloadNode section) =>
        section.RequireText("title", ErrorCode.CardTitle) ?? section.CheckTexts("desc");
}
