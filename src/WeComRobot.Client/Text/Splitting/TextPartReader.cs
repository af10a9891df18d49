using System;
using System.Collections.Generic;

namespace WeComRobot.Text.Splitting;

/// <summary>Takes plain text apart: at a paragraph, else a line, a sentence, a word, a character.</summary>
/// <param name="text">The whole, well formed.</param>
/// <param name="isTight">Whether a part takes as many lines as it can, rather than end where it reads best.</param>
internal sealed class TextPartReader(string text, bool isTight = false) : IPartReader
{
    private const string MentionStart = "<@";

    // A user id has at most 64 bytes
    private const int MaxMentionLength = 70;

    private readonly int _end = text.TrimEnd().Length;
    private int _next;

    public Part? Next(int room)
    {
        SkipBlankLines();
        if (_next >= _end)
        {
            return null;
        }

        var start = _next;
        var end = Fit(start, room);
        if (end < _end)
        {
            end = Cut(start, end, room);
        }

        _next = TextBreaks.SkipBlanks(text, end);
        end = TextBreaks.TrimEnd(text, start, end);
        return end == start ? Next(room) : new Part(text.Substring(start, end - start), closingLength: 0, _next);
    }

    private int Cut(int start, int high, int room)
    {
        var half = Utf8Size.Fit(text, start, high, room / 2);
        return (isTight && TextBreaks.LastLineEnd(text, start + 1, high, BeforeMention) is > 0 and var line) ? line
            : TextBreaks.Best(text, Math.Max(half, start + 1), high, BeforeMention) is > 0 and var best ? best
            : TextBreaks.Last(text, start + 1, high, BeforeMention) is > 0 and var any && IsWordWhole(any, room) ? any
            : TextBreaks.LastElement(text, start, high, BeforeMention);
    }

    /// <summary>Whether the word after a break fits into a part: one that does not is cut where the room ends.</summary>
    private bool IsWordWhole(int breakBefore, int room)
    {
        var word = TextBreaks.SkipBlanks(text, breakBefore);
        var high = Fit(word, room);
        return high == _end || TextBreaks.Last(text, word + 1, high, BeforeMention) > 0;
    }

    /// <summary>Blanks at the end need no room: they are dropped.</summary>
    private int Fit(int start, int room) => Math.Min(_end, TextBreaks.SkipBlanks(text, Utf8Size.Fit(text, start, _end, room)));

    /// <summary>Text mentions members too, and a mention is not cut (group-robot-api.md, &lt;@userid&gt;).</summary>
    private int BeforeMention(int index)
    {
        var first = Math.Max(0, index - MaxMentionLength);
        var mention = index == 0 ? -1 : text.LastIndexOf(MentionStart, index - 1, index - first, StringComparison.Ordinal);
        var close = mention < 0 ? -1 : text.IndexOf('>', mention, Math.Min(MaxMentionLength, text.Length - mention));
        return close < index ? index : mention;
    }

    /// <summary>Blank lines at a break belong to neither side; a line's own indentation stays.</summary>
    private void SkipBlankLines()
    {
        for (var i = _next; i < text.Length && char.IsWhiteSpace(text[i]); i++)
        {
            _next = text[i] == '\n' ? i + 1 : _next;
        }
    }
}
