using System;
using System.Linq;
using System.Text;

namespace WeComRobot.Client.Tests.Markdown.Splitting.Oracle;

/// <summary>No part ends in a heading, where a part has room for the heading and the start of what it is about.</summary>
internal static class HeadingRule
{
    // What a part must at least hold of a paragraph or a line of code: a word, or a sign of many code points
    private const int LeastStart = 40;

    // Line ends
    private const int LineBytes = 3;

    // The indentation of all that, where the heading begins a list item
    private const int Indentation = 24;

    public static string? Problem(Alignment alignment)
    {
        foreach (var next in alignment.Breaks())
        {
            var last = alignment.WholeSigns[next - 1];
            var follower = alignment.WholeSigns[next];
            if (last.Leaf.Kind == LeafKind.Heading && !last.Leaf.IsLast && follower.LeafIndex == last.LeafIndex + 1 && Needed(alignment, last.LeafIndex) + Indentation <= alignment.Limit)
            {
                return $"heading alone: part {alignment.PartSigns[next - 1].Part + 1} ends in {last.Leaf}";
            }
        }

        return null;
    }

    /// <summary>The bytes of the heading, of the headings that follow at once, and of the start of the block after them.</summary>
    private static int Needed(Alignment alignment, int heading)
    {
        var leaves = alignment.Whole.Leaves.Skip(heading).ToArray();
        var headings = leaves.TakeWhile(l => l.Kind is LeafKind.Heading or LeafKind.Marker).ToArray();
        if (headings.Length == leaves.Length)
        {
            return int.MaxValue - Indentation; // they end the document
        }

        var start = leaves[headings.Length];
        var table = start.Kind == LeafKind.TableHeader ? leaves.Skip(headings.Length + 1).FirstOrDefault(l => l.Kind == LeafKind.TableRow) ?? start : null;
        return headings.Sum(h => h.NeededBytes + LineBytes) + (table?.NeededBytes + LineBytes ?? StartBytes(start));
    }

    /// <summary>The least that a part must hold of a leaf.</summary>
    public static int StartBytes(Leaf leaf)
    {
        var lines = leaf.Text.TrimStart('\n').Split('\n');
        return (leaf.QuoteDepth * 6) + leaf.Kind switch
        {
            LeafKind.Code => leaf.NeededBytes + Encoding.UTF8.GetByteCount(lines[0]) + 12,

            // The first word may be in a span, and the line be all one span
            LeafKind.Paragraph when lines[0].Split(' ')[0].AsSpan().ContainsAny("*`[!<") => leaf.NeededBytes,
            LeafKind.Paragraph => Math.Max(LeastStart, Encoding.UTF8.GetByteCount(lines[0].Split(' ')[0])),
            _ => LeastStart,
        };
    }
}
