using System;
using System.Collections.Generic;
using WeComRobot.Markdown.Splitting.Lines;
using WeComRobot.Markdown.Splitting.Spans;

namespace WeComRobot.Fitting;

/// <summary>
/// Looks in Markdown for pictures with a <c>data:</c> address: inline, in a link's definition, or as an HTML tag. Code has none,
/// for it shows what it says.
/// </summary>
internal sealed class PictureSources(string text)
{
    /// <summary>How such an address begins.</summary>
    public const string Data = "data:";

    // What is defined as an image is there for a picture
    private const string DataImage = "data:image/";
    private const string Tag = "<img";
    private const string Source = "src";

    private readonly SpanEnds _spans = new(text);

    // The brackets that are open in the paragraph: true for those of pictures
    private readonly Stack<bool> _open = new();

    /// <summary>Whether there is one.</summary>
    public bool HasData()
    {
        var reader = new LineReader(text);
        var state = default(BlockState);
        for (var next = 0; next < text.Length;)
        {
            reader.Read(next, ref state, out var line);
            if (line.Kind is not (LineKind.Code or LineKind.IndentedCode) && HasData(line))
            {
                return true;
            }

            next = line.Next;
        }

        return false;
    }

    private bool HasData(in MarkdownLine line)
    {
        if (line.Kind != LineKind.MoreText)
        {
            _open.Clear();
        }

        _spans.Begin(line.ContentStart, line.End);
        for (var i = line.ContentStart; i < line.End; i++)
        {
            var spanEnd = text[i] is '\\' or '`' ? _spans.EndOf(i) : -1;
            if (spanEnd > 0)
            {
                i = spanEnd - 1;
            }
            else if (text[i] == '!' && StartsWith("[", i + 1))
            {
                _open.Push(true);
                i++;
            }
            else if (EndsBeforeData(i))
            {
                return true;
            }
        }

        return false;
    }

    private bool EndsBeforeData(int i)
    {
        switch (text[i])
        {
            case '[':
                _open.Push(false);
                return false;
            case ']' when _open.Count > 0:
                return _open.Pop() ? StartsWith("(", i + 1) && IsAddress(i + 2, Data) : StartsWith(":", i + 1) && IsAddress(i + 2, DataImage);
            case '<':
                return StartsWith(Tag, i) && HasDataSource(i + Tag.Length);
            default:
                return false;
        }
    }

    /// <summary>Whether a tag has it, before the bracket that closes the tag or begins another.</summary>
    private bool HasDataSource(int start)
    {
        for (var i = start; i < text.Length && text[i] is not ('<' or '>'); i++)
        {
            if (char.IsWhiteSpace(text[i]) && StartsWith(Source, i + 1) && SkipBlanks(i + 1 + Source.Length) is var equals && StartsWith("=", equals))
            {
                var value = SkipBlanks(equals + 1);
                return StartsWith(Data, StartsWith("\"", value) || StartsWith("'", value) ? value + 1 : value);
            }
        }

        return false;
    }

    private bool IsAddress(int start, string scheme)
    {
        var address = SkipBlanks(start);
        return StartsWith(scheme, StartsWith("<", address) ? address + 1 : address);
    }

    private int SkipBlanks(int start)
    {
        while (start < text.Length && char.IsWhiteSpace(text[start]))
        {
            start++;
        }

        return start;
    }

    private bool StartsWith(string word, int start) =>
        start < text.Length && string.Compare(text, start, word, 0, word.Length, StringComparison.OrdinalIgnoreCase) == 0;
}
