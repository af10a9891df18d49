using System;
using System.Collections.Generic;
using WeComRobot.Text;
using WeComRobot.Text.Splitting;

namespace WeComRobot.Client.Tests.Markdown.Splitting;

/// <summary>Reads all parts of a content at once.</summary>
internal static class AllParts
{
    /// <param name="content">The content; lone surrogates become U+FFFD.</param>
    /// <param name="maxBytes">The most UTF-8 bytes of a part.</param>
    /// <param name="readParts">The reader of the content's parts.</param>
    public static IReadOnlyList<string> Read(string content, int maxBytes, Func<string, IPartReader> readParts)
    {
        var whole = WellFormed.Repair(content);

        // A character has at least a byte: most long contents need not be counted
        if (whole.Length <= maxBytes && Utf8Size.Count(whole) <= maxBytes)
        {
            return [whole];
        }

        var parts = new List<string>();
        for (var reader = readParts(whole); reader.Next(maxBytes) is { } part;)
        {
            parts.Add(part.Text);
        }

        return parts;
    }
}
