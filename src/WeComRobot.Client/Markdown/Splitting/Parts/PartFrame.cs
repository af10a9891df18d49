using System.Linq;
using System.Text;
using WeComRobot.Markdown.Splitting.Lines;
using WeComRobot.Text;

namespace WeComRobot.Markdown.Splitting.Parts;

/// <summary>What a part of Markdown repeats at its start and closes at its end, so that its lines mean what they meant in the whole.</summary>
internal static class PartFrame
{
    private const string QuoteMark = "> ";
    private const string CodeIndent = "    ";

    /// <summary>What closes a row that is cut.</summary>
    public const string RowEnd = " |";

    // A fence's language is not repeated when its first line would take more than a quarter of the part
    private const int MaxOpenerShare = 4;

    /// <summary>What the part repeats before its first line.</summary>
    /// <param name="text">The whole text.</param>
    /// <param name="before">What is open before that line.</param>
    /// <param name="line">The line.</param>
    /// <param name="maxBytes">The most bytes of the part.</param>
    public static string GetHead(string text, in BlockState before, in MarkdownLine line, int maxBytes)
    {
        var quotes = QuoteMarks(before.Containers);
        return line.Kind switch
        {
            LineKind.Code when before.Block is Fence fence => quotes + Opener(fence, maxBytes) + "\n" + (before.IsMidLine ? quotes + fence.Indent : ""),
            LineKind.TableRow when before.Block is Table table && CanRepeat(table, maxBytes, before.IsMidLine) =>
                $"{quotes}{table.Header}\n{quotes}{table.Rule}\n" + (before.IsMidLine ? quotes + CellsBefore(text, before.LastStart, line.Start) : ""),
            LineKind.Heading when before.IsMidLine => quotes + HeadingMark(text, before),
            LineKind.IndentedCode when before.IsMidLine => quotes + CodeIndent,
            _ => before.IsMidLine ? quotes : "",
        };
    }

    /// <summary>What closes the fence, the heading or the row that continues in the next part.</summary>
    public static string GetClosing(in BlockState state, int maxBytes) => state.Block switch
    {
        Fence fence => "\n" + Marks(state) + fence.Indent + fence.Mark,
        UnderlinedHeading heading => "\n" + Marks(state) + heading.Underline,
        Table table when state.IsMidLine && CanRepeat(table, maxBytes, isCut: true) => RowEnd,
        _ => "",
    };

    /// <summary>The bytes that a part repeats and closes when it begins and ends within a line.</summary>
    public static int RepeatedBytes(string text, BlockState state, in MarkdownLine line, int maxBytes)
    {
        state.IsMidLine = true;
        return Utf8Size.Count(GetHead(text, state, line, maxBytes)) + Utf8Size.Count(GetClosing(state, maxBytes));
    }

    /// <summary>Whether a table's head leaves room for a row, or for pieces of one. If it does not, rows are written as text.</summary>
    public static bool CanRepeat(Table table, int maxBytes, bool isCut)
    {
        var most = isCut ? maxBytes / 2 : maxBytes;
        return table.Header.Length + table.Rule.Length <= most && Utf8Size.Count(table.Header) + table.Rule.Length <= most;
    }

    /// <summary>What the open containers put before a line: quote marks, and the indentation of items that this part began.</summary>
    private static string Marks(in BlockState state)
    {
        var marks = new StringBuilder();
        for (var i = 0; i < state.Containers.Depth; i++)
        {
            var width = state.Containers[i];
            marks.Append(width == ContainerStack.Quote ? QuoteMark : i < state.Inherited ? "" : new string(' ', width));
        }

        return marks.ToString();
    }

    /// <summary>Empty cells in place of those in earlier parts, so that the rest of a row is in its column.</summary>
    private static string CellsBefore(string text, int rowStart, int cut)
    {
        var borders = TableSyntax.CountBorders(text, rowStart, cut);
        var cells = text[LineSyntax.SkipBlanks(text, rowStart, cut)] == '|' ? borders : borders + 1;
        return string.Concat(Enumerable.Repeat("| ", cells));
    }

    /// <summary>The fence's first line; its mark and language when that is long, or its mark alone.</summary>
    private static string Opener(Fence fence, int maxBytes)
    {
        var start = fence.Indent.Length + fence.Mark.Length;
        var language = fence.Opener.Substring(start, System.Math.Min(maxBytes, fence.Opener.Length - start)).TrimStart().Split(' ')[0];
        string[] forms = [fence.Opener, fence.Indent + fence.Mark + language, fence.Indent + fence.Mark];
        return forms.FirstOrDefault(form => form.Length * MaxOpenerShare <= maxBytes && Utf8Size.Count(form) * MaxOpenerShare <= maxBytes) ?? forms[2];
    }

    private static string HeadingMark(string text, in BlockState before)
    {
        var start = LineSyntax.SkipBlanks(text, before.LastStart, before.LastEnd);
        return new string('#', LineSyntax.HeadingLevel(text, start, before.LastEnd)) + " ";
    }

    /// <summary>The marks of all quotes among the containers.</summary>
    public static string QuoteMarks(ContainerStack containers) =>
        containers.Quotes == 0 ? "" : string.Concat(Enumerable.Repeat(QuoteMark, containers.Quotes));
}
