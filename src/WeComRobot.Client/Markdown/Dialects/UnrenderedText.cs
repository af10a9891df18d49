namespace WeComRobot.Markdown.Dialects;

/// <summary>Describes what a Markdown type does not render, for a warning.</summary>
internal static class UnrenderedText
{
    /// <param name="construct">The construct that is not rendered.</param>
    /// <param name="dialect">The msgtype.</param>
    /// <param name="line">The number of its line, from 1.</param>
    public static string Describe(Construct construct, string dialect, int line) => construct.Kind switch
    {
        ConstructKind.Font when dialect == Dialect.V1.Name => Strings.UnreadColor.With(dialect, line, construct.Detail),
        ConstructKind.Font or ConstructKind.FontEnd => Strings.UnreadFont.With(dialect, line),
        ConstructKind.Mention => Strings.UnreadMention.With(dialect, line, construct.Detail),
        ConstructKind.LinkWithSpace => Strings.LinkWithBlank.With(dialect, line),
        ConstructKind.Html => Strings.UnreadHtml.With(dialect, line, construct.Detail),
        ConstructKind.TableHead or ConstructKind.TableRow => Strings.UnreadBlock.With(dialect, line, Strings.Table),
        ConstructKind.FenceMark or ConstructKind.CodeLine => Strings.UnreadBlock.With(dialect, line, Strings.FencedCode),
        ConstructKind.Picture => Strings.UnreadBlock.With(dialect, line, Strings.Picture),
        _ => Strings.UnreadBlock.With(dialect, line, Strings.List),
    };
}
