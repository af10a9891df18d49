using System;
using System.Management.Automation;
using System.Runtime.ExceptionServices;

namespace WeComRobot.Watching;

/// <summary>How a command ended.</summary>
internal sealed record CommandOutcome
{
    public DateTimeOffset StartedAt { get; init; }

    public TimeSpan Duration { get; init; }

    /// <summary>The exit code that it left; null if it left none.</summary>
    public int? ExitCode { get; init; }

    /// <summary>The error that matters most: the one that ended it, else one about a command that there is not, else its first one.</summary>
    public ErrorRecord? Error { get; init; }

    /// <summary>Whether the error is a failure by itself, rather than one that a script may go on after.</summary>
    public bool IsErrorFailure { get; init; }

    /// <summary>What it threw: an error, or a statement such as exit. Null if it ran to its end.</summary>
    public ExceptionDispatchInfo? Thrown { get; init; }

    public bool WasEndedByError => Thrown is { SourceException: not FlowControlException };

    public bool HasFailed => ExitCode is not (null or 0) || IsErrorFailure;
}
