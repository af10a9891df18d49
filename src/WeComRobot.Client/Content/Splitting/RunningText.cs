using System;
using System.Collections.Generic;

namespace WeComRobot.Content.Splitting;

/// <summary>Where a paragraph, heading, row or line of Markdown may be cut: in no span, and before nothing that would begin another block.</summary>
/// <param name="text">The whole.</param>
/// <param name="kind">What is cut.</param>
/// <param name="from">Where it starts in this part.</param>
/// <param name="high">The last index at which it may be cut.</param>
/// <param name="room">The bytes of a part: a longer span must be cut anyway.</param>
internal sealed class RunningText(string text, LineKind kind, int from, int high, int room)
{
    private List<(int Start, int End)>? _spans;

    private bool IsCode => kind is LineKind.Code or LineKind.IndentedCode or LineKind.FenceOpen;

    /// <summary>The best place at or after an index; -1 where there is none.</summary>
    public int Best(int low) => TextBreaks.Best(text, low, high, IsAllowed);

    /// <summary>The last line end; -1 where there is none.</summary>
    public int LastLineEnd() => TextBreaks.LastLineEnd(text, from + 1, high, IsAllowed);

    /// <summary>The last place between two characters.</summary>
    public int LastElement() => TextBreaks.LastElement(text, from, high, IsAllowed);

    private bool IsAllowed(int index)
    {
        if (IsCode)
        {
            return true;
        }

        _spans ??= new InlineSpans(text, EndOfParagraph()).Find(from, high, room);
        return !_spans.Exists(span => span.Start < index && index < span.End) && (kind == LineKind.Heading || LeavesParagraph(index));
    }

    private bool LeavesParagraph(int index)
    {
        var start = text[index] == '\n' ? index + 1 : index;
        var end = EndOfLine(start);
        while (start < end && (LineSyntax.IsBlank(text[start]) || (text[start] == '>' && text[index] == '\n')))
        {
            start++;
        }

        return start == end || LineSyntax.StartsParagraph(text, start, end);
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
