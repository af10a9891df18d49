using WeComRobot.Markdown.Splitting.Lines;
using WeComRobot.Markdown.Splitting.Spans;

namespace WeComRobot.Markdown.Splitting.Breaks;

/// <summary>What is known about a Markdown text while it is split. It is kept because a long line is cut many times.</summary>
internal sealed class TextSyntax(string text)
{
    private readonly NextIndex _newline = NextIndex.For(text, '\n');
    private readonly NextIndex _afterMarks = NextIndex.For(text, c => c != '>' && !LineSyntax.IsBlank(c));

    public SpanEnds SpanEnds { get; } = new(text);

    /// <summary>What begins at a line's start.</summary>
    public ParagraphStarts Lines { get; } = new(text);

    /// <summary>What begins at the place of a cut.</summary>
    public ParagraphStarts Rests { get; } = new(text);

    /// <summary>The end of the line that an index is in.</summary>
    public int LineEnd(int index) => _newline.At(index);

    /// <summary>What follows the blanks and quote marks of a line.</summary>
    public int AfterMarks(int line) => _afterMarks.At(line);
}
