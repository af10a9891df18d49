using WeComRobot.Simulator.Responses;
using WeComRobot.Simulator.Rules;

namespace WeComRobot.Simulator.Cards;

/// <summary>The text card. It requires main_title, and either a title in it or sub_title_text.</summary>
internal static class TextNotice
{
    public static Refusal? Check(PayloadNode card) =>
        Heading(card)
        ?? card.CheckObject("emphasis_content", emphasis => emphasis.CheckTexts("title", "desc"))
        ?? CommonElements.Check(card);

    private static Refusal? Heading(PayloadNode card)
    {
        var main = card.Child("main_title");
        if (main.IsMissing)
        {
            return new Refusal(ErrorCode.CardTitle) { Field = main.Path };
        }

        var hasTitle = main.Text("title") is not null || card.Text("sub_title_text") is not null;
        return card.CheckObject("main_title", title => title.CheckTexts("title", "desc"))
            ?? card.CheckTexts("sub_title_text")
            ?? (hasTitle ? null : new Refusal(ErrorCode.CardTitle) { Field = main.Child("title").Path });
    }
}
