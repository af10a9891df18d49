using System.Linq;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax;

namespace WeComRobot.Simulator.Drawing;

/// <summary>
/// Paragraphs without underlined headings and without definitions of references, which Markdig would take out of the text.
/// A table is a paragraph of its own: Markdig sees none where text follows it at once.
/// </summary>
internal sealed class PlainParagraphParser : ParagraphBlockParser
{
    public PlainParagraphParser() => ParseSetextHeadings = false;

    public override bool Close(BlockProcessor processor, Block block)
    {
        var paragraph = (ParagraphBlock)block;
        var parent = paragraph.Parent!;
        var at = parent.IndexOf(paragraph);
        StringLine[] lines = [.. paragraph.Lines.Lines.Take(paragraph.Lines.Count)];
        var begin = 0;
        foreach (var end in TableLines.Breaks([.. lines.Select(line => line.Slice.ToString().Trim())]).Append(lines.Length))
        {
            if (begin > 0)
            {
                paragraph = new ParagraphBlock { Line = lines[begin].Line };
                parent.Insert(++at, paragraph);
            }

            paragraph.Lines = Trim(lines[begin..end]);
            begin = end;
        }

        return true;
    }

    private static StringLineGroup Trim(StringLine[] lines)
    {
        var trimmed = new StringLineGroup(lines.Length);
        foreach (var line in lines)
        {
            var text = line.Slice;
            text.Trim();
            trimmed.Add(new StringLine(text, line.Line, line.Column, line.Position, line.NewLine));
        }

        return trimmed;
    }
}
