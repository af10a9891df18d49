using System;
using System.Management.Automation;
using System.Reflection;

namespace WeComRobot.Watching;

/// <summary>
/// What the shell does with the errors of a script, and offers to no cmdlet. Where a version of the shell lacks a member, the next best
/// public one takes its place. (architecture.md#a-watched-command)
/// </summary>
internal sealed class RunningShell
{
    private const BindingFlags Internal = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;

    private readonly PSCmdlet _cmdlet;
    private readonly Action<ErrorRecord, ActionPreference?, bool>? _writeError;
    private readonly bool _showsErrors;
    private readonly object? _pipeline;
    private readonly PropertyInfo? _hasFailed;
    private readonly PropertyInfo? _warningPreference;

    public RunningShell(PSCmdlet cmdlet)
    {
        _cmdlet = cmdlet;
        var runtime = cmdlet.CommandRuntime;
        _writeError = runtime.GetType()
            .GetMethod("_WriteErrorSkipAllowCheck", Internal, null, [typeof(ErrorRecord), typeof(ActionPreference?), typeof(bool)], null)
            ?.CreateDelegate(typeof(Action<ErrorRecord, ActionPreference?, bool>), runtime) as Action<ErrorRecord, ActionPreference?, bool>;
        _showsErrors = Read(runtime, "ErrorMergeTo")?.ToString() == "None"
            && Read(Read(Read(runtime, "ErrorOutputPipe"), "DownstreamCmdlet"), "CommandInfo") is CommandInfo { Name: "Out-Default" };
        _pipeline = Read(runtime, "PipelineProcessor");
        _hasFailed = _pipeline?.GetType().GetProperty("ExecutionFailed", Internal);
        _warningPreference = runtime.GetType().GetProperty("WarningPreference", Internal);
    }

    /// <summary>
    /// Writes an error of the command as it is: with its own position, whatever the preference of the cmdlet that passes it on, and
    /// without changing what $? will be.
    /// </summary>
    public void WriteError(ErrorRecord error)
    {
        var hadFailed = _hasFailed?.GetValue(_pipeline);
        if (_writeError is null)
        {
            _cmdlet.WriteError(error);
        }
        else
        {
            _writeError(error, ActionPreference.Continue, false);
        }

        _hasFailed?.SetValue(_pipeline, hadFailed);
    }

    /// <summary>Writes a line that a program wrote to its error stream: to the shell's own, or to where the errors are redirected.</summary>
    public void WriteProgramError(ErrorRecord line)
    {
        if (_showsErrors || _writeError is null)
        {
            _cmdlet.Host.UI.WriteErrorLine(line.Exception.Message);
        }
        else
        {
            _writeError(line, null, true);
        }
    }

    /// <summary>From now on no warning of the cmdlet ends it, as one does with -WarningAction Stop, or what the command threw would be lost.</summary>
    public void LetWarningsPass()
    {
        if (_warningPreference?.GetValue(_cmdlet.CommandRuntime) is ActionPreference.Stop)
        {
            _warningPreference.SetValue(_cmdlet.CommandRuntime, ActionPreference.Continue);
        }
    }

    /// <summary>Makes $? false, as only an error of the cmdlet would otherwise do.</summary>
    public void Fail() => _hasFailed?.SetValue(_pipeline, true);

    private static object? Read(object? owner, string property) => owner?.GetType().GetProperty(property, Internal)?.GetValue(owner);
}
