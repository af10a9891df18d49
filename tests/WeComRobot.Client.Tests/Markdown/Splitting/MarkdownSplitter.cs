using System.Collections.Generic;
using WeComRobot.Markdown.Splitting;

namespace WeComRobot.Client.Tests.Markdown.Splitting;

/// <summary>Splits Markdown at one limit.</summary>
internal static class MarkdownSplitter
{
    public static IReadOnlyList<string> Split(string markdown, int maxBytes) =>
        AllParts.Read(markdown, maxBytes, whole => new MarkdownPartReader(whole));
}
