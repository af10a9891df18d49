using System.Collections.Generic;
using System.Linq;

namespace WeComRobot.Client.Tests.Markdown.Splitting.Oracle;

/// <summary>One char of a document that is not blank, nor the border of a cell, and where it stands.</summary>
/// <param name="Char">The char.</param>
/// <param name="Leaf">The leaf that it is in.</param>
/// <param name="LeafIndex">Which of the leaves that is.</param>
/// <param name="Offset">Where in the leaf's text.</param>
/// <param name="IsFirst">Whether no other is before it in the leaf.</param>
/// <param name="Part">Which part it came in, from 0.</param>
/// <param name="IsFirstLeaf">Whether its leaf is the part's first.</param>
/// <param name="Column">In a row of a table, how many borders of cells stand before it but for the outer one.</param>
internal readonly record struct Sign(char Char, Leaf Leaf, int LeafIndex, int Offset, bool IsFirst, int Part, bool IsFirstLeaf, int Column)
{
    public static List<Sign> OfWhole(IReadOnlyList<Leaf> leaves)
    {
        var signs = new List<Sign>();
        for (var i = 0; i < leaves.Count; i++)
        {
            Add(signs, leaves[i], i, 0, i == 0);
        }

        return signs;
    }

    /// <summary>All parts in one row, without the table heads that parts repeat.</summary>
    public static List<Sign> OfParts(IReadOnlyList<Reading> parts)
    {
        var signs = new List<Sign>();
        Leaf? head = null;
        for (var part = 0; part < parts.Count; part++)
        {
            var isFirstLeaf = true;
            for (var i = 0; i < parts[part].Leaves.Count; i++)
            {
                var leaf = parts[part].Leaves[i];
                if (leaf.Kind == LeafKind.TableHeader)
                {
                    if (head is not null && head.QuoteDepth == leaf.QuoteDepth && IsSameBarBlanks(head.Text, leaf.Text))
                    {
                        continue;
                    }

                    head = leaf;
                }

                Add(signs, leaf, i, part, isFirstLeaf);
                isFirstLeaf = false;
            }
        }

        return signs;
    }

    private static bool IsSameBarBlanks(string one, string other) =>
        one.Where(c => !char.IsWhiteSpace(c)).SequenceEqual(other.Where(c => !char.IsWhiteSpace(c)));

    private static void Add(List<Sign> signs, Leaf leaf, int leafIndex, int part, bool isFirstLeaf)
    {
        var isFirst = true;
        var column = leaf.Text.TrimStart().StartsWith('|') ? -1 : 0;
        for (var i = 0; i < leaf.Text.Length; i++)
        {
            if (leaf.Kind != LeafKind.Code && leaf.Text[i] == '|' && (i == 0 || leaf.Text[i - 1] != '\\'))
            {
                column++;
            }
            else if (!char.IsWhiteSpace(leaf.Text[i]))
            {
                signs.Add(new(leaf.Text[i], leaf, leafIndex, i, isFirst, part, isFirstLeaf, column));
                isFirst = false;
            }
        }
    }
}
