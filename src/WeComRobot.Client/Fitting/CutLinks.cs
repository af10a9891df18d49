using System;
using WeComRobot.Markdown.Splitting.Spans;

namespace WeComRobot.Fitting;

/// <summary>Detects cuts within a link that is longer than a message: nobody can open such a link.</summary>
internal sealed class CutLinks(string content, bool isMarkdown)
{
    private const string SchemeEnd = "://";

    // How far the end of a link's label is looked for
    private const int MaxLabel = 8192;

    private readonly SpanEnds _spanEnds = new(content);
    private int _partStart;
    private bool _isInAddress;

    /// <summary>Whether a link was cut.</summary>
    public bool Any { get; private set; }

    /// <summary>Notes that a part ends, and where the next begins.</summary>
    public void Note(int next)
    {
        _isInAddress = IsInAddress(next);
        Any |= _isInAddress || (isMarkdown && IsInLabel(next));
        _partStart = next;
    }

    private bool IsInAddress(int index)
    {
        if (index == 0 || index >= content.Length || !IsOfAddress(content[index]) || !IsOfAddress(content[index - 1]))
        {
            return false;
        }

        var start = index;
        while (start > _partStart && IsOfAddress(content[start - 1]))
        {
            start--;
        }

        return (start == _partStart && _isInAddress) || content.IndexOf(SchemeEnd, start, index - start, StringComparison.Ordinal) > start;
    }

    /// <summary>Whether an index is in the text of a link of Markdown: between its brackets.</summary>
    private bool IsInLabel(int index)
    {
        var open = index > _partStart && index < content.Length ? content.LastIndexOf('[', index - 1, index - _partStart) : -1;
        if (open < 0)
        {
            return false;
        }

        _spanEnds.Begin(open, Math.Min(content.Length, index + MaxLabel));
        return _spanEnds.IsLinkOver(open, index);
    }

    /// <summary>The characters of an address (RFC 3986), except those that also close a link.</summary>
    private static bool IsOfAddress(char c) => c is > ' ' and < '\x7F' and not ('<' or '>' or '"' or '`' or '\\' or '^' or '{' or '}' or '|');
}
