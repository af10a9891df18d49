using System;
using System.Collections.Generic;
using System.Linq;

namespace WeComRobot.Messages.Payloads;

/// <summary>Guesses which name a misspelt one was meant to be.</summary>
internal static class LikelyName
{
    private const int LettersPerMistake = 4;
    private const int MaxLength = 64;

    /// <summary>The nearest of the names: at most one letter in four is wrong, missing, extra or swapped with the next; null if none is.</summary>
    public static string? Find(string given, IEnumerable<string> names)
    {
        var word = Simplify(given);
        return word.Length > MaxLength ? null : (
            from name in names
            let distance = CountMistakes(word, Simplify(name))
            where distance <= Math.Max(1, name.Length / LettersPerMistake)
            orderby distance
            select name).FirstOrDefault();
    }

    /// <summary>The name without differences in style, such as mainTitle and main-title.</summary>
    private static string Simplify(string name) => new([.. name.Where(c => c is not ('_' or '-' or ' ')).Select(char.ToLowerInvariant)]);

    private static int CountMistakes(string a, string b)
    {
        var counts = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
        {
            for (var j = 0; j <= b.Length; j++)
            {
                var isSwapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
                counts[i, j] = i == 0 || j == 0 ? i + j : Math.Min(
                    Math.Min(counts[i - 1, j], counts[i, j - 1]) + 1,
                    Math.Min(counts[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1), isSwapped ? counts[i - 2, j - 2] + 1 : int.MaxValue));
            }
        }

        return counts[a.Length, b.Length];
    }
}
