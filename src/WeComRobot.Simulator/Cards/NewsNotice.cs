using System.Text.Json;
using WeComRobot.Simulator.Answers;
using WeComRobot.Simulator.Rules;

namespace WeComRobot.Simulator.Cards;

/// <summary>The card of a picture: a titled main title and an image.</summary>
internal static class NewsNotice
{
    private const int MostSections = 4;

    // The text excludes both ends, yet the sample sends 2.25 and the default is 1.3
    private const decimal LeastRatio = 1.3m;
    private const decimal MostRatio = 2.25m;

    public static Refusal? Check(Part card) =>
        Heading(card)
        ?? Image(card)
        ?? card.Object("image_text_area", ImageText)
        ?? card.List("vertical_content_list", MostSections, ErrorCode.CardSections, Section)
        ?? CommonParts.Check(card);

    private static Refusal? Heading(Part card)
    {
        var main = card.Child("main_title");
        return main.IsMissing
            ? new Refusal(ErrorCode.CardTitle)
            : card.Object("main_title", title => title.Require("title", ErrorCode.CardTitle) ?? title.Optional("desc"));
    }

    private static Refusal? Image(Part card)
    {
        var image = card.Child("card_image");
        return image.IsMissing
            ? new Refusal(ErrorCode.CardImage)
            : card.Object("card_image", found => found.Require("url", ErrorCode.CardImage) ?? Ratio(found.Child("aspect_ratio")));
    }

    // Inferred: the official table has no code for the ratio
    private static Refusal? Ratio(Part ratio)
    {
        if (ratio.Is(JsonValueKind.Number) is { } refusal)
        {
            return refusal;
        }

        var fits = ratio.IsMissing || (ratio.Json.TryGetDecimal(out var value) && value >= LeastRatio && value <= MostRatio);
        return fits ? null : Refusal.InvalidParameter(ratio.Path);
    }

    // Inferred: a missing image_url is a missing url
    private static Refusal? ImageText(Part area) =>
        area.Require("image_url", ErrorCode.CardUrl)
        ?? area.Optional("title", "desc")
        ?? ClickTarget.Check(area);

    private static Refusal? Section(Part section) =>
        section.Require("title", ErrorCode.CardTitle) ?? section.Optional("desc");
}
