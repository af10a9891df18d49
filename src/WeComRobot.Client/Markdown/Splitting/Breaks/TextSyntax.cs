using WeComRobot.Markdown.Splitting.Lines;
using WeComRobot.Markdown.Splitting.Spans;

namespace WeComRobot.Markdown.Splitting.Breaks;

/// <summary>What is known about a Markdown text while it is split. It is kept, because a long line is cut many times.</summary>
internal sealed class TextSyntax(string text)
{
    private readonly NextIndex _newline = NextIndex.For(text, '\n');
    private readonly NextIndex _afterMarks = NextIndex.For(text, c => c != '>' && !LineSyntax.IsBlank(c));

    /// <summary>Tells where inline spans end.</summary>
    public SpanEnds SpanEnds { get; } = new(text);

    /// <summary>Tells what begins at the start of a line.</summary>
    public ParagraphStarts AtLineStart { get; } = new(text);

    /// <summary>Tells what begins after a cut.</summary>
    public ParagraphStarts AfterCut { get; } = new(text);

    /// <summary>The end of the line that an index is in.</summary>
    public int FindLineEnd(int index) => _newline.At(index);

    /// <summary>The first character of a line that is neither a blank nor a quote mark.</summary>
    public int SkipMarks(int line) => _afterMarks.At(line);
}
