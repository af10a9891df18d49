namespace WeComRobot.Markdown.Dialects;

/// <summary>What a user reads about something that a Markdown type does not render.</summary>
internal static class UnreadText
{
    /// <param name="construct">What it is.</param>
    /// <param name="dialect">The msgtype.</param>
    /// <param name="line">On which line it stands, from 1.</param>
    public static string Describe(Construct construct, string dialect, int line) => construct.Kind switch
    {
        ConstructKind.Font when dialect == Dialect.V1.Name => Strings.UnreadColor.With(dialect, line, construct.Detail),
        ConstructKind.Font or ConstructKind.FontEnd => Strings.UnreadFont.With(dialect, line),
        ConstructKind.Mention => Strings.UnreadMention.With(dialect, line, construct.Detail),
        ConstructKind.LinkWithBlank => Strings.LinkWithBlank.With(dialect, line),
        ConstructKind.Html => Strings.UnreadHtml.With(dialect, line, construct.Detail),
        ConstructKind.TableHead or ConstructKind.TableRow => Strings.UnreadBlock.With(dialect, line, Strings.Table),
        ConstructKind.FenceMark or ConstructKind.CodeLine => Strings.UnreadBlock.With(dialect, line, Strings.FencedCode),
        ConstructKind.Picture => Strings.UnreadBlock.With(dialect, line, Strings.Picture),
        _ => Strings.UnreadBlock.With(dialect, line, Strings.List),
    };
}
