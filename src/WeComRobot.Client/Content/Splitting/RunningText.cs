using System;
using System.Collections.Generic;

namespace WeComRobot.Content.Splitting;

/// <summary>Where a paragraph, heading, row or line of Markdown may be cut: in no span, and before nothing that would begin another block.</summary>
/// <param name="text">The whole.</param>
/// <param name="kind">What is cut.</param>
/// <param name="from">Where it starts in this part.</param>
/// <param name="high">The last index at which it may be cut.</param>
/// <param name="room">The bytes that a part has for it: a longer span must be cut anyway.</param>
internal sealed class RunningText(string text, LineKind kind, int from, int high, int room)
{
    private List<(int Start, int End)>? _spans;

    private bool IsCode => kind is LineKind.Code or LineKind.IndentedCode or LineKind.FenceOpen;

    /// <summary>The best place at or after an index; -1 where there is none.</summary>
    public int Best(int low) => TextBreaks.Best(text, low, high, Floor);

    /// <summary>The last place behind which the next word or span fits into a part; -1 where there is none.</summary>
    public int Last()
    {
        var last = TextBreaks.Last(text, from + 1, high, Floor);
        var word = TextBreaks.SkipBlanks(text, Math.Max(0, last));
        var fits = Utf8Size.Fit(text, word, text.Length, room);
        return last > 0 && (EndOfLine(word) <= fits || new RunningText(text, kind, word, fits, room).HasPlace) ? last : -1;
    }

    private bool HasPlace => TextBreaks.Last(text, from + 1, high, Floor) > 0;

    /// <summary>The last line end; -1 where there is none.</summary>
    public int LastLineEnd() => TextBreaks.LastLineEnd(text, from + 1, high, Floor);

    /// <summary>The last place between two characters.</summary>
    public int LastElement() => TextBreaks.LastElement(text, from, high, Floor);

    /// <summary>Out of a span; else one back where the line would begin or end as another block.</summary>
    private int Floor(int index)
    {
        if (IsCode)
        {
            return index;
        }

        _spans ??= new InlineSpans(text, EndOfParagraph()).Find(from, high, room);
        foreach (var (start, end) in _spans)
        {
            if (start < index && index < end)
            {
                return start;
            }
        }

        return (kind == LineKind.Heading ? LeavesHeading(index) : LeavesParagraph(index)) ? index : index - 1;
    }

    /// <summary>A # at a heading's end would vanish.</summary>
    private bool LeavesHeading(int index) => index == from || text[index - 1] != '#';

    private bool LeavesParagraph(int index)
    {
        var line = index == from ? from : Math.Max(from, text.LastIndexOf('\n', index - 1, index - from) + 1);
        var content = AfterMarks(line);
        var end = EndOfLine(index);
        var next = LineSyntax.SkipBlanks(text, index, end);
        var isCut = index > content && next < end;
        var rest = next < end ? next : AfterMarks(end + 1);
        return (!isCut || StartsParagraph(content, index) || !StartsParagraph(content, end))
            && (rest >= EndOfLine(rest) || StartsParagraph(rest, EndOfLine(rest)));
    }

    private bool StartsParagraph(int start, int end) => LineSyntax.StartsParagraph(text, start, end);

    /// <summary>What follows the blanks and quote marks of a line.</summary>
    private int AfterMarks(int line)
    {
        while (line > from && line < text.Length && (LineSyntax.IsBlank(text[line]) || text[line] == '>'))
        {
            line++;
        }

        return line;
    }

    /// <summary>A blank line ends it; a span that closes further off than a part is long is of no interest.</summary>
    private int EndOfParagraph()
    {
        var far = Math.Min(text.Length, high + room);
        for (var end = EndOfLine(high); end < far; end = EndOfLine(end + 1))
        {
            if (LineSyntax.SkipBlanks(text, end + 1, text.Length) is var next && next < text.Length && text[next] == '\n')
            {
                return end;
            }
        }

        return far;
    }

    private int EndOfLine(int start)
    {
        var end = start < text.Length ? text.IndexOf('\n', start) : -1;
        return end < 0 ? text.Length : end;
    }
}
