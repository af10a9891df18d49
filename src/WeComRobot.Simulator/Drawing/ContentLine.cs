using System.Collections.Generic;
using System.Text.RegularExpressions;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace WeComRobot.Simulator.Drawing;

/// <summary>A line of msgtype markdown.</summary>
/// <param name="HeadingLevel">0 if it is no heading.</param>
internal sealed partial record ContentLine(bool IsQuoted, int HeadingLevel, ContainerInline? Inlines)
{
    public static IReadOnlyList<ContentLine> ReadAll(string source)
    {
        var processor = new InlineProcessor(new MarkdownDocument(), Dialects.Markdown, preciseSourcelocation: true, context: null);
        var lines = new List<ContentLine>();
        foreach (var match in Line().EnumerateMatches(source))
        {
            lines.Add(Read(source, match.Index, match.Length, processor));
        }

        return lines;
    }

    private static ContentLine Read(string source, int start, int length, InlineProcessor processor)
    {
        var marks = Marks().Match(source, start, length);
        var block = new ParagraphBlock { Lines = new StringLineGroup(1) };
        var text = new StringSlice(source, start + marks.Length, start + length - 1);
        block.Lines.Add(new StringLine(text, line: 0, column: 0, text.Start, NewLine.None));
        processor.ProcessInlineLeaf(block);
        return new ContentLine(marks.Groups["quote"].Success, marks.Groups["heading"].Length, block.Inline);
    }

    // The empty line at the end of a text that ends with a line end is a line, too
    [GeneratedRegex(@"(?<=^|\n|\r(?!\n))[^\r\n]*")]
    private static partial Regex Line();

    [GeneratedRegex(@"\G(?<quote>> ?)?(?:(?<heading>#{1,6})[ \t]+)?")]
    private static partial Regex Marks();
}
