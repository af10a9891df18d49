using System;
using System.Management.Automation;

namespace WeComRobot.Watching;

/// <summary>The exit code that a command leaves in $LASTEXITCODE, apart from the one that was there before.</summary>
internal sealed class LastExitCode : IDisposable
{
    private const string Name = "global:LASTEXITCODE";

    private readonly PSVariableIntrinsics _variables;
    private readonly PSVariable? _before;
    private readonly object? _stale;

    public LastExitCode(PSVariableIntrinsics variables)
    {
        _variables = variables;
        _before = variables.Get(Name);
        _stale = _before?.Value;
        variables.Set(Name, null);
    }

    /// <summary>Null if the command has left none.</summary>
    public int? Value => Read(_variables.GetValue(Name));

    /// <summary>The number that a value stands for; null if it stands for none.</summary>
    public static int? Read(object? value) => value is not null && LanguagePrimitives.TryConvertTo(value, out int code) ? code : null;

    /// <summary>Puts the earlier code back if the command left none.</summary>
    public void Dispose()
    {
        if (_variables.GetValue(Name) is not null)
        {
            return;
        }

        if (_before is null)
        {
            _variables.Remove(Name);
        }
        else
        {
            _variables.Set(Name, _stale);
        }
    }
}
