using System.Collections.Generic;
using System.Text.RegularExpressions;

namespace WeComRobot.Simulator.Drawing;

/// <summary>Finds the tables among the lines of a paragraph.</summary>
internal static partial class TableLines
{
    /// <summary>Where a table begins below text, and where text begins below a table: at the first line without a pipe.</summary>
    public static IEnumerable<int> Breaks(string[] lines)
    {
        for (var i = 1; i < lines.Length; i++)
        {
            if (!lines[i - 1].Contains('|') || !AlignmentRow().IsMatch(lines[i]))
            {
                continue;
            }

            if (i > 1)
            {
                yield return i - 1;
            }

            do
            {
                i++;
            }
            while (i < lines.Length && lines[i].Contains('|'));

            if (i < lines.Length)
            {
                yield return i;
            }
        }
    }

    [GeneratedRegex(@"^\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?$")]
    private static partial Regex AlignmentRow();
}
