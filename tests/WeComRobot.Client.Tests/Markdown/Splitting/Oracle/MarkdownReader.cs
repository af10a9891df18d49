using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using Markdig;
using Markdig.Extensions.Tables;
using Markdig.Parsers;
using Markdig.Syntax;

namespace WeComRobot.Client.Tests.Markdown.Splitting.Oracle;

/// <summary>Reads Markdown with Markdig, a CommonMark parser that knows nothing of this project.</summary>
internal sealed class MarkdownReader
{
    private static readonly object LinesKey = new();
    private static readonly MarkdownPipeline Pipeline = BuildPipeline();

    private readonly string[] _source;
    private readonly Dictionary<int, string[]> _linesOfLeaves;
    private readonly List<Leaf> _leaves = [];
    private readonly List<Span> _spans = [];
    private readonly SpanReader _spanReader;

    private MarkdownReader(string markdown)
    {
        var document = Markdig.Markdown.Parse(markdown, Pipeline);
        _source = markdown.ReplaceLineEndings("\n").Split('\n');
        _linesOfLeaves = document.GetData(LinesKey) as Dictionary<int, string[]> ?? [];
        _spanReader = new(markdown, _spans);
        Walk(document, 0);
    }

    public static Reading Read(string markdown)
    {
        var reader = new MarkdownReader(markdown);
        return new(reader._leaves, reader._spans);
    }

    private static MarkdownPipeline BuildPipeline()
    {
        var builder = new MarkdownPipelineBuilder().UsePipeTables();
        builder.PreciseSourceLocation = true;
        foreach (var parser in builder.BlockParsers)
        {
            parser.Closed += KeepLines;
        }

        return builder.Build();
    }

    /// <summary>Lines free of their containers' markers are there only until inlines are read; no two leaves begin on one line.</summary>
    private static void KeepLines(BlockProcessor processor, Block block)
    {
        if (block is LeafBlock leaf)
        {
            if (processor.Document.GetData(LinesKey) is not Dictionary<int, string[]> all)
            {
                processor.Document.SetData(LinesKey, all = []);
            }

            all[leaf.Line] = [.. Enumerable.Range(0, leaf.Lines.Count).Select(i => leaf.Lines.Lines[i].Slice.ToString())];
        }
    }

    private void Walk(ContainerBlock container, int quoteDepth)
    {
        for (var i = 0; i < container.Count; i++)
        {
            switch (container[i])
            {
                case Table table:
                    AddTable(table, quoteDepth);
                    break;
                case ListItemBlock item:
                    _leaves.Add(new(LeafKind.Marker, "", quoteDepth, MarkerOf(item), SourceBytes(item.Line), item.Count == 0));
                    Walk(item, quoteDepth);
                    break;
                case ContainerBlock inner:
                    Walk(inner, quoteDepth + (inner is QuoteBlock ? 1 : 0));
                    break;
                case LeafBlock leaf:
                    AddLeaf(leaf, quoteDepth, i + 1 < container.Count ? container[i + 1] as Table : null);
                    break;
            }
        }
    }

    private static string MarkerOf(ListItemBlock item)
    {
        var list = (ListBlock)item.Parent!;
        return list.IsOrdered ? item.Order.ToString(null, null) + list.OrderedDelimiter : list.BulletType.ToString();
    }

    private void AddLeaf(LeafBlock leaf, int quoteDepth, Table? next)
    {
        // The lines of a table that follows a paragraph at once were kept as the paragraph's
        var lines = _linesOfLeaves.GetValueOrDefault(leaf.Line, []);
        var text = string.Join('\n', next is null ? lines : lines.Take(next.Line - leaf.Line));
        switch (leaf)
        {
            case ThematicBreakBlock:
                Add(LeafKind.Rule, "", quoteDepth, _source[leaf.Line].TrimStart(' ', '>'), leaf.Line);
                break;
            case HeadingBlock heading:
                AddHeading(heading, quoteDepth, text, lines.Length);
                break;
            case CodeBlock code:
                Add(LeafKind.Code, (code as FencedCodeBlock)?.Info ?? "", quoteDepth, text, leaf.Line);
                break;
            case HtmlBlock:
                Add(LeafKind.Html, "", quoteDepth, text, leaf.Line);
                break;
            default:
                Add(LeafKind.Paragraph, "", quoteDepth, text, leaf.Line);
                break;
        }

        _spanReader.Read(leaf, text, PrefixBytes(leaf, lines) + (quoteDepth * lines.Length));
    }

    private void AddTable(Table table, int quoteDepth)
    {
        var begin = _linesOfLeaves.Keys.Where(l => l <= table.Line).Max();
        var lines = _linesOfLeaves[begin][(table.Line - begin)..];
        var head = lines[0] + "\n" + lines[1];
        var headBytes = SourceBytes(table.Line) + 1 + SourceBytes(table.Line + 1);
        _leaves.Add(new(LeafKind.TableHeader, "", quoteDepth, head, headBytes));
        for (var row = 2; row < lines.Length; row++)
        {
            _leaves.Add(new(LeafKind.TableRow, "", quoteDepth, lines[row], headBytes + 1 + SourceBytes(table.Line + row)));
        }

        // Beside a span there is the head, and the borders of the cells before it
        var rowBytes = headBytes + 2 + (3 * head.Count(c => c == '|')) + (6 * quoteDepth);
        foreach (var cell in table.Descendants<ParagraphBlock>())
        {
            _spanReader.Read(cell, "", rowBytes);
        }

        _spanReader.ReadTags(string.Join('\n', lines), rowBytes);
    }

    private void AddHeading(HeadingBlock heading, int quoteDepth, string text, int lines)
    {
        // An underlined heading's line is the one below it
        var first = heading.IsSetext ? heading.Line - lines : heading.Line;
        var bytes = Enumerable.Range(first, heading.Line - first + 1).Sum(line => SourceBytes(line) + 1) - 1;
        _leaves.Add(new(LeafKind.Heading, heading.Level.ToString(null, null), quoteDepth, text, bytes, heading.Parent!.LastChild == heading));
    }

    private void Add(LeafKind kind, string detail, int quoteDepth, string text, int line) =>
        _leaves.Add(new(kind, detail, quoteDepth, text, SourceBytes(line)));

    /// <summary>What a list item's marker, a heading's #s and a quote's marks take, where the leaf begins, with its indentation.</summary>
    private int PrefixBytes(LeafBlock leaf, string[] lines) =>
        leaf is CodeBlock || lines.Length == 0 ? 0 : Math.Max(0, Encoding.UTF8.GetByteCount(_source[leaf.Line]) - Encoding.UTF8.GetByteCount(lines[0].Trim()));

    // A list item's indentation goes where a part begins in it
    private int SourceBytes(int line) => Encoding.UTF8.GetByteCount(_source[line].AsSpan().Trim());
}

/// <summary>What a document consists of, in order.</summary>
internal sealed record Reading(IReadOnlyList<Leaf> Leaves, IReadOnlyList<Span> Spans);
