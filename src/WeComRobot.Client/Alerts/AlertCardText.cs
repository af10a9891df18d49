using WeComRobot.Text;

namespace WeComRobot.Alerts;

/// <summary>Shortens content for the second-level text of a card, of which more is not shown.</summary>
internal static class AlertCardText
{
    private const int MaxCharacters = 112;
    private const string More = "…";

    /// <summary>The content, or its beginning with an ellipsis.</summary>
    public static string Shorten(string content) =>
        content.Length <= MaxCharacters ? content : content.Substring(0, TextElements.Floor(content, 0, MaxCharacters - 1)).TrimEnd() + More;
}
