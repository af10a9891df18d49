using System.Collections.Generic;
using WeComRobot.Text.Splitting;

namespace WeComRobot.Client.Tests.Markdown.Splitting;

/// <summary>Splits plain text at one limit.</summary>
internal static class TextSplitter
{
    public static IReadOnlyList<string> Split(string text, int maxBytes) => AllParts.Read(text, maxBytes, whole => new TextPartReader(whole));
}
