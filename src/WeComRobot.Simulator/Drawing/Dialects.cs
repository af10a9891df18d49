using Markdig;
using Markdig.Extensions.Tables;
using Markdig.Parsers;
using Markdig.Parsers.Inlines;

namespace WeComRobot.Simulator.Drawing;

/// <summary>
/// The parsers of the two dialects (service.md#markdown, service.md#markdown-v2): of what the official page lists, and of the other ways
/// in which CommonMark writes the same. HTML is text to both.
/// </summary>
internal static class Dialects
{
    /// <summary>What a line of <c>markdown</c> may hold.</summary>
    public static InlineParserList Markdown { get; } = new([
        new FontParser(),
        new MentionParser(),
        new LinkParser(),
        Emphasis(minimumCount: 2),
        new CodeInlineParser(),
    ]);

    public static MarkdownPipeline MarkdownV2 { get; } = BuildV2();

    private static MarkdownPipeline BuildV2()
    {
        var builder = new MarkdownPipelineBuilder { PreciseSourceLocation = true };
        builder.BlockParsers.Clear();
        builder.BlockParsers.AddRange([
            new DividerParser(),
            new HeadingBlockParser(),
            new QuoteBlockParser(),
            new NestedListParser(),
            new FencedCodeBlockParser(),
            new PlainParagraphParser(),
        ]);
        builder.InlineParsers.Clear();
        builder.InlineParsers.AddRange([
            new LinkParser(),
            new EscapeInlineParser(),
            Emphasis(minimumCount: 1),
            new CodeInlineParser(),
            new LineBreakInlineParser(),
        ]);
        return builder.UsePipeTables(new PipeTableOptions { UseHeaderForColumnCount = true }).Build();
    }

    // The page knows no emphasis by underscores, which are in many names
    private static EmphasisInlineParser Emphasis(int minimumCount)
    {
        var parser = new EmphasisInlineParser { CjkFriendlyEmphasis = true };
        parser.EmphasisDescriptors.Clear();
        parser.EmphasisDescriptors.Add(new EmphasisDescriptor('*', minimumCount, maximumCount: 2, enableWithinWord: true));
        return parser;
    }
}
