using System;
using WeComRobot.Markdown.Splitting.Lines;

namespace WeComRobot.Markdown.Splitting.Spans;

/// <summary>
/// Finds the end of the inline span that begins at an index. Within a paragraph it is asked from left to right, so that it scans the
/// paragraph once, however many characters could begin a span.
/// </summary>
internal sealed class SpanEnds(string text)
{
    private const string FontTag = "<font";
    private const string FontEnd = "</font>";

    private readonly NextIndex _tagEnd = NextIndex.For(text, '>');
    private readonly NextIndex _fontEnd = NextIndex.For(text, FontEnd);
    private readonly Brackets _brackets = new(text);
    private readonly MarkRuns _runs = new(text);
    private int _end;

    /// <summary>Begins a paragraph.</summary>
    public void Begin(int start, int end)
    {
        _end = end;
        _brackets.Begin(start, end);
        _runs.Begin(start, end);
    }

    /// <summary>The index after the span that begins at an index; -1 when none does.</summary>
    public int FindEnd(int start) => text[start] switch
    {
        '\\' => start + 2 <= _end ? start + 2 : -1,
        '`' => _runs.FindCodeEnd(start),
        '<' => FindTagEnd(start),
        '!' => start + 1 < _end && text[start + 1] == '[' ? FindLinkEnd(start + 1) : -1,
        '[' => FindLinkEnd(start),
        _ => _runs.FindEmphasisEnd(start),
    };

    /// <summary>Whether an index is within the text of a link that begins at an opening bracket.</summary>
    public bool IsWithinLinkText(int open, int index) => _brackets.FindEnd(open) is var label && label > index && label < _end && text[label] == '(';

    /// <summary>How long the run of marks is that begins at an index.</summary>
    public int RunLength(int start) => _runs.Length(start);

    private int FindTagEnd(int start)
    {
        if (start + 1 >= _end || !(text[start + 1] is '@' or '/' || char.IsLetter(text[start + 1])))
        {
            return -1;
        }

        if (string.Compare(text, start, FontTag, 0, FontTag.Length, StringComparison.OrdinalIgnoreCase) == 0
            && _fontEnd.At(start) + FontEnd.Length is var close && close <= _end)
        {
            return close;
        }

        return _tagEnd.At(start) is var bracket && bracket < _end ? bracket + 1 : -1;
    }

    private int FindLinkEnd(int start)
    {
        var label = _brackets.FindEnd(start);
        return label < 0 || label >= _end ? -1
            : text[label] is '(' or '[' ? _brackets.FindEnd(label)
            : text[label] == ':' && BeginsLine(start) ? FindDefinitionEnd(label + 1)
            : -1;
    }

    /// <summary>A definition's address may stand on the line below its label.</summary>
    private int FindDefinitionEnd(int start)
    {
        var address = SkipBlanks(start);
        if (address < _end && text[address] == '\n')
        {
            address = SkipBlanks(address + 1);
        }

        while (address < _end && !char.IsWhiteSpace(text[address]))
        {
            address++;
        }

        // A title may follow
        var title = SkipBlanks(address);
        var titleLine = title < _end && text[title] == '\n' ? SkipBlanks(title + 1) : title;
        var hasTitle = titleLine < _end && text[titleLine] is '"' or '\'' or '(';
        return hasTitle && text.IndexOf('\n', titleLine, _end - titleLine) is var end ? (end < 0 ? _end : end) : address;
    }

    private bool BeginsLine(int index)
    {
        while (index > 0 && (LineSyntax.IsBlank(text[index - 1]) || text[index - 1] == '>'))
        {
            index--;
        }

        return index == 0 || text[index - 1] == '\n';
    }

    private int SkipBlanks(int start)
    {
        while (start < _end && (LineSyntax.IsBlank(text[start]) || text[start] == '>'))
        {
            start++;
        }

        return start;
    }
}
