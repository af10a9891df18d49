using System;
using WeComRobot.Markdown.Splitting.Lines;
using WeComRobot.Markdown.Splitting.Spans;
using WeComRobot.Text;
using WeComRobot.Text.Splitting;

namespace WeComRobot.Markdown.Splitting.Breaks;

/// <summary>Where a paragraph, heading, row or line of Markdown may be cut: in no span, and before nothing that would begin another block.</summary>
/// <param name="text">The whole.</param>
/// <param name="syntax">What is known about it.</param>
/// <param name="kind">What is cut.</param>
/// <param name="from">Where it starts in this part.</param>
/// <param name="high">The last index at which it may be cut.</param>
/// <param name="room">The bytes that a part has for it: a longer span must be cut anyway.</param>
internal sealed class RunningText(string text, TextSyntax syntax, LineKind kind, int from, int high, int room)
{
    private InlineSpans? _spans;
    private bool? _hasSpans;
    private int? _lastPlace;
    private int? _last;

    private bool? _beginsWithDefinition;

    // From here on there is no place
    private int? _noneFrom;

    // The line that was asked about last: where it starts, its text, and its end
    private (int Start, int Content, int End) _line = (-1, -1, -1);

    private bool IsCode => kind is LineKind.Code or LineKind.IndentedCode or LineKind.FenceOpen;

    /// <summary>The best place at or after an index; -1 where there is none.</summary>
    public int Best(int low)
    {
        var best = TextBreaks.Best(text, low, high, Floor);
        _noneFrom = best < 0 ? low : null;
        return best;
    }

    /// <summary>The last place behind which the next word or span fits into a part; -1 where there is none.</summary>
    public int Last() => _last ??= FindLast();

    /// <summary>Whether it begins with a line of code, a word or a span that another part has room for: these are cut only if they must.</summary>
    public bool BeginsWithWhole() => (IsCode || !HasPlace) && FitsWhole(from);

    /// <summary>The last line end; -1 where there is none.</summary>
    public int LastLineEnd() => TextBreaks.LastLineEnd(text, from + 1, high, Floor);

    /// <summary>The last place between two characters that is in no span; one a little before it where a block would begin or end there.</summary>
    public int LastElement()
    {
        var last = TextBreaks.LastElement(text, from, high, OutOfSpan);
        var half = from + ((last - from) / 2);
        return TextBreaks.LastElement(text, half, last, Floor);
    }

    private int LastPlace => _lastPlace ??= TextBreaks.Last(text, from + 1, (_noneFrom - 1) ?? high, Floor);

    private bool HasPlace => LastPlace > 0;

    private int FindLast() => HasPlace && FitsWhole(TextBreaks.SkipBlanks(text, LastPlace)) ? LastPlace : -1;

    private bool FitsWhole(int word)
    {
        var fits = Utf8Size.Fit(text, word, text.Length, room);
        return syntax.LineEnd(word) <= fits || (!IsCode && new RunningText(text, syntax, kind, word, fits, room).HasPlace);
    }

    /// <summary>Out of a span; else one back where the line would begin or end as another block. Pieces of a line of marks are such lines, too.</summary>
    private int Floor(int index) => OutOfSpan(index) is var start && start < index ? start
        : IsCode || kind is LineKind.TableRow or LineKind.ThematicBreak || (kind == LineKind.Heading ? LeavesHeading(index) : LeavesParagraph(index)) ? index
        : index - 1;

    private int OutOfSpan(int index) => HasSpans
        ? (_spans ??= new(text, syntax.SpanEnds, from, high, EndOfParagraph(), room)).Floor(index)
        : index;

    private bool HasSpans => _hasSpans ??= !IsCode && high > from && InlineSpans.MayBegin(text, from, high);

    /// <summary>A # at a heading's end would vanish.</summary>
    private bool LeavesHeading(int index) => index == from || text[index - 1] != '#';

    private bool LeavesParagraph(int index)
    {
        if (index <= _line.Start || index > _line.End)
        {
            var start = index == from ? from : Math.Max(from, text.LastIndexOf('\n', index - 1, index - from) + 1);
            _line = (start, AfterMarks(start), syntax.LineEnd(index));
        }

        var next = Math.Min(_line.End, syntax.Rests.SkipBareBlanks(index));
        var isCut = index > _line.Content && next < _line.End;
        var rest = next < _line.End ? next : AfterMarks(_line.End + 1);
        var restEnd = next < _line.End ? _line.End : syntax.LineEnd(rest);
        return (rest >= restEnd || syntax.Rests.IsParagraph(rest, restEnd) || (!isCut && IsDefinition(rest) && (_beginsWithDefinition ??= IsDefinition(from))))
            && (!isCut || syntax.Lines.IsParagraph(_line.Content, index) || !syntax.Lines.IsParagraph(_line.Content, _line.End));
    }

    /// <summary>Below others a definition of a link is one, too.</summary>
    private bool IsDefinition(int start) => text[start] == '[' && !syntax.Rests.IsParagraph(start, syntax.LineEnd(start));

    /// <summary>What follows the blanks and quote marks of a line.</summary>
    private int AfterMarks(int line) => line > from ? syntax.AfterMarks(line) : line;

    /// <summary>A blank line ends it; a span that closes further off than a part is long is of no interest.</summary>
    private int EndOfParagraph()
    {
        var far = Math.Min(text.Length, high + room);
        for (var end = syntax.LineEnd(high); end >= 0 && end < far;)
        {
            var next = LineSyntax.SkipBlanks(text, end + 1, text.Length);
            if (next < text.Length && text[next] == '\n')
            {
                return end;
            }

            end = next < far ? text.IndexOf('\n', next, far - next) : far;
        }

        return far;
    }
}
