using System;
using System.Linq;

namespace WeComRobot;

/// <summary>Foreign text as it may stand in one of our sentences.</summary>
internal static class Visible
{
    /// <summary>The text on one line, without what could steer a terminal.</summary>
    public static string Line(string text) => new(string
        .Join(" ", text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        .Where(c => !char.IsControl(c)).ToArray());
}
