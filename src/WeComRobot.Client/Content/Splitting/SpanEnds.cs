using System;

namespace WeComRobot.Content.Splitting;

/// <summary>
/// Where the inline span ends that begins at an index. Within one paragraph it is asked from left to right, and looks at no
/// character for each of those that could begin one.
/// </summary>
internal sealed class SpanEnds(string text)
{
    private const string FontTag = "<font";
    private const string FontEnd = "</font>";

    private readonly NextIndex _tagEnd = NextIndex.Of(text, '>');
    private readonly NextIndex _fontEnd = NextIndex.Of(text, FontEnd);
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

    /// <summary>The index after the span that begins here; -1 where none does.</summary>
    public int Of(int start) => text[start] switch
    {
        '\\' => start + 2 <= _end ? start + 2 : -1,
        '`' => _runs.EndOfCode(start),
        '<' => EndOfTag(start),
        '!' => start + 1 < _end && text[start + 1] == '[' ? EndOfLink(start + 1) : -1,
        '[' => EndOfLink(start),
        _ => _runs.EndOfEmphasis(start),
    };

    public int RunLength(int start) => _runs.Length(start);

    private int EndOfTag(int start)
    {
        if (string.Compare(text, start, FontTag, 0, FontTag.Length, StringComparison.OrdinalIgnoreCase) == 0
            && _fontEnd.At(start) + FontEnd.Length is var close && close <= _end)
        {
            return close;
        }

        var isTag = start + 1 < _end && (text[start + 1] is '@' or '/' || char.IsLetter(text[start + 1]));
        return isTag && _tagEnd.At(start) is var bracket && bracket < _end ? bracket + 1 : -1;
    }

    private int EndOfLink(int start)
    {
        var label = _brackets.EndOf(start);
        return label < 0 || label >= _end || text[label] is not ('(' or '[') ? -1 : _brackets.EndOf(label);
    }
}
