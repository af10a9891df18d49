using System.Collections.Generic;
using System.Linq;
using System.Text;

namespace WeComRobot.Client.Tests.Markdown.Splitting.Oracle;

/// <summary>What is true of the parts of any content.</summary>
internal static class PartRule
{
    /// <param name="whole">The content as UTF-8 carries it.</param>
    /// <param name="limit">The most bytes of a part.</param>
    /// <param name="parts">Its parts.</param>
    public static string? Problem(string whole, int limit, IReadOnlyList<string> parts)
    {
        if (Encoding.UTF8.GetByteCount(whole) <= limit)
        {
            return parts.Count == 1 && parts[0] == whole ? null : "fits but changed";
        }

        for (var i = 0; i < parts.Count; i++)
        {
            if (Encoding.UTF8.GetByteCount(parts[i]) > limit)
            {
                return $"too long: part {i + 1} has {Encoding.UTF8.GetByteCount(parts[i])} bytes";
            }

            if (parts[i].All(char.IsWhiteSpace))
            {
                return $"empty: part {i + 1}";
            }
        }

        return parts.Any(HasLoneSurrogate) ? "lone surrogate" : null;
    }

    private static bool HasLoneSurrogate(string part) => part.EnumerateRunes().Count(r => r.Value == 0xFFFD) > part.Count(c => c == '\uFFFD');
}
