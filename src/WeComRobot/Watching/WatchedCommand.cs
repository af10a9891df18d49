using System;
using System.Diagnostics;
using System.Management.Automation;
using System.Management.Automation.Runspaces;
using System.Runtime.ExceptionServices;

namespace WeComRobot.Watching;

/// <summary>Runs a command as &amp; does, in the caller's scopes, with its streams passed on as they come (architecture.md#a-watched-command).</summary>
/// <param name="cmdlet">The cmdlet that runs it.</param>
/// <param name="command">A script block, or the name or path of a command.</param>
/// <param name="arguments">Its arguments.</param>
/// <param name="streams">Takes what it writes.</param>
/// <param name="positions">Corrects what the error quotes that ends it.</param>
internal sealed class WatchedCommand(PSCmdlet cmdlet, object command, object?[] arguments, CommandStreams streams, ErrorPositions positions)
{
    // Windows PowerShell would end the command at the first line of a program's error stream under $ErrorActionPreference = 'Stop'
    private static readonly string Errors = Environment.Version.Major == 4 ? "-ErrorVariable +__errors" : "2>&1";

    /// <summary>
    /// What runs it. Warnings, and what is written to the host, are only looked at: whether they are shown is decided where they are
    /// written. Errors are merged, because a program's error stream can be seen in no other way. The names are unlikely ones, because the
    /// command sees these variables, and it is one line, because errors may quote it.
    /// </summary>
    internal static readonly string Script =
        "param($__command, $__arguments, $__caller, $__warnings, $__information, $__errors, $__pass) " +
        "& { [CmdletBinding()] param() $PSCmdlet = $__caller; & $__command @__arguments } " +
        "-WarningVariable +__warnings -InformationVariable +__information " + Errors + " | & { process { $__pass.Invoke($_) } }";

    /// <summary>Runs it to its end, whatever that is. If it is stopped, or nobody reads on, there is no outcome.</summary>
    public CommandOutcome Run()
    {
        var startedAt = DateTimeOffset.Now;
        var clock = Stopwatch.StartNew();
        using var exitCode = new LastExitCode(cmdlet.SessionState.PSVariable);
        var thrown = Invoke();
        var fatal = thrown is null or FlowControlException ? streams.MissingCommand : RecordOf(thrown);
        return new()
        {
            StartedAt = startedAt,
            Duration = clock.Elapsed,
            ExitCode = thrown is ExitException exit ? LastExitCode.Read(exit.Argument) ?? 0 : exitCode.Value,
            Error = fatal ?? streams.FirstError,
            IsErrorFatal = fatal is not null,
            Thrown = thrown is null ? null : ExceptionDispatchInfo.Capture(thrown),
        };
    }

    private Exception? Invoke()
    {
        try
        {
            cmdlet.InvokeCommand.InvokeScript(
                Script, true, PipelineResultTypes.Error, null, command, arguments, cmdlet.GetVariableValue("PSCmdlet"), new Tap(streams.NoteWarning),
                new Tap(streams.NoteInformation), new Tap(streams.NoteError), (Action<object?>)streams.Pass);
            return null;
        }
        catch (Exception thrown) when (!cmdlet.Stopping && IsEnd(thrown))
        {
            // The shell wraps what the reader of the output throws, as it passes through here
            return thrown is MethodInvocationException { InnerException: { } inner } && inner == streams.ReaderFailure ? inner : thrown;
        }
    }

    /// <summary>Whether the command has ended with it, rather than that somebody stopped it or wants no more of its output.</summary>
    private static bool IsEnd(Exception thrown) => thrown is ExitException or LoopFlowException or not (FlowControlException or PipelineStoppedException);

    private ErrorRecord RecordOf(Exception thrown)
    {
        var error = (thrown as IContainsErrorRecord)?.ErrorRecord ?? new(thrown, thrown.GetType().Name, ErrorCategory.NotSpecified, null);
        positions.Correct(error);
        return error;
    }
}
