using WeComRobot.Markdown.Splitting.Lines;
using WeComRobot.Text.Splitting;

namespace WeComRobot.Markdown.Splitting.Breaks;

/// <summary>Finds where the text continues after a cut, and what is open there.</summary>
internal static class CutPoint
{
    /// <summary>The break point at an index within a line, or at a line end of the paragraph that it continues.</summary>
    /// <param name="text">The whole text.</param>
    /// <param name="index">The index.</param>
    /// <param name="rank">How well the part ends there.</param>
    /// <param name="line">The line.</param>
    /// <param name="after">What is open after the line.</param>
    public static BreakPoint Find(string text, int index, BreakRank rank, in MarkdownLine line, in BlockState after)
    {
        if (index >= line.End)
        {
            return new(rank, line.End, line.Next, after);
        }

        if (line.Kind == LineKind.TableRow && TableSyntax.IsRowEnd(text, index, line.End))
        {
            return new(rank, index, line.Next, after);
        }

        var state = line.NeedsLineAbove ? line.Before : after;
        state.IsMidLine = true;
        state.Last = line.Kind switch
        {
            LineKind.Text or LineKind.Underline or LineKind.TableRule => LineKind.MoreText,
            LineKind.FenceOpen => LineKind.Code,
            _ => line.Kind,
        };
        return new(rank, index, line.Kind == LineKind.Code ? index : FindNext(text, index, state.Containers.Quotes), state);
    }

    /// <summary>Where a paragraph continues: after a line end, past the marks that the containers put before its next line.</summary>
    private static int FindNext(string text, int index, int quotes)
    {
        var next = LineSyntax.SkipBareBlanks(text, index, text.Length);
        if (text[next] != '\n')
        {
            return next;
        }

        for (next++; IsBareBlank(text, next) || (text[next] == '>' && quotes > 0); next++)
        {
            quotes -= text[next] == '>' ? 1 : 0;
        }

        return next;
    }

    private static bool IsBareBlank(string text, int index) => LineSyntax.IsBlank(text[index]) && !TextBlanks.BearsMark(text, index);
}
