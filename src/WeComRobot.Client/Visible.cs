using System;
using System.Linq;

namespace WeComRobot;

/// <summary>Makes foreign text fit to be quoted in a message of ours.</summary>
internal static class Visible
{
    /// <summary>The text on one line, without what could steer a terminal.</summary>
    public static string Line(string text) => new(string
        .Join(" ", text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        .Where(c => !char.IsControl(c)).ToArray());
}
