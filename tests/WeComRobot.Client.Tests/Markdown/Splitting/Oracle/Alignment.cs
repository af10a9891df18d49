using System;
using System.Collections.Generic;
using System.Linq;

namespace WeComRobot.Client.Tests.Markdown.Splitting.Oracle;

/// <summary>
/// A Markdown document and its parts, sign by sign. Where every sign of the parts is the document's, in the same kind of block and
/// in as many quotes, the parts give the document back and every block kept its kind.
/// </summary>
internal sealed class Alignment(Reading whole, IReadOnlyList<Reading> parts, int limit)
{
    // Each of a row's three lines may be indented by three, and end in CR and LF; so may an underlined heading's
    private const int SlackBytes = 16;

    private readonly HashSet<int> _tooLong = TooLong(whole.Leaves, limit);

    public Reading Whole { get; } = whole;

    public IReadOnlyList<Reading> Parts { get; } = parts;

    public int Limit { get; } = limit;

    public List<Sign> WholeSigns { get; } = Sign.OfWhole(whole.Leaves);

    public List<Sign> PartSigns { get; } = Sign.OfParts(parts);

    /// <summary>The first difference, or null.</summary>
    public string? Difference()
    {
        var common = Math.Min(WholeSigns.Count, PartSigns.Count);
        for (var i = 0; i < common; i++)
        {
            var (whole, part) = (WholeSigns[i], PartSigns[i]);
            if (Compare(whole, part) is { } difference)
            {
                return $"{difference}: '{whole.Char}' of {whole.Leaf} is '{part.Char}' of {part.Leaf} in part {part.Part + 1}";
            }
        }

        return WholeSigns.Count > common ? $"lost: '{WholeSigns[common].Char}' of {WholeSigns[common].Leaf} and what follows"
            : PartSigns.Count > common ? $"added: '{PartSigns[common].Char}' of {PartSigns[common].Leaf} in part {PartSigns[common].Part + 1}"
            : null;
    }

    /// <summary>Where in the row of signs each part but the first begins.</summary>
    public IEnumerable<int> Breaks() => Enumerable.Range(1, Math.Max(0, PartSigns.Count - 1)).Where(i => PartSigns[i].Part != PartSigns[i - 1].Part);

    private string? Compare(Sign whole, Sign part) =>
        whole.Char != part.Char ? "other text"
        : whole.Leaf.QuoteDepth != part.Leaf.QuoteDepth ? "other quote"
        : !IsSameKind(whole.Leaf, part.Leaf) && !IsText(whole, part) ? $"{whole.Leaf.Kind} as {part.Leaf.Kind}"
        : whole.Leaf.Kind == LeafKind.TableRow && part.Leaf.Kind == LeafKind.TableRow && whole.Column != part.Column ? "other column"
        : whole.IsFirst && !part.IsFirst && !IsText(whole, part) ? "block joined to the one before"
        : part.IsFirst && !whole.IsFirst && !part.IsFirstLeaf ? "block cut inside a part"
        : null;

    private bool IsSameKind(Leaf whole, Leaf part) =>
        whole.Kind == part.Kind && (whole.Detail == part.Detail || MayLoseLanguage(whole, part));

    // What is too long for a part comes as text, one row after another
    private bool IsText(Sign whole, Sign part) => part.Leaf.Kind == LeafKind.Paragraph && _tooLong.Contains(whole.LeafIndex);

    // A fence whose language would fill the part is opened without it
    private bool MayLoseLanguage(Leaf whole, Leaf part) =>
        part.Kind == LeafKind.Code && part.Detail.Length == 0 && whole.Detail.Length > 0 && whole.NeededBytes * 5 > Limit;

    /// <summary>The rows that fit into no part with their head, the heads that fit into none with any row, the headings of too many lines.</summary>
    private static HashSet<int> TooLong(IReadOnlyList<Leaf> leaves, int limit)
    {
        var tooLong = new HashSet<int>();
        for (var i = 0; i < leaves.Count; i++)
        {
            var leaf = leaves[i];
            var isTooLong = leaf.NeededBytes + SlackBytes > limit;
            if (leaf.Kind == LeafKind.TableHeader)
            {
                var rows = leaves.Skip(i + 1).TakeWhile(l => l.Kind == LeafKind.TableRow).ToArray();
                isTooLong |= rows.Length > 0 && rows.All(r => r.NeededBytes + SlackBytes > limit);
            }

            if (isTooLong && (leaf.IsTable || leaf.Kind == LeafKind.Heading))
            {
                tooLong.Add(i);
            }
        }

        return tooLong;
    }
}
