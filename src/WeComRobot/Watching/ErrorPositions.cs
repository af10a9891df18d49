using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Language;
using System.Management.Automation.Runspaces;
using WeComRobot.Errors;

namespace WeComRobot.Watching;

/// <summary>
/// Corrects the lines that a command's errors quote. An error of the command itself, such as that there is none, quotes who called it,
/// and that must be the user's line. No line may show a key.
/// </summary>
/// <param name="secrets">What must not show, even if it does not look like a key.</param>
internal sealed class ErrorPositions(string?[] secrets)
{
    private readonly IScriptExtent? _call = Runspace.DefaultRunspace.Debugger.GetCallStack().FirstOrDefault()?.Position;

    /// <summary>Whether the error quotes what runs the command, rather than a line of it.</summary>
    public static bool IsOfCall(ErrorRecord error) => WatchedCommand.IsOwnLine(error.InvocationInfo?.Line);

    /// <returns>Whether it is an error of the command itself.</returns>
    public bool Correct(ErrorRecord error)
    {
        if (error.InvocationInfo is not { } invocation)
        {
            return false;
        }

        var isOfCall = IsOfCall(error);
        if (isOfCall && _call is not null)
        {
            invocation.DisplayScriptPosition = _call;
        }

        InvocationScrubber.Scrub(invocation, secrets);
        return isOfCall;
    }
}
