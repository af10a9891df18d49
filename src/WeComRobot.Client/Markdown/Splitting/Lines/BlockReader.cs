namespace WeComRobot.Markdown.Splitting.Lines;

/// <summary>Finds the block that a line belongs to, once its containers are known.</summary>
internal sealed class BlockReader(string text)
{
    /// <summary>Reads a line within a fence.</summary>
    public LineKind ReadCode(in MarkdownLine line, int first, ref BlockState state)
    {
        if (first == line.End)
        {
            return LineKind.Blank;
        }

        if (LineSyntax.IsIndentedCode(text, line.ContentStart, first) || !LineSyntax.ClosesFence(text, first, line.End, ((Fence)state.Block!).Mark))
        {
            return LineKind.Code;
        }

        state.Block = null;
        return LineKind.FenceClose;
    }

    /// <summary>Reads a line that may turn the paragraph above it into a heading or a table; false when it does not.</summary>
    public bool ReadUnderParagraph(in MarkdownLine line, int first, ref BlockState state, out LineKind kind)
    {
        kind = LineKind.Underline;
        if (text[first] is not ('-' or '=' or '|' or ':') || LineSyntax.IsIndentedCode(text, line.ContentStart, first))
        {
            return false;
        }

        if (TableSyntax.IsHead(text, state.LastStart, state.LastEnd, first, line.End))
        {
            kind = LineKind.TableRule;
            state.Block = new Table(
                text.Substring(state.LastStart, state.LastEnd - state.LastStart).Trim(), text.Substring(first, line.End - first).Trim());
            return true;
        }

        if (!LineSyntax.IsUnderline(text, first, line.End))
        {
            return false;
        }

        state.Block = null;
        return true;
    }

    /// <summary>The kind of a line that is in no fence, and no underline or alignment row.</summary>
    /// <param name="line">The line.</param>
    /// <param name="first">The first character of its content that is not blank.</param>
    /// <param name="inParagraph">Whether it may continue a paragraph.</param>
    /// <param name="inTable">Whether it may continue a table.</param>
    public LineKind GetKind(in MarkdownLine line, int first, bool inParagraph, bool inTable)
    {
        if (first == line.End)
        {
            // An empty item is still an item; an empty line of a quote is a blank line
            return line.StartsItem ? LineKind.Text : LineKind.Blank;
        }

        if (LineSyntax.IsIndentedCode(text, line.ContentStart, first))
        {
            return inParagraph ? LineKind.MoreText : LineKind.IndentedCode;
        }

        return text[first] switch
        {
            '#' when LineSyntax.HeadingLevel(text, first, line.End) > 0 => LineKind.Heading,
            '`' or '~' when LineSyntax.FenceLength(text, first, line.End) > 0 => LineKind.FenceOpen,
            '-' or '*' or '_' when LineSyntax.IsThematicBreak(text, first, line.End) => LineKind.ThematicBreak,
            _ when inTable => LineKind.TableRow,
            _ when inParagraph => LineKind.MoreText,
            _ => LineKind.Text,
        };
    }

    /// <summary>The fence that a line opens.</summary>
    public Fence OpenFence(in MarkdownLine line, int first)
    {
        var indent = new string(' ', LineSyntax.CountColumns(text, line.ContentStart, first));
        return new(
            indent + text.Substring(first, line.End - first).TrimEnd(),
            indent,
            text.Substring(first, LineSyntax.FenceLength(text, first, line.End)));
    }
}
