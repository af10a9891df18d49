using System.Collections.Generic;
using System.Management.Automation;
using WeComRobot.Binding;

namespace WeComRobot.Commands;

/// <summary>
/// The base of all cmdlets. Errors and warnings quote the line that they come from, and a neighbour on that line may hold a
/// key: no cmdlet begins before the line is clean.
/// </summary>
public abstract class WeComCommand : PSCmdlet
{
    /// <summary>What was given that must not show, even where it does not have a key's shape.</summary>
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
