using System.Linq;
using System.Text;

namespace WeComRobot.Content.Splitting;

/// <summary>What a part of Markdown repeats at its start and closes at its end, so that its lines mean what they meant in the whole.</summary>
internal static class PartFrame
{
    private const string QuoteMark = "> ";
    private const string CodeIndent = "    ";

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
            LineKind.TableRow when !entry.IsMidLine && entry.Block is Table table => $"{quotes}{table.Header}\n{quotes}{table.Rule}\n",
            LineKind.Heading when entry.IsMidLine => quotes + HeadingMark(text, entry),
            LineKind.IndentedCode when entry.IsMidLine => quotes + CodeIndent,
            _ => entry.IsMidLine ? quotes : "",
        };
    }

    /// <summary>What closes the fence that is open after the part's last line.</summary>
    public static string Closing(in BlockState state)
    {
        if (state.Block is not Fence fence)
        {
            return "";
        }

        var closing = new StringBuilder("\n");
        for (var i = 0; i < state.Containers.Depth; i++)
        {
            var width = state.Containers[i];
            closing.Append(width == ContainerStack.Quote ? QuoteMark : i < state.Inherited ? "" : new string(' ', width));
        }

        return closing.Append(fence.Indent).Append(fence.Mark).ToString();
    }

    /// <summary>The fence's first line; where that is long, its mark and language.</summary>
    private static string Opener(Fence fence, int room)
    {
        var language = fence.Opener.Substring(fence.Indent.Length + fence.Mark.Length).TrimStart().Split(' ')[0];
        string[] forms = [fence.Opener, fence.Indent + fence.Mark + language, fence.Indent + fence.Mark];
        return forms.FirstOrDefault(form => Utf8Size.Of(form, 0, form.Length) * MaxOpenerShare <= room) ?? forms[2];
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
