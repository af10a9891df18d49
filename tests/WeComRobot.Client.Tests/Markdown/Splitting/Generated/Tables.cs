using System.Collections.Generic;

namespace WeComRobot.Client.Tests.Markdown.Splitting.Generated;

/// <summary>Parsers differ in what a line without bars is that touches a table: a blank line must keep them apart.</summary>
internal static class Tables
{
    public static bool Touch(List<string> before, List<string> after) => before[^1].Contains('|') || after[0].Contains('|');
}
