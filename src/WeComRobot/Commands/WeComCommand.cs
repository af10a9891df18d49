using System.Collections.Generic;
using System.Management.Automation;
using WeComRobot.Errors;

namespace WeComRobot.Commands;

/// <summary>
/// The base of all cmdlets. Errors and warnings quote the line that they come from, and another statement on that line may hold a
/// key, so the line is cleaned before a cmdlet begins.
/// </summary>
public abstract class WeComCommand : PSCmdlet
{
    /// <summary>Arguments that must not show, even if they do not look like a key.</summary>
    private protected virtual IEnumerable<string?> Secrets => [];

    /// <inheritdoc/>
    protected sealed override void BeginProcessing()
    {
        InvocationScrubber.Scrub(MyInvocation, [.. Secrets]);
        Begin();
    }

    /// <summary>What is done before the first input.</summary>
    private protected virtual void Begin()
    {
    }
}
