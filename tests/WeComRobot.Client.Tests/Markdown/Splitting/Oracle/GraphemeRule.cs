using System.Globalization;
using System.Text;

namespace WeComRobot.Client.Tests.Markdown.Splitting.Oracle;

/// <summary>No part ends inside what readers see as one sign, and no marker of a list item is parted from its text.</summary>
internal static class GraphemeRule
{
    public static string? Problem(Alignment alignment)
    {
        foreach (var next in alignment.Breaks())
        {
            var (last, first) = (alignment.WholeSigns[next - 1], alignment.WholeSigns[next]);
            if (last.Leaf.Kind == LeafKind.Marker && !last.Leaf.IsLast && first.LeafIndex == last.LeafIndex + 1 && HeadingRule.StartBytes(first.Leaf) + last.Leaf.Text.Length <= alignment.Limit)
            {
                return $"marker alone: part {alignment.PartSigns[next - 1].Part + 1} ends in the marker before {first.Leaf}";
            }

            if (last.LeafIndex == first.LeafIndex && first.Offset == last.Offset + 1
                && CutSign(last.Leaf.Text, first.Offset) is { } sign && Encoding.UTF8.GetByteCount(sign) * 3 <= alignment.Limit)
            {
                return $"sign cut: {Literal.Escape(sign)} at the end of part {alignment.PartSigns[next - 1].Part + 1}";
            }
        }

        return null;
    }

    /// <summary>The sign of several chars that a cut there would go through; null between signs.</summary>
    public static string? CutSign(string text, int position)
    {
        for (var start = 0; start < position;)
        {
            var length = StringInfo.GetNextTextElementLength(text, start);
            if (start + length > position)
            {
                return text.Substring(start, length);
            }

            start += length;
        }

        return null;
    }
}
