using System;
using System.Collections.Generic;
using System.Linq;
using WeComRobot.Markdown.Splitting.Lines;

namespace WeComRobot.Markdown.Dialects;

/// <summary>Finds the constructs of a Markdown text that only some dialects render. It skips code.</summary>
internal sealed class ConstructReader
{
    private const int RuleLength = 3;

    private readonly string _text;
    private readonly List<Construct> _found = [];
    private readonly InlineConstructReader _inline;
    private readonly ListItems _items;
    private readonly QuoteMarks _quotes;
    private readonly TableRows _rows;
    private readonly References _references;

    // The current paragraph; it starts at -1 if there is none
    private int _paragraphStart = -1;
    private int _paragraphEnd;

    private ConstructReader(string text)
    {
        _text = text;
        _inline = new(text, _found);
        _items = new(text);
        _quotes = new(text);
        _rows = new(text);
        _references = new(text);
    }

    /// <summary>Finds all constructs, in the order of their starts; an outer construct is before those within it.</summary>
    public static IReadOnlyList<Construct> Read(string text)
    {
        var reader = new ConstructReader(text);
        reader.ReadLines();
        reader._found.AddRange(reader._items.FindCertain());
        var found = reader._references.Complete(reader._found).OrderBy(construct => construct.Start).ThenByDescending(construct => construct.End);
        return UnclosedFonts.Mark(found);
    }

    /// <summary>Finds the mentions in text that is not Markdown.</summary>
    public static IReadOnlyList<Construct> ReadMentions(string text)
    {
        var tags = new HtmlTagReader(text);
        var found = new List<Construct>();
        for (var i = text.IndexOf("<@", StringComparison.Ordinal); i >= 0; i = text.IndexOf("<@", i + 1, StringComparison.Ordinal))
        {
            if (tags.Read(i, text.Length) is { } mention)
            {
                found.Add(mention);
            }
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
            AddConstructs(line, headerStart);
            AddIfFound(line.Kind is LineKind.Code or LineKind.FenceOpen or LineKind.FenceClose ? null : _quotes.Read(line, state.Containers.Quotes));
            if (line.StartsItem && line.Kind is not (LineKind.Code or LineKind.FenceClose))
            {
                _items.Add(line, number);
            }

            at = line.Next;
        }

        EndParagraph();
    }

    private void AddConstructs(in MarkdownLine line, int headerStart)
    {
        if (line.Kind != LineKind.MoreText)
        {
            EndParagraph();
        }

        switch (line.Kind)
        {
            case LineKind.Text or LineKind.MoreText or LineKind.Heading:
                AddLineMarks(line);
                _paragraphStart = line.Kind == LineKind.MoreText && _paragraphStart >= 0 ? _paragraphStart : line.ContentStart;
                _paragraphEnd = line.End;
                break;
            case LineKind.ThematicBreak or LineKind.Underline when IsRule(line):
                _found.Add(new(ConstructKind.Rule, line.ContentStart, line.End));
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

    private void AddLineMarks(in MarkdownLine line)
    {
        var first = LineSyntax.SkipBlanks(_text, line.ContentStart, line.End);
        if (first < line.End && line.Kind != LineKind.Heading)
        {
            AddIfFound(HeadingMark.Find(_text, first, line.End));
            _references.Read(first, line.End);
            _rows.Read(line);
        }
    }

    /// <summary>Whether the line is a rule as people write it in Markdown. Longer ones are as common in plain text.</summary>
    private bool IsRule(in MarkdownLine line) =>
        line.End - line.ContentStart == RuleLength && _text[line.ContentStart] is '-' or '*' or '_' && _text[line.ContentStart + 1] == _text[line.ContentStart];

    private void AddIfFound(Construct? construct)
    {
        if (construct is { } found)
        {
            _found.Add(found);
        }
    }

    private void EndParagraph()
    {
        _found.AddRange(_rows.End());
        if (_paragraphStart >= 0)
        {
            _inline.Read(_paragraphStart, _paragraphEnd);
            _paragraphStart = -1;
        }
    }
}
