using System.Linq;
using WeComRobot.Messages;

namespace WeComRobot.Client.Tests.Messages.Cards;

/// <summary>A sample card with edited fields. Fields are named as in the page's parameter tables.</summary>
internal static class CardSample
{
    public static string Field(string field) => "template_card." + field;

    public static Message Edited(string card, params string[] edits) => Sample.Edited(card, [.. edits.Select(Field)]);

    /// <summary>A JSON array that has the entry this many times.</summary>
    public static string List(string entry, int count) => $"[{string.Join(",", Enumerable.Repeat(entry, count))}]";
}
