namespace WeComRobot.Markdown.Dialects;

/// <summary>Describes what a Markdown type does not render, for a warning.</summary>
internal static class UnrenderedText
{
    private const string LinkMarks = "[…](…)";
    private const string FontTag = "font";

    /// <param name="construct">The construct that is not rendered.</param>
    /// <param name="dialect">The type.</param>
    /// <param name="line">The number of its line, from 1.</param>
    public static string Describe(Construct construct, Dialect dialect, int line)
    {
        var (what, advice) = dialect == Dialect.Text ? (Strings.MarkdownInText, nameof(Strings.AdviseAsMarkdown)) : construct.Kind switch
        {
            ConstructKind.Font when dialect == Dialect.V1 => (Strings.UnreadColor, nameof(Strings.AdviseKnownColor)),
            ConstructKind.UnclosedFont when dialect == Dialect.V1 => (Strings.UnclosedFont, nameof(Strings.AdviseFontEnd)),
            ConstructKind.Font or ConstructKind.FontEnd or ConstructKind.UnclosedFont => (Strings.UnreadFont, nameof(Strings.AdviseV1)),
            ConstructKind.Mention => (Strings.UnreadMention, nameof(Strings.AdviseV1OrText)),
            ConstructKind.LinkWithSpace => (Strings.LinkWithBlank, nameof(Strings.AdviseEscapedBlank)),
            ConstructKind.Html => (Strings.UnreadHtml, nameof(Strings.AdviseMarkdown)),
            ConstructKind.Emphasis when construct.Detail[0] == '~' => (Strings.UnreadMarks, nameof(Strings.AdviseNoMarks)),
            ConstructKind.Emphasis => (Strings.UnreadMarks, nameof(Strings.AdviseEmphasis)),
            ConstructKind.HeadingMark => (Strings.HeadingWithoutBlank, nameof(Strings.AdviseHeadingBlank)),
            ConstructKind.CodeOverLines => (Strings.CodeOverLines, nameof(Strings.AdviseOneLine)),
            ConstructKind.Reference => (Strings.UnreadReference, nameof(Strings.AdviseInlineAddress)),
            ConstructKind.MissingTableRule => (Strings.MissingTableRule, nameof(Strings.AdviseTableRule)),
            ConstructKind.ListItem when dialect == Dialect.V2 => (Strings.UnreadBlock, nameof(Strings.AdviseTaskBox)),
            _ => (Strings.UnreadBlock, nameof(Strings.AdviseV2)),
        };
        return what.With(dialect.Name, line, GetName(construct, dialect)).Then(Advice.Get(advice));
    }

    private static string GetName(Construct construct, Dialect dialect) => construct.Kind switch
    {
        ConstructKind.TableHead or ConstructKind.TableRow => Strings.Table,
        ConstructKind.FenceMark or ConstructKind.CodeLine => Strings.FencedCode,
        ConstructKind.Picture => Strings.Picture,
        ConstructKind.ListItem => dialect == Dialect.V2 ? Strings.TaskBox : Strings.List,
        ConstructKind.Rule => Strings.Rule,
        ConstructKind.NestedQuote => Strings.NestedQuote,
        ConstructKind.Link => LinkMarks,
        ConstructKind.Font or ConstructKind.UnclosedFont when dialect == Dialect.Text => FontTag,
        _ => construct.Detail,
    };
}
