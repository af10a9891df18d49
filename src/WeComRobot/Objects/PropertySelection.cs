using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using WeComRobot.Markdown.Writing;

namespace WeComRobot.Objects;

/// <summary>Picks properties exactly as Select-Object does, by running it.</summary>
internal sealed class PropertySelection : IDisposable
{
    private readonly SteppablePipeline _select;

    public PropertySelection(object[] properties)
    {
        _select = ScriptBlock.Create("param($p) Microsoft.PowerShell.Utility\\Select-Object -Property $p")
            .GetSteppablePipeline(CommandOrigin.Internal, [properties]);
        _select.Begin(expectInput: true);
    }

    /// <summary>A row for each object that Select-Object makes of the input. A hashtable has its entries as properties.</summary>
    public IEnumerable<IReadOnlyList<MarkdownField>> Select(PSObject input) =>
        from selected in _select.Process(input.BaseObject is IDictionary ? EntriesAsProperties(input) : input).Cast<object>().Select(PSObject.AsPSObject)
        select selected.Properties.Select(p => new MarkdownField(p.Name, DisplayValue.Format(ShownProperties.GetValue(p)))).ToArray();

    public void End() => _select.End();

    public void Dispose() => _select.Dispose();

    private static PSObject EntriesAsProperties(PSObject dictionary)
    {
        var properties = new PSObject();
        foreach (var entry in Entries.TryRead(dictionary) ?? [])
        {
            properties.Properties.Add(new PSNoteProperty(DisplayText.Format(entry.Key), entry.Value));
        }

        return properties;
    }
}
