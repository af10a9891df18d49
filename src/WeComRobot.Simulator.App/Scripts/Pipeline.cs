using System.Collections.Generic;
using System.Linq;

namespace WeComRobot.Simulator.App.Scripts;

/// <summary>Writes what stands before a pipe.</summary>
internal static class Pipeline
{
    /// <summary>The output of one command, or of several, each on a line of its own.</summary>
    public static string ListOf(IReadOnlyList<string> commands) =>
        commands.Count == 1 ? commands[0] : $"@(\n{string.Concat(commands.Select(command => $"    {command}\n"))})";
}
