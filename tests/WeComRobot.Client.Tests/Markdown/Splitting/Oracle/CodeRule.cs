using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;

namespace WeComRobot.Client.Tests.Markdown.Splitting.Oracle;

/// <summary>Lines of code keep their indentation and the blank lines between them; only what is blank at a break may go.</summary>
internal static class CodeRule
{
    // Beside the opener: indentation, line ends and the closing fence; in a quote each of the three lines has its mark as well
    private const int FenceBytes = 40;
    private const int QuoteBytes = 6;

    public static string? Problem(Alignment alignment)
    {
        var expected = alignment.Whole.Leaves.Where(l => l.Kind == LeafKind.Code).SelectMany(LinesOf).ToList();
        var (next, rest) = (0, "");
        foreach (var code in alignment.Parts.SelectMany(p => p.Leaves).Where(l => l.Kind == LeafKind.Code && !l.IsBlank))
        {
            while (rest.Length == 0 && next < expected.Count && expected[next].Text.Length == 0)
            {
                next++;
            }

            foreach (var (line, _) in LinesOf(code))
            {
                if (next == expected.Count)
                {
                    return $"code added: \"{Literal.Escape(line)}\"";
                }

                var (wanted, piece) = rest.Length > 0 ? (rest, line.TrimStart()) : (expected[next].Text, line);
                var isCut = piece.Length > 0 && IsTooLong(expected[next].Text, expected[next].Leaf, alignment.Limit);
                if (!IsSameIndentation(wanted, piece) || !(isCut ? IsStart(piece, wanted) : wanted.TrimStart() == piece.TrimStart()))
                {
                    return $"code changed: \"{Literal.Escape(wanted)}\" is \"{Literal.Escape(line)}\"";
                }

                rest = wanted.TrimStart()[piece.TrimStart().Length..].TrimStart();
                next += rest.Length > 0 ? 0 : 1;
            }
        }

        return null;
    }

    private static bool IsStart(string piece, string wanted) => wanted.TrimStart().StartsWith(piece.TrimStart(), StringComparison.Ordinal);

    // Under some markers Markdig takes a blank more or less off than the fence is indented by
    private static bool IsSameIndentation(string one, string other) =>
        Math.Abs(one.TrimStart().Length - one.Length - (other.TrimStart().Length - other.Length)) <= 1;

    private static bool IsTooLong(string line, Leaf leaf, int limit) =>
        leaf.NeededBytes + Encoding.UTF8.GetByteCount(line) + FenceBytes + (QuoteBytes * leaf.QuoteDepth) > limit;

    private static IEnumerable<(string Text, Leaf Leaf)> LinesOf(Leaf code) =>
        code.Text.Trim('\n').Split('\n').Select(line => (line.TrimEnd(), code));
}
