using System.Collections.Generic;
using System.Linq;
using WeComRobot.Markdown.Splitting.Lines;

namespace WeComRobot.Markdown.Dialects;

/// <summary>Finds the constructs of a Markdown text that only some dialects render. It does not look into code.</summary>
internal sealed class ConstructReader
{
    private readonly string _text;
    private readonly List<Construct> _found = [];
    private readonly InlineConstructs _inline;
    private readonly ListItems _items;
    private int _from = -1;
    private int _to;

    private ConstructReader(string text)
    {
        _text = text;
        _inline = new(text, _found);
        _items = new(text);
    }

    /// <summary>All constructs in the order of their starts, outer ones before those within them.</summary>
    public static IReadOnlyList<Construct> Read(string text)
    {
        var reader = new ConstructReader(text);
        reader.ReadLines();
        reader._found.AddRange(reader._items.Certain());
        return [.. reader._found.OrderBy(construct => construct.Start).ThenByDescending(construct => construct.End)];
    }

    /// <summary>The mentions in text that is not Markdown.</summary>
    public static IReadOnlyList<Construct> ReadMentions(string text)
    {
        var tags = new HtmlTags(text);
        var found = new List<Construct>();
        for (var i = text.IndexOf("<@", System.StringComparison.Ordinal); i >= 0; i = text.IndexOf("<@", i + 1, System.StringComparison.Ordinal))
        {
            found.AddRange(tags.Read(i, text.Length) is { } mention ? [mention] : System.Array.Empty<Construct>());
        }

        return found;
    }

    private void ReadLines()
    {
        var lines = new LineReader(_text);
        var state = default(BlockState);
        for (var (at, number) = (0, 0); at < _text.Length; number++)
        {
            var headerStart = state.LastStart;
            lines.Read(at, ref state, out var line);
            Note(line, headerStart);
            if (line.StartsItem && line.Kind is not (LineKind.Code or LineKind.FenceClose))
            {
                _items.Add(line, number);
            }

            at = line.Next;
        }

        EndParagraph();
    }

    private void Note(in MarkdownLine line, int headerStart)
    {
        if (line.Kind != LineKind.MoreText)
        {
            EndParagraph();
        }

        switch (line.Kind)
        {
            case LineKind.Text or LineKind.MoreText or LineKind.Heading:
                _from = line.Kind == LineKind.MoreText && _from >= 0 ? _from : line.ContentStart;
                _to = line.End;
                break;
            case LineKind.TableRule:
                _found.Add(new(ConstructKind.TableHead, headerStart, line.Next));
                break;
            case LineKind.TableRow:
                _found.Add(new(ConstructKind.TableRow, LineSyntax.SkipBlanks(_text, line.ContentStart, line.End), line.End));
                _inline.Read(line.ContentStart, line.End);
                break;
            case LineKind.FenceOpen or LineKind.FenceClose:
                _found.Add(new(ConstructKind.FenceMark, line.Start, line.Next, line.Kind == LineKind.FenceClose ? "/" : ""));
                break;
            case LineKind.Code:
                _found.Add(new(ConstructKind.CodeLine, line.ContentStart, line.End));
                break;
        }
    }

    private void EndParagraph()
    {
        if (_from >= 0)
        {
            _inline.Read(_from, _to);
            _from = -1;
        }
    }
}
