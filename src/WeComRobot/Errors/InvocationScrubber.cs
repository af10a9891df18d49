using System;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Language;
using WeComRobot.Binding;
using WeComRobot.Robots;

namespace WeComRobot.Errors;

/// <summary>
/// Removes keys and passwords from the line that error records quote: each record would show what was typed there.
/// </summary>
internal static class InvocationScrubber
{
    /// <param name="invocation">The call whose line and statement error records quote.</param>
    /// <param name="secrets">Arguments to mask, even if they do not look like keys.</param>
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

    /// <summary>A short word is no secret, and would be masked all over the line.</summary>
    private static string Mask(string text, string?[] secrets) => WebhookAddress.Mask(RedisArgument.MaskPassword(
        secrets.Aggregate(text, (masked, secret) => secret is { Length: >= 8 } ? masked.Replace(secret, "***") : masked)));

    /// <summary>All lines of the call. PowerShell has this property since 7.4, and the library that we compile against lacks it.</summary>
    private static string Statement(InvocationInfo invocation) =>
        PSObject.AsPSObject(invocation).Properties["Statement"]?.Value as string ?? "";
}
