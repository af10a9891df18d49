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

    /// <summary>Closes a row that is cut.</summary>
    public const string RowEnd = " |";

    // What takes more of the room than this is left out of the repeated fence
    private const int MaxOpenerShare = 4;

    /// <summary>What stands before the part's first line.</summary>
    /// <param name="text">The whole.</param>
    /// <param name="entry">The state before that line.</param>
    /// <param name="line">That line.</param>
    /// <param name="room">How many bytes the part may have.</param>
    public static string Head(string text, in BlockState entry, in MarkdownLine line, int room)
    {
        var quotes = QuoteMarks(entry.Containers);
        return line.Kind switch
        {
            LineKind.Code when entry.Block is Fence fence => quotes + Opener(fence, room) + "\n" + (entry.IsMidLine ? quotes + fence.Indent : ""),
            LineKind.TableRow when entry.Block is Table table && CanRepeat(table, room, entry.IsMidLine) =>
                $"{quotes}{table.Header}\n{quotes}{table.Rule}\n" + (entry.IsMidLine ? quotes + CellsBefore(text, entry.LastStart, line.Start) : ""),
            LineKind.Heading when entry.IsMidLine => quotes + HeadingMark(text, entry),
            LineKind.IndentedCode when entry.IsMidLine => quotes + CodeIndent,
            _ => entry.IsMidLine ? quotes : "",
        };
    }

    /// <summary>What closes the fence, the heading or the row that goes on behind the part's last line.</summary>
    public static string Closing(in BlockState state, int room) => state.Block switch
    {
        Fence fence => "\n" + Marks(state) + fence.Indent + fence.Mark,
        UnderlinedHeading heading => "\n" + Marks(state) + heading.Underline,
        Table table when state.IsMidLine && CanRepeat(table, room, isCut: true) => RowEnd,
        _ => "",
    };

    /// <summary>The bytes of what the next part repeats if it begins within a line, and this part closes.</summary>
    public static int RepeatedBytes(string text, BlockState state, in MarkdownLine line, int room)
    {
        state.IsMidLine = true;
        return Utf8Size.Count(Head(text, state, line, room)) + Utf8Size.Count(Closing(state, room));
    }

    /// <summary>Whether a table's head leaves room for a row, or for pieces of one: else these go as text.</summary>
    public static bool CanRepeat(Table table, int room, bool isCut)
    {
        var most = isCut ? room / 2 : room;
        return table.Header.Length + table.Rule.Length <= most && Utf8Size.Count(table.Header, 0, table.Header.Length) + table.Rule.Length <= most;
    }

    /// <summary>A line's marks and indentation, of the containers that are open.</summary>
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

    /// <summary>Empty cells in place of those that stand in earlier parts, so that the rest of a row goes on in its column.</summary>
    private static string CellsBefore(string text, int rowStart, int cut)
    {
        var borders = TableSyntax.CountBorders(text, rowStart, cut);
        var cells = text[LineSyntax.SkipBlanks(text, rowStart, cut)] == '|' ? borders : borders + 1;
        return string.Concat(Enumerable.Repeat("| ", cells));
    }

    /// <summary>The fence's first line; where that is long, its mark and language.</summary>
    private static string Opener(Fence fence, int room)
    {
        var start = fence.Indent.Length + fence.Mark.Length;
        var language = fence.Opener.Substring(start, System.Math.Min(room, fence.Opener.Length - start)).TrimStart().Split(' ')[0];
        string[] forms = [fence.Opener, fence.Indent + fence.Mark + language, fence.Indent + fence.Mark];
        return forms.FirstOrDefault(form => form.Length * MaxOpenerShare <= room && Utf8Size.Count(form) * MaxOpenerShare <= room) ?? forms[2];
    }

    private static string HeadingMark(string text, in BlockState entry)
    {
        var start = LineSyntax.SkipBlanks(text, entry.LastStart, entry.LastEnd);
        return new string('#', LineSyntax.HeadingLevel(text, start, entry.LastEnd)) + " ";
    }

    /// <summary>The marks of the quotes among the containers.</summary>
    public static string QuoteMarks(ContainerStack containers) =>
        containers.Quotes == 0 ? "" : string.Concat(Enumerable.Repeat(QuoteMark, containers.Quotes));
}
