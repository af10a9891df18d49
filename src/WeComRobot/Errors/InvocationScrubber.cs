using System;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Language;
using WeComRobot.Robots;

namespace WeComRobot.Errors;

/// <summary>
/// A key that was typed into the command line would show in every error record, for those quote the line they come from.
/// </summary>
internal static class InvocationScrubber
{
    /// <param name="invocation">The call, whose line and statement error records quote.</param>
    /// <param name="secrets">What was given that must not show, even where it has no key's shape.</param>
    public static void Scrub(InvocationInfo invocation, params string?[] secrets)
    {
        var line = Mask(invocation.Line, secrets);
        var statement = Statement(invocation);
        if (line == invocation.Line && Mask(statement, secrets) == statement)
        {
            return;
        }

        var column = Math.Max(1, Math.Min(invocation.OffsetInLine, line.Length));
        var start = new ScriptPosition(invocation.ScriptName, invocation.ScriptLineNumber, column, line);
        var end = new ScriptPosition(invocation.ScriptName, invocation.ScriptLineNumber, line.Length + 1, line);
        invocation.DisplayScriptPosition = new ScriptExtent(start, end);
    }

    /// <summary>A word of a few letters is no secret, and would be masked all over the line.</summary>
    private static string Mask(string text, string?[] secrets) => WebhookAddress.Mask(
        secrets.Aggregate(text, (masked, secret) => secret is { Length: >= 8 } ? masked.Replace(secret, "***") : masked));

    /// <summary>All lines of the call; a property that PowerShell has since 7.4, and the reference library has not.</summary>
    private static string Statement(InvocationInfo invocation) =>
        PSObject.AsPSObject(invocation).Properties["Statement"]?.Value as string ?? "";
}
