using System;
using System.Collections.Generic;
using WeComRobot.Text;
using WeComRobot.Text.Splitting;

namespace WeComRobot.Markdown.Splitting;

/// <summary>All parts of a content.</summary>
internal static class SplitText
{
    public static IReadOnlyList<string> All(string text, int maxBytes, Func<string, IPartReader> readParts)
    {
        var whole = WellFormed.Repair(text);
        // Of no less than a byte a character: most long ones need not be counted
        if (whole.Length <= maxBytes && Utf8Size.Count(whole, 0, whole.Length) <= maxBytes)
        {
            return [whole];
        }

        var parts = new List<string>();
        for (var source = readParts(whole); source.Next(maxBytes) is { } part;)
        {
            parts.Add(part.Text);
        }

        return parts;
    }
}
