using System;
using System.Globalization;
using System.Linq;
using WeComRobot.Client.Tests.Markdown.Splitting.Generated;

namespace WeComRobot.Client.Tests.Markdown.Splitting;

/// <summary>Makes a document that fails as small as it can be while it fails in the same way.</summary>
internal static class Shrinker
{
    // A line ends where the next begins, so that what is left of a document is still lines
    private static readonly Func<string, string[]>[] Pieces =
    [
        text => text.Split("\n\n").Select((p, i) => i == 0 ? p : "\n\n" + p).ToArray(),
        text => text.Split('\n').Select((p, i) => i == 0 ? p : "\n" + p).ToArray(),
        text => text.Split(' ').Select((p, i) => i == 0 ? p : " " + p).ToArray(),
        Signs,
    ];

    /// <param name="failing">A document that fails.</param>
    /// <param name="judge">What is wrong with a document, its kind before a colon.</param>
    public static SplitCase Shrink(SplitCase failing, Func<SplitCase, string?> judge)
    {
        var kind = KindOf(judge(failing));
        for (var length = int.MaxValue; failing.Document.Length < length;)
        {
            length = failing.Document.Length;
            foreach (var pieces in Pieces)
            {
                failing = Drop(failing, pieces, candidate => KindOf(judge(candidate)) == kind);
            }
        }

        return failing;
    }

    private static string[] Signs(string text)
    {
        var starts = StringInfo.ParseCombiningCharacters(text);
        return [.. starts.Select((start, i) => i + 1 < starts.Length ? text[start..starts[i + 1]] : text[start..])];
    }

    private static string? KindOf(string? problem) => problem?.Split(':')[0];

    /// <summary>Without every run of pieces, long ones first, that is not needed to fail.</summary>
    private static SplitCase Drop(SplitCase failing, Func<string, string[]> cut, Func<SplitCase, bool> fails)
    {
        var pieces = cut(failing.Document);
        for (var run = pieces.Length / 2; run > 0; run /= 2)
        {
            for (var at = 0; at + run <= pieces.Length;)
            {
                string[] left = [.. pieces[..at], .. pieces[(at + run)..]];
                var candidate = failing with { Document = string.Concat(left) };
                if (fails(candidate))
                {
                    (failing, pieces) = (candidate, left);
                }
                else
                {
                    at += run;
                }
            }
        }

        return failing;
    }
}
