using System.Collections.Generic;
using System.Linq;

namespace WeComRobot.Client.Tests.Markdown.Splitting.Oracle;

/// <summary>Every letter and digit of the whole stands in the parts, in its order; what is repeated stands between them.</summary>
internal static class LossRule
{
    public static string? Problem(string whole, IReadOnlyList<string> parts)
    {
        using var given = parts.SelectMany(part => part).GetEnumerator();
        foreach (var wanted in whole.Where(char.IsLetterOrDigit))
        {
            do
            {
                if (!given.MoveNext())
                {
                    return $"lost: '{wanted}' or what follows";
                }
            }
            while (given.Current != wanted);
        }

        return null;
    }
}
