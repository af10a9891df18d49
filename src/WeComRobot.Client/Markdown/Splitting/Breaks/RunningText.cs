using System;
using WeComRobot.Markdown.Splitting.Lines;
using WeComRobot.Markdown.Splitting.Spans;
using WeComRobot.Text;
using WeComRobot.Text.Splitting;

namespace WeComRobot.Markdown.Splitting.Breaks;

/// <summary>
/// Finds where a paragraph, a heading, a row or a line of code may be cut: not within a span, and neither before nor after text that
/// would become another block.
/// </summary>
/// <param name="text">The whole text.</param>
/// <param name="syntax">What is known about it.</param>
/// <param name="kind">What is cut.</param>
/// <param name="from">Where its text starts in this part.</param>
/// <param name="high">The last index at which it may be cut.</param>
/// <param name="maxBytes">The bytes that a part has for it: a longer span must be cut anyway.</param>
internal sealed class RunningText(string text, TextSyntax syntax, LineKind kind, int from, int high, int maxBytes)
{
    private InlineSpans? _spans;
    private bool? _hasSpans;
    private int? _lastPlace;
    private int? _lastWord;
    private bool? _beginsWithDefinition;

    // From this index on there is no place
    private int? _noneFrom;

    // The line that was asked about last: where it starts, its text, and its end; and whether it begins a paragraph
    private (int Start, int Content, int End) _line = (-1, -1, -1);
    private bool? _lineBeginsParagraph;

    private bool IsCode => kind is LineKind.Code or LineKind.IndentedCode or LineKind.FenceOpen;

    private int LastPlace => _lastPlace ??= TextBreaks.FindLast(text, from + 1, (_noneFrom - 1) ?? high, Floor);

    private bool HasPlace => LastPlace > 0;

    private bool LineBeginsParagraph => _lineBeginsParagraph ??= syntax.AtLineStart.IsParagraph(_line.Content, _line.End);

    private bool HasSpans => _hasSpans ??= !IsCode && high > from && InlineSpans.MayBegin(text, from, high);

    /// <summary>The best place at or after an index; -1 when there is none.</summary>
    public int Best(int low)
    {
        var best = TextBreaks.FindBest(text, low, high, Floor);
        _noneFrom = best < 0 ? low : null;
        return best;
    }

    /// <summary>The last place after which the next word or span fits into a part; -1 when there is none.</summary>
    public int LastWord() => _lastWord ??= HasPlace && FitsWhole(TextBlanks.SkipBlanks(text, LastPlace)) ? LastPlace : -1;

    /// <summary>Whether it begins with a line of code, a word or a span that fits into another part: these are cut only if they must be.</summary>
    public bool FirstWordFits() => (IsCode || !HasPlace) && FitsWhole(from);

    /// <summary>The last line end; -1 when there is none.</summary>
    public int LastLineEnd() => TextBreaks.FindLastLineEnd(text, from + 1, high, Floor);

    /// <summary>The last place between two characters that is in no span; one in the second half before which no other block would begin or end.</summary>
    public int LastElement()
    {
        var last = TextBreaks.FindLastElement(text, from, high, OutOfSpan);
        var half = from + ((last - from) / 2);
        return TextBreaks.FindLastElement(text, half, last, Floor);
    }

    private bool FitsWhole(int word)
    {
        var fits = Utf8Size.Fit(text, word, text.Length, maxBytes);
        return syntax.FindLineEnd(word) <= fits || (!IsCode && new RunningText(text, syntax, kind, word, fits, maxBytes).HasPlace);
    }

    /// <summary>
    /// The index, if the text may be cut there; else the start of the span that it is in, or one less when a piece of the line would be
    /// another block, as pieces of a line of marks are.
    /// </summary>
    private int Floor(int index)
    {
        var start = OutOfSpan(index);
        return start < index ? start : KeepsBlock(index) ? index : index - 1;
    }

    private int OutOfSpan(int index) => HasSpans
        ? (_spans ??= new(text, syntax.SpanEnds, from, high, FindParagraphEnd(), maxBytes)).Floor(index)
        : index;

    /// <summary>Whether both pieces of what is cut at an index are still blocks of its kind.</summary>
    private bool KeepsBlock(int index) => kind switch
    {
        LineKind.Code or LineKind.IndentedCode or LineKind.FenceOpen or LineKind.TableRow or LineKind.ThematicBreak => true,

        // A # at the end of a heading is not shown
        LineKind.Heading => index == from || text[index - 1] != '#',
        _ => KeepsParagraph(index),
    };

    private bool KeepsParagraph(int index)
    {
        if (index <= _line.Start || index > _line.End)
        {
            var start = index == from ? from : Math.Max(from, text.LastIndexOf('\n', index - 1, index - from) + 1);
            _line = (start, SkipMarks(start), syntax.FindLineEnd(index));
            _lineBeginsParagraph = null;
        }

        var next = Math.Min(_line.End, syntax.AfterCut.SkipBareBlanks(index));
        var isCut = index > _line.Content && next < _line.End;
        var rest = next < _line.End ? next : SkipMarks(_line.End + 1);
        var restEnd = next < _line.End ? _line.End : syntax.FindLineEnd(rest);
        return (rest >= restEnd || syntax.AfterCut.IsParagraph(rest, restEnd) || (!isCut && IsDefinition(rest) && (_beginsWithDefinition ??= IsDefinition(from))))
            && (!isCut || syntax.AtLineStart.IsParagraph(_line.Content, index) || !LineBeginsParagraph);
    }

    /// <summary>Whether a link definition begins at an index. It may be cut off from others above it, because it is one in any part.</summary>
    private bool IsDefinition(int start) => text[start] == '[' && !syntax.AfterCut.IsParagraph(start, syntax.FindLineEnd(start));

    private int SkipMarks(int line) => line > from ? syntax.SkipMarks(line) : line;

    /// <summary>Where the paragraph ends, at a blank line, or how far a span may reach: one that is longer than a part does not count.</summary>
    private int FindParagraphEnd()
    {
        var far = Math.Min(text.Length, high + maxBytes);
        for (var end = syntax.FindLineEnd(high); end >= 0 && end < far;)
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
