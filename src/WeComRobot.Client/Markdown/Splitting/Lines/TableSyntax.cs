namespace WeComRobot.Markdown.Splitting.Lines;

/// <summary>What the lines of GitHub's tables look like.</summary>
internal static class TableSyntax
{
    /// <summary>Whether two lines are a table's header and its alignment row.</summary>
    public static bool IsHead(string text, int headerStart, int headerEnd, int ruleStart, int ruleEnd) =>
        IsRule(text, ruleStart, ruleEnd) && CountCells(text, headerStart, headerEnd) == CountCells(text, ruleStart, ruleEnd);

    /// <summary>Whether a line has only pipes, dashes and colons, as an alignment row.</summary>
    public static bool IsRule(string text, int start, int end)
    {
        var pipes = 0;
        var dashes = 0;
        for (var i = start; i < end; i++)
        {
            pipes += text[i] == '|' ? 1 : 0;
            dashes += text[i] == '-' ? 1 : 0;
            if (!(text[i] is '|' or '-' or ':' || LineSyntax.IsBlank(text[i])))
            {
                return false;
            }
        }

        return pipes > 0 && dashes > 0;
    }

    /// <summary>Counts the pipes of a row that are borders of cells.</summary>
    public static int CountBorders(string text, int start, int end)
    {
        var borders = 0;
        for (var i = start; i < end; i++)
        {
            borders += text[i] == '|' ? 1 : 0;
            i += text[i] == '\\' ? 1 : 0;
        }

        return borders;
    }

    /// <summary>Whether nothing is left of a row but the border of its last cell.</summary>
    public static bool IsRowEnd(string text, int start, int end)
    {
        var border = LineSyntax.SkipBlanks(text, start, end);
        return border == end || (text[border] == '|' && LineSyntax.SkipBlanks(text, border + 1, end) == end);
    }

    private static int CountCells(string text, int start, int end)
    {
        var first = LineSyntax.SkipBlanks(text, start, end);
        var pipes = 0;
        var last = start;
        for (var i = first; i < end; i++)
        {
            if (text[i] == '\\')
            {
                // What it escapes is part of the cell, even within code
                i++;
            }
            else if (text[i] == '|')
            {
                pipes += i == first ? 0 : 1;
                last = i + 1;
            }
        }

        // A pipe at the end closes the last cell
        return pipes + (LineSyntax.SkipBlanks(text, last, end) == end ? 0 : 1);
    }
}
