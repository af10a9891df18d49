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
    /// What runs it, in the caller's scopes. The names are unlikely ones, because the command sees these variables, and it is one line,
    /// because errors may quote it.
    /// </summary>
    private const string Script =
        "param($__stage, $__command, $__arguments, $__caller, $__warnings, $__information, $__errors, $__pass) " +
        "& $__stage { [CmdletBinding()] param() $PSCmdlet = $__caller; & $__command @__arguments } $__warnings $__information $__errors $__pass";

    /// <summary>
    /// What its streams pass through. Warnings, and what is written to the host, are only looked at: whether they are shown is decided
    /// where they are written. Errors are merged, because a program's error stream can be seen in no other way. What ends the command, or
    /// the reader of its output, must end this, too: its preference is its own, which the command does not see.
    /// </summary>
    private static readonly string Stage =
        "param($__block, $__warnings, $__information, $__errors, $__pass) $ErrorActionPreference = 'Stop'; " +
        "& $__block -WarningVariable +__warnings -InformationVariable +__information " + Errors + " | & { process { $__pass.Invoke($_) } }";

    /// <summary>Runs it to its end, whatever that is. If it is stopped, or nobody reads on, there is no outcome.</summary>
    /// <param name="failOnError">Whether any error is a failure.</param>
    public CommandOutcome Run(bool failOnError)
    {
        var startedAt = DateTimeOffset.Now;
        var clock = Stopwatch.StartNew();
        using var exitCode = new LastExitCode(cmdlet.SessionState.PSVariable);
        var thrown = Invoke();
        var fatal = thrown is null or FlowControlException ? streams.MissingCommand : RecordOf(thrown);
        var error = fatal ?? streams.FirstError;
        return new()
        {
            StartedAt = startedAt,
            Duration = clock.Elapsed,
            ExitCode = thrown is ExitException exit ? LastExitCode.Read(exit.Argument) ?? 0 : exitCode.Value,
            Error = error,
            IsErrorFailure = fatal is not null || (failOnError && error is not null),
            Thrown = thrown is null ? null : ExceptionDispatchInfo.Capture(thrown),
        };
    }

    /// <summary>Whether a line is of what runs the command, rather than one of the user's.</summary>
    public static bool IsOwnLine(string? line) => line == Script || line == Stage;

    private Exception? Invoke()
    {
        try
        {
            // A module has scopes of its own
            var stage = new PSModuleInfo(true).NewBoundScriptBlock(ScriptBlock.Create(Stage));
            cmdlet.InvokeCommand.InvokeScript(
                Script, true, PipelineResultTypes.Error, null, stage, command, arguments, cmdlet.GetVariableValue("PSCmdlet"), new Tap(streams.NoteWarning),
                new Tap(streams.NoteInformation), new Tap(streams.NoteError), (Action<object?>)streams.Pass);
            return null;
        }
        catch (Exception thrown) when (!cmdlet.Stopping && IsEnd(thrown))
        {
            return Unwrap(thrown);
        }
    }

    /// <summary>The shell wraps what passes through the script, and the wrapper quotes the script in place of the line that failed.</summary>
    private Exception Unwrap(Exception thrown)
    {
        switch (thrown)
        {
            case MethodInvocationException { InnerException: { } failure } when failure == streams.ReaderFailure:
                return failure;
            case CmdletInvocationException { InnerException: RuntimeException own } wrapper when ErrorPositions.IsOfCall(wrapper.ErrorRecord):
                // Of what a script throws, the shell knows that it has its position, and wraps it no more
                own.WasThrownFromThrowStatement = true;
                return own;
            default:
                return thrown;
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
