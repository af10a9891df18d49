using System;
using System.Text.RegularExpressions;

namespace WeComRobot.Simulator.Drawing;

/// <summary>How deep quotes, lists and spans may be in each other: more than anybody reads, and less than the JSON of an entry may be.</summary>
internal static partial class Nesting
{
    private const int MaxDepth = 10;

    /// <summary>Refuses a line with more marks of quotes and lists than can be drawn, which would take Markdig long to read.</summary>
    public static void CheckMarks(string source)
    {
        if (TooManyMarks().IsMatch(source))
        {
            throw new TooDeepException();
        }
    }

    public static void Check(int depth)
    {
        if (depth > MaxDepth)
        {
            throw new TooDeepException();
        }
    }

    // A rule, such as "- - - - - -", may be of any length
    [GeneratedRegex(@"^(?![ \t]*([-*_])(?:[ \t]*\1)*[ \t]*\r?$)(?:[ \t]*(?:>|[-+*][ \t]|[0-9]{1,9}[.)][ \t])){20}", RegexOptions.Multiline)]
    private static partial Regex TooManyMarks();
}

/// <summary>The content is nested too deep to be drawn.</summary>
internal sealed class TooDeepException : Exception;
