using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;

namespace WeComRobot.Binding;

/// <summary>
/// Picks properties exactly as Select-Object does, by running it. The first object decides which columns there are; what a
/// later one lacks is blank.
/// </summary>
internal sealed class PropertySelection : IDisposable
{
    private readonly SteppablePipeline _select;
    private string[]? _names;

    public PropertySelection(object[] properties)
    {
        _select = ScriptBlock.Create("param($p) Microsoft.PowerShell.Utility\\Select-Object -Property $p")
            .GetSteppablePipeline(CommandOrigin.Internal, [properties]);
        _select.Begin(expectInput: true);
    }

    public IEnumerable<(IReadOnlyList<string> Names, IReadOnlyList<object?> Values)> Select(PSObject input)
    {
        foreach (var selected in _select.Process(input).Cast<object>().Select(PSObject.AsPSObject))
        {
            _names ??= [.. selected.Properties.Select(p => p.Name)];
            yield return (_names, [.. _names.Select(n => selected.Properties[n]?.Value)]);
        }
    }

    public void End() => _select.End();

    public void Dispose() => _select.Dispose();
}
