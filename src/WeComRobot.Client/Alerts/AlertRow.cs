using WeComRobot.Markdown.Writing;
using WeComRobot.Messages.Cards;

namespace WeComRobot.Alerts;

/// <summary>Writes a row of a name and a value as a line.</summary>
internal static class AlertRow
{
    public static bool HasLink(CardField row) => row.Url is { Length: > 0 };

    public static string ToText(CardField row) => Strings.AlertLine.With(AlertText.OneLine(row.Name ?? ""), AlertText.OneLine(TextOf(row)));

    public static string ToMarkdown(CardField row) => Strings.AlertLine.With(
        MarkdownEscaping.EscapeLine(row.Name ?? ""),
        HasLink(row) ? AlertLink.ToMarkdown(row.Value is { Length: > 0 } value ? value : row.Url!, row.Url!) : MarkdownEscaping.EscapeLine(TextOf(row)));

    private static string TextOf(CardField row) => HasLink(row) && row.Value != row.Url ? $"{row.Value} {row.Url}".Trim() : row.Value ?? row.UserId ?? "";
}
