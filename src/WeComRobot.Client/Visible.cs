using System;
using System.Linq;

namespace WeComRobot;

/// <summary>Prepares foreign text to be quoted in our own messages.</summary>
internal static class Visible
{
    /// <summary>The text on one line, without control characters, which a terminal would act on.</summary>
    public static string Line(string text) => new(string
        .Join(" ", text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        .Where(c => !char.IsControl(c)).ToArray());
}
