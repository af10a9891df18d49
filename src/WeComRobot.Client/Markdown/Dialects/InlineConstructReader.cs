using System;
using System.Collections.Generic;
using WeComRobot.Markdown.Splitting.Lines;
using WeComRobot.Markdown.Splitting.Spans;
using WeComRobot.Markdown.Writing;

namespace WeComRobot.Markdown.Dialects;

/// <summary>Finds pictures, links, emphasis, tags and mentions within paragraphs, headings and table rows.</summary>
internal sealed class InlineConstructReader(string text, List<Construct> found)
{
    private const int MaxLabelLength = 80;
    private const string NonBreakingSpace = "&nbsp;";
    private static readonly char[] Special = ['\\', '`', '<', '!', '[', ']', '&', '*', '_', '~'];

    private readonly Stack<(int Start, bool IsPicture)> _open = new();
    private readonly Brackets _brackets = new(text);
    private readonly NextIndex _newline = NextIndex.For(text, '\n');
    private readonly HtmlTagReader _tags = new(text);
    private readonly MarkRuns _runs = new(text);
    private readonly EmphasisReader _emphasis = new(text);
    private int _end;

    /// <summary>Adds the constructs between two indexes to the list.</summary>
    public void Read(int start, int end)
    {
        _end = end;
        _open.Clear();
        _brackets.Begin(start, end);
        _runs.Begin(start, end);
        _emphasis.Begin(start);
        for (var i = FindSpecial(start); i >= 0; i = FindSpecial(i))
        {
            i = ReadAt(i);
        }
    }

    private int FindSpecial(int start) => start < _end ? text.IndexOfAny(Special, start, _end - start) : -1;

    /// <summary>Adds the construct that begins or ends at an index, if any. Returns the index to continue at.</summary>
    private int ReadAt(int i)
    {
        switch (text[i])
        {
            case '\\':
                return i + 1 < _end && MarkdownEscaping.EscapablePunctuation.IndexOf(text[i + 1]) >= 0 ? i + 2 : i + 1;
            case '`':
                return ReadCode(i, _runs.Length(i));
            case '*' or '_' or '~':
                return ReadMarks(i, i + _runs.Length(i));
            case '<' when _tags.Read(i, _end) is { } tag:
                found.Add(tag);
                return tag.End;
            case '!' when i + 1 < _end && text[i + 1] == '[':
                _open.Push((i, true));
                return i + 2;
            case '[':
                _open.Push((i, false));
                return i + 1;
            case ']' when _open.Count > 0:
                return CloseBracket(i, _open.Pop());
            case '&' when string.CompareOrdinal(text, i, NonBreakingSpace, 0, NonBreakingSpace.Length) == 0:
                found.Add(new(ConstructKind.Html, i, i + NonBreakingSpace.Length, NonBreakingSpace));
                return i + NonBreakingSpace.Length;
            default:
                return i + 1;
        }
    }

    private int ReadCode(int start, int marks)
    {
        var end = _runs.FindCodeEnd(start);
        if (end < 0)
        {
            return start + marks;
        }

        // A backtick beside white space or within a word has another meaning: it ends a line of PowerShell, or is an apostrophe
        var isAroundWords = !char.IsWhiteSpace(text[start + marks]) && !char.IsWhiteSpace(text[end - marks - 1])
            && (start == 0 || !char.IsLetterOrDigit(text[start - 1])) && (end == text.Length || !char.IsLetterOrDigit(text[end]));
        if (isAroundWords && text.IndexOf('\n', start, end - start) >= 0)
        {
            found.Add(new(ConstructKind.CodeOverLines, start, end));
        }

        return end;
    }

    private int ReadMarks(int start, int stop)
    {
        if (_emphasis.Read(start, stop, _end) is { } emphasis)
        {
            found.Add(emphasis);
        }

        return stop;
    }

    private int CloseBracket(int close, (int Start, bool IsPicture) open)
    {
        var next = close + 1 < _end ? text[close + 1] : '\0';
        if (next == '[' && open.IsPicture && text.IndexOf(']', close + 2, _end - close - 2) is >= 0 and var labelEnd)
        {
            found.Add(new(ConstructKind.Picture, open.Start, labelEnd + 1));
            return labelEnd + 1;
        }

        if (next == '[' && text.IndexOf(']', close + 2, Math.Min(MaxLabelLength, _end - close - 2)) is >= 0 and var referenceEnd)
        {
            found.Add(new(ConstructKind.Reference, close + 1, referenceEnd + 1));
            return close + 1;
        }

        var targetEnd = next == '(' ? _brackets.FindEnd(close + 1) : -1;
        if (targetEnd < 0 || _newline.At(close + 1) < targetEnd)
        {
            return close + 1;
        }

        var target = LinkTarget.Read(text, close + 1, targetEnd);
        if (open.IsPicture)
        {
            found.Add(new(ConstructKind.Picture, open.Start, target.End, _open.Count > 0 ? "within a link" : ""));
        }

        if (!open.IsPicture && text.IndexOf("://", target.Start, target.AddressEnd - target.Start, StringComparison.Ordinal) >= 0)
        {
            found.Add(new(ConstructKind.Link, open.Start, target.End));
        }

        if (target.HasSpace)
        {
            found.Add(new(ConstructKind.LinkWithSpace, target.Start, target.AddressEnd));
        }

        return target.End;
    }
}
