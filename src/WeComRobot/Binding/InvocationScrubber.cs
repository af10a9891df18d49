using System;
using System.Management.Automation;
using System.Management.Automation.Language;
using System.Text.RegularExpressions;

namespace WeComRobot.Binding;

/// <summary>
/// A key that was typed into the command line would show in every error record, for those quote the line they come from.
/// </summary>
internal static class InvocationScrubber
{
    private static readonly Regex Keys = new(
        @"(?<=key=)[^&\s'""]+|\b[0-9A-Za-z]{8}(-[0-9A-Za-z]{4}){3}-[0-9A-Za-z]{12}\b", RegexOptions.CultureInvariant);

    public static void Scrub(InvocationInfo invocation)
    {
        if (!Keys.IsMatch(invocation.Line) && !Keys.IsMatch(Statement(invocation)))
        {
            return;
        }

        var line = Keys.Replace(invocation.Line, "***");
        var column = Math.Max(1, Math.Min(invocation.OffsetInLine, line.Length));
        var start = new ScriptPosition(invocation.ScriptName, invocation.ScriptLineNumber, column, line);
        var end = new ScriptPosition(invocation.ScriptName, invocation.ScriptLineNumber, line.Length + 1, line);
        invocation.DisplayScriptPosition = new ScriptExtent(start, end);
    }

    /// <summary>All lines of the call; a property that PowerShell has since 7.4, and the reference library has not.</summary>
    private static string Statement(InvocationInfo invocation) =>
        PSObject.AsPSObject(invocation).Properties["Statement"]?.Value as string ?? "";
}
