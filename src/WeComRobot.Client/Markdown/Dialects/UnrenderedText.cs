namespace WeComRobot.Markdown.Dialects;

/// <summary>Describes what a Markdown type does not render, for a warning.</summary>
internal static class UnrenderedText
{
    /// <param name="construct">The construct that is not rendered.</param>
    /// <param name="dialect">The msgtype.</param>
    /// <param name="line">The number of its line, from 1.</param>
    public static string Describe(Construct construct, string dialect, int line)
    {
        var (what, advice) = construct.Kind switch
        {
            ConstructKind.Font when dialect == Dialect.V1.Name => (Strings.UnreadColor, nameof(Strings.AdviseKnownColor)),
            ConstructKind.Font or ConstructKind.FontEnd => (Strings.UnreadFont, nameof(Strings.AdviseV1)),
            ConstructKind.Mention => (Strings.UnreadMention, nameof(Strings.AdviseV1OrText)),
            ConstructKind.LinkWithSpace => (Strings.LinkWithBlank, nameof(Strings.AdviseEscapedBlank)),
            ConstructKind.Html => (Strings.UnreadHtml, nameof(Strings.AdviseMarkdown)),
            _ => (Strings.UnreadBlock, nameof(Strings.AdviseV2)),
        };
        return what.With(dialect, line, BlockName(construct.Kind) ?? construct.Detail).Then(Advice.Get(advice));
    }

    private static string? BlockName(ConstructKind kind) => kind switch
    {
        ConstructKind.TableHead or ConstructKind.TableRow => Strings.Table,
        ConstructKind.FenceMark or ConstructKind.CodeLine => Strings.FencedCode,
        ConstructKind.Picture => Strings.Picture,
        ConstructKind.ListItem => Strings.List,
        _ => null,
    };
}
