using System;
using WeComRobot.Markdown.Splitting.Spans;

namespace WeComRobot.Fitting;

/// <summary>Detects links that were cut because they are longer than a message. Nobody can open such a link.</summary>
internal sealed class CutLinks(string content, bool isMarkdown)
{
    private const string SchemeEnd = "://";

    // How many characters are searched for the end of a link's label
    private const int MaxLabel = 8192;

    private readonly SpanEnds _spanEnds = new(content);
    private int _partStart;
    private bool _endsInAddress;

    /// <summary>Whether any link was cut.</summary>
    public bool Any { get; private set; }

    /// <summary>Checks the end of a part.</summary>
    /// <param name="next">The index where the next part begins.</param>
    public void CheckEnd(int next)
    {
        _endsInAddress = IsInAddress(next);
        Any |= _endsInAddress || (isMarkdown && IsInLabel(next));
        _partStart = next;
    }

    private bool IsInAddress(int index)
    {
        if (index == 0 || index >= content.Length || !IsAddressCharacter(content[index]) || !IsAddressCharacter(content[index - 1]))
        {
            return false;
        }

        var start = index;
        while (start > _partStart && IsAddressCharacter(content[start - 1]))
        {
            start--;
        }

        return (start == _partStart && _endsInAddress) || content.IndexOf(SchemeEnd, start, index - start, StringComparison.Ordinal) > start;
    }

    /// <summary>Whether an index is in the label of a Markdown link, between its brackets.</summary>
    private bool IsInLabel(int index)
    {
        var open = index > _partStart && index < content.Length ? content.LastIndexOf('[', index - 1, index - _partStart) : -1;
        if (open < 0)
        {
            return false;
        }

        _spanEnds.Begin(open, Math.Min(content.Length, index + MaxLabel));
        return _spanEnds.IsWithinLinkText(open, index);
    }

    /// <summary>Whether an address may contain the character (RFC 3986).</summary>
    private static bool IsAddressCharacter(char c) => c is > ' ' and < '\x7F' and not ('<' or '>' or '"' or '`' or '\\' or '^' or '{' or '}' or '|');
}
