using System;

namespace WeComRobot.Text.Splitting;

/// <summary>
/// Reads plain text part by part (splitting.md#plain-text). A part ends after a paragraph, else a line, a sentence, a word, or a character
/// as people see it. Together the parts are the text, without the blanks and line ends between them.
/// </summary>
/// <param name="text">The whole text, well formed.</param>
/// <param name="isTight">Whether a part takes as many lines as it can, rather than end where it reads best.</param>
internal sealed class TextPartReader(string text, bool isTight = false) : IPartReader
{
    private const string MentionStart = "<@";

    // A user id has at most 64 bytes
    private const int MaxMentionLength = 70;

    private readonly int _end = text.TrimEnd().Length;
    private int _next;

    /// <inheritdoc/>
    public Part? Next(int maxBytes)
    {
        SkipBlankLines();
        if (_next >= _end)
        {
            return null;
        }

        var start = _next;
        var end = Fit(start, maxBytes);
        if (end < _end)
        {
            end = Cut(start, end, maxBytes);
        }

        _next = TextBlanks.SkipBlanks(text, end);
        end = TextBlanks.TrimEnd(text, start, end);
        return end == start ? Next(maxBytes) : new Part(text.Substring(start, end - start), closingLength: 0, _next);
    }

    private int Cut(int start, int high, int maxBytes)
    {
        if (isTight && TextBreaks.FindLastLineEnd(text, start + 1, high, BeforeMention) is > 0 and var lineEnd)
        {
            return lineEnd;
        }

        var half = Utf8Size.Fit(text, start, high, maxBytes / 2);
        if (TextBreaks.FindBest(text, Math.Max(half, start + 1), high, BeforeMention) is > 0 and var best)
        {
            return best;
        }

        return TextBreaks.FindLast(text, start + 1, high, BeforeMention) is > 0 and var last && IsWordWhole(last, maxBytes)
            ? last
            : TextBreaks.FindLastElement(text, start, high, BeforeMention);
    }

    /// <summary>Whether the word after a break fits into a part. One that does not is cut where this part ends.</summary>
    private bool IsWordWhole(int breakBefore, int maxBytes)
    {
        var word = TextBlanks.SkipBlanks(text, breakBefore);
        var high = Fit(word, maxBytes);
        return high == _end || TextBreaks.FindLast(text, word + 1, high, BeforeMention) > 0;
    }

    /// <summary>How far the text fits into a part. Blanks at the end are dropped, and so need no bytes.</summary>
    private int Fit(int start, int maxBytes) => Math.Min(_end, TextBlanks.SkipBlanks(text, Utf8Size.Fit(text, start, _end, maxBytes)));

    /// <summary>The start of the mention that an index is in; the index when it is in none. Text mentions members too, and no mention is cut.</summary>
    private int BeforeMention(int index)
    {
        var first = Math.Max(0, index - MaxMentionLength);
        var mention = index == 0 ? -1 : text.LastIndexOf(MentionStart, index - 1, index - first, StringComparison.Ordinal);
        var close = mention < 0 ? -1 : text.IndexOf('>', mention, Math.Min(MaxMentionLength, text.Length - mention));
        return close < index ? index : mention;
    }

    /// <summary>Skips the blank lines at a break, but not the next line's indentation.</summary>
    private void SkipBlankLines()
    {
        for (var i = _next; i < text.Length && char.IsWhiteSpace(text[i]); i++)
        {
            _next = text[i] == '\n' ? i + 1 : _next;
        }
    }
}
