using WeComRobot.Simulator.Answers;
using WeComRobot.Simulator.Rules;

namespace WeComRobot.Simulator.Cards;

/// <summary>The card of text: a main title object, and a title in it or a sub title.</summary>
internal static class TextNotice
{
    public static Refusal? Check(Part card) =>
        Heading(card)
        ?? card.Object("emphasis_content", emphasis => emphasis.Optional("title", "desc"))
        ?? CommonParts.Check(card);

    private static Refusal? Heading(Part card)
    {
        var main = card.Child("main_title");
        if (main.IsMissing)
        {
            return new Refusal(ErrorCode.CardTitle);
        }

        var hasTitle = main.Text("title") is not null || card.Text("sub_title_text") is not null;
        return card.Object("main_title", title => title.Optional("title", "desc"))
            ?? card.Optional("sub_title_text")
            ?? (hasTitle ? null : new Refusal(ErrorCode.CardTitle));
    }
}
