namespace WeComRobot.Markdown.Splitting.Lines;

/// <summary>Tells what block a line belongs to, once its containers are known.</summary>
internal sealed class BlockReader(string text)
{
    /// <summary>Reads a line within a fence.</summary>
    public LineKind ReadCode(int contentStart, int first, int end, ref BlockState state)
    {
        if (first == end)
        {
            return LineKind.Blank;
        }

        if (LineSyntax.IsIndentedCode(text, contentStart, first) || !LineSyntax.ClosesFence(text, first, end, ((Fence)state.Block!).Mark))
        {
            return LineKind.Code;
        }

        state.Block = null;
        return LineKind.FenceClose;
    }

    /// <summary>Reads a line that gives the paragraph above it another meaning; null when it does not.</summary>
    public LineKind? ReadUnderParagraph(int contentStart, int first, int end, ref BlockState state)
    {
        if (text[first] is not ('-' or '=' or '|' or ':') || LineSyntax.IsIndentedCode(text, contentStart, first))
        {
            return null;
        }

        if (TableSyntax.IsHead(text, state.LastStart, state.LastEnd, first, end))
        {
            state.Block = new Table(
                text.Substring(state.LastStart, state.LastEnd - state.LastStart).Trim(), text.Substring(first, end - first).Trim());
            return LineKind.TableRule;
        }

        if (!LineSyntax.IsUnderline(text, first, end))
        {
            return null;
        }

        state.Block = null;
        return LineKind.Underline;
    }

    /// <summary>The kind of a line that is not blank, in no fence, and no underline or alignment row.</summary>
    public LineKind GetKind(int contentStart, int first, int end, bool inParagraph, bool inTable) =>
        LineSyntax.IsIndentedCode(text, contentStart, first) ? (inParagraph ? LineKind.MoreText : LineKind.IndentedCode)
        : LineSyntax.HeadingLevel(text, first, end) > 0 ? LineKind.Heading
        : LineSyntax.FenceLength(text, first, end) > 0 ? LineKind.FenceOpen
        : LineSyntax.IsThematicBreak(text, first, end) ? LineKind.ThematicBreak
        : inTable ? LineKind.TableRow
        : inParagraph ? LineKind.MoreText
        : LineKind.Text;

    /// <summary>The fence that a line opens.</summary>
    public Fence OpenFence(int contentStart, int first, int end)
    {
        var indent = new string(' ', LineSyntax.CountColumns(text, contentStart, first));
        return new(
            indent + text.Substring(first, end - first).TrimEnd(),
            indent,
            text.Substring(first, LineSyntax.FenceLength(text, first, end)));
    }
}
