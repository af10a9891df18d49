using System;
using System.Management.Automation;
using WeComRobot.Objects;

namespace WeComRobot.Watching;

/// <summary>Passes on what a command writes, as it comes, and notes what can be told about it.</summary>
/// <param name="cmdlet">The cmdlet that writes it.</param>
/// <param name="shell">The shell, which shows its errors.</param>
/// <param name="output">Keeps the end of it.</param>
/// <param name="positions">Corrects what its errors quote.</param>
internal sealed class CommandStreams(PSCmdlet cmdlet, RunningShell shell, LastOutput output, ErrorPositions positions)
{
    // A line without its end, as of Write-Host -NoNewline
    private string _begun = "";

    /// <summary>The first error; null if there was none.</summary>
    public ErrorRecord? FirstError { get; private set; }

    /// <summary>The error about a command that there is not. A script goes on after it, but did not do its work.</summary>
    public ErrorRecord? MissingCommand { get; private set; }

    /// <summary>What the reader of the output last failed with; null if it did not.</summary>
    public Exception? ReaderFailure { get; private set; }

    /// <summary>Passes on an object or an error.</summary>
    public void Pass(object? item)
    {
        if (BaseObject.Unwrap(item) is not ErrorRecord error)
        {
            output.Add(item);
            Write(() => cmdlet.WriteObject(item));
        }
        else if (error.FullyQualifiedErrorId.StartsWith("NativeCommandError", StringComparison.Ordinal))
        {
            output.Add(error.Exception.Message);
            Write(() => shell.WriteProgramError(error));
        }
        else
        {
            positions.Correct(error);
            Note(error, mayMissCommand: true);
            output.Add(error.ToString());
            Write(() => shell.WriteError(error));
        }
    }

    /// <summary>Notes an error that the shell shows by itself, unless the command has handled it.</summary>
    public void NoteError(object? item)
    {
        if (BaseObject.Unwrap(item) is ErrorRecord error)
        {
            Note(error, mayMissCommand: positions.Correct(error));
        }
    }

    /// <summary>Notes a warning.</summary>
    public void NoteWarning(object? item) => output.Add(CommandStrings.WarningLine.With(item));

    /// <summary>Notes what was written to the host; other information is for whoever asked for it.</summary>
    public void NoteInformation(object? item)
    {
        if (item is InformationRecord { MessageData: HostInformationMessage message })
        {
            _begun += message.Message;
            if (message.NoNewLine != true)
            {
                output.Add(_begun);
                _begun = "";
            }
        }
    }

    private void Note(ErrorRecord error, bool mayMissCommand)
    {
        FirstError ??= error;
        MissingCommand ??= mayMissCommand && error.FullyQualifiedErrorId == "CommandNotFoundException" ? error : null;
    }

    private void Write(Action write)
    {
        try
        {
            write();
        }
        catch (Exception failure)
        {
            ReaderFailure = failure;
            throw;
        }
    }
}
