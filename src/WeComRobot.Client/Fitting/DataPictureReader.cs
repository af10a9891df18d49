using System;
using System.Collections.Generic;
using WeComRobot.Markdown.Splitting.Lines;
using WeComRobot.Markdown.Splitting.Spans;

namespace WeComRobot.Fitting;

/// <summary>
/// Looks in Markdown for pictures with a <c>data:</c> address: inline, in a link's definition, or in an HTML tag. Code is skipped,
/// because it is shown as it is.
/// </summary>
internal sealed class DataPictureReader(string text)
{
    /// <summary>The beginning of such an address.</summary>
    public const string Scheme = "data:";

    // A link's definition may serve links or pictures; one of an image serves a picture
    private const string ImageScheme = "data:image/";
    private const string Tag = "<img";
    private const string Source = "src";

    private readonly SpanEnds _spans = new(text);

    // The open brackets of the paragraph; true for the bracket of a picture
    private readonly Stack<bool> _openBrackets = new();

    /// <summary>Whether the text has such a picture.</summary>
    public bool HasPicture()
    {
        var reader = new LineReader(text);
        var state = default(BlockState);
        for (var next = 0; next < text.Length;)
        {
            reader.Read(next, ref state, out var line);
            if (line.Kind is not (LineKind.Code or LineKind.IndentedCode) && HasPicture(line))
            {
                return true;
            }

            next = line.Next;
        }

        return false;
    }

    private bool HasPicture(in MarkdownLine line)
    {
        if (line.Kind != LineKind.MoreText)
        {
            _openBrackets.Clear();
        }

        _spans.Begin(line.ContentStart, line.End);
        for (var i = line.ContentStart; i < line.End; i++)
        {
            var spanEnd = text[i] is '\\' or '`' ? _spans.FindEnd(i) : -1;
            if (spanEnd > 0)
            {
                i = spanEnd - 1;
            }
            else if (text[i] == '!' && StartsWith("[", i + 1))
            {
                _openBrackets.Push(true);
                i++;
            }
            else if (CompletesPicture(i))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether the character at an index is the bracket that makes it certain.</summary>
    private bool CompletesPicture(int i)
    {
        switch (text[i])
        {
            case '[':
                _openBrackets.Push(false);
                return false;
            case ']' when _openBrackets.Count > 0:
                return _openBrackets.Pop() ? StartsWith("(", i + 1) && IsAddress(i + 2, Scheme) : StartsWith(":", i + 1) && IsAddress(i + 2, ImageScheme);
            case '<':
                return StartsWith(Tag, i) && HasDataSource(i + Tag.Length);
            default:
                return false;
        }
    }

    /// <summary>Whether a tag has such an address as its source, before the bracket that closes the tag or begins another.</summary>
    private bool HasDataSource(int start)
    {
        for (var i = start; i < text.Length && text[i] is not ('<' or '>'); i++)
        {
            if (char.IsWhiteSpace(text[i]) && StartsWith(Source, i + 1) && SkipWhiteSpace(i + 1 + Source.Length) is var equals && StartsWith("=", equals))
            {
                var value = SkipWhiteSpace(equals + 1);
                return StartsWith(Scheme, StartsWith("\"", value) || StartsWith("'", value) ? value + 1 : value);
            }
        }

        return false;
    }

    private bool IsAddress(int start, string scheme)
    {
        var address = SkipWhiteSpace(start);
        return StartsWith(scheme, StartsWith("<", address) ? address + 1 : address);
    }

    private int SkipWhiteSpace(int start)
    {
        while (start < text.Length && char.IsWhiteSpace(text[start]))
        {
            start++;
        }

        return start;
    }

    private bool StartsWith(string prefix, int start) =>
        start < text.Length && string.Compare(text, start, prefix, 0, prefix.Length, StringComparison.OrdinalIgnoreCase) == 0;
}
