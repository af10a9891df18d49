using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using System.Text.RegularExpressions;
using WeComRobot.Client.Tests.Markdown.Splitting.Generated;

namespace WeComRobot.Client.Tests.Markdown.Splitting.Oracle;

/// <summary>Judges the parts of a plain text: each is a stretch of it, and nothing but blanks is between two of them.</summary>
internal static partial class TextOracle
{
    /// <summary>What is wrong, with its kind before a colon, or null.</summary>
    public static string? Problem(string text, int limit, IReadOnlyList<string> parts)
    {
        var whole = LoneSurrogates.Replace(text);
        if (PartRule.Problem(whole, limit, parts) is { } problem)
        {
            return problem;
        }

        var atoms = Atoms(whole, limit);
        var (start, end) = (0, 0);
        foreach (var part in parts)
        {
            var next = whole.IndexOf(part, end, StringComparison.Ordinal);
            if (next < 0 || !whole.AsSpan(end, next - end).IsWhiteSpace())
            {
                return $"other text: \"{Literal.Escape(part)}\" does not follow";
            }

            if (end > 0 && ((CutAtom(atoms, end) ?? CutAtom(atoms, next)) is { } atom))
            {
                return $"sign or mention cut: \"{Literal.Escape(whole[atom])}\" before \"{Literal.Escape(part)}\"";
            }

            if (end > 0 && new TextBreak(whole, limit, start, end, next).Problem() is { } worse)
            {
                return worse;
            }

            (start, end) = (next, next + part.Length);
        }

        return !whole.AsSpan(end).IsWhiteSpace() ? $"lost: \"{Literal.Escape(whole[end..])}\""
            : CrumbRule.Problem(limit, parts) is { } crumbs && !HasTower(whole, limit) ? crumbs
            : null;
    }

    [GeneratedRegex("<@[^<>\\s]+>")]
    private static partial Regex Mentions();

    /// <summary>Whether there is a sign so large that crumbs around it cannot be helped.</summary>
    private static bool HasTower(string whole, int limit)
    {
        for (var signs = StringInfo.GetTextElementEnumerator(whole); signs.MoveNext();)
        {
            if (Encoding.UTF8.GetByteCount(signs.GetTextElement()) * 3 > limit)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>What must stay in one part: signs of several chars, and mentions; but for those that are longer than a part.</summary>
    private static List<Range> Atoms(string whole, int limit)
    {
        var starts = StringInfo.ParseCombiningCharacters(whole);
        var signs = starts.Select((start, i) => new Range(start, i + 1 < starts.Length ? starts[i + 1] : whole.Length))
            .Where(r => r.End.Value > r.Start.Value + 1);
        var mentions = Mentions().Matches(whole).Select(m => new Range(m.Index, m.Index + m.Length));
        return [.. signs.Concat(mentions).Where(r => Encoding.UTF8.GetByteCount(whole.AsSpan()[r]) <= limit)];
    }

    private static Range? CutAtom(List<Range> atoms, int position)
    {
        foreach (var atom in atoms)
        {
            if (atom.Start.Value < position && position < atom.End.Value)
            {
                return atom;
            }
        }

        return null;
    }
}
