using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Runspaces;

namespace WeComRobot.Objects;

/// <summary>The columns that the shell's views show of a type.</summary>
internal sealed class ShellView(PSCmdlet cmdlet)
{
    // Format-Table makes as many columns of a type without a table
    private const int MaxOfList = 10;

    private const string Script = "param($name) Microsoft.PowerShell.Utility\\Get-FormatData -TypeName $name";

    private readonly Dictionary<string, ShellColumn[]> _known = [];

    /// <summary>The columns of the table view of an object's type, else the lines of its list view; none if it has neither.</summary>
    public IReadOnlyList<ShellColumn> GetColumns(PSObject given)
    {
        var types = given.TypeNames.Select(Original.WithoutPrefix).ToArray();
        var key = string.Join("\n", types);
        return _known.TryGetValue(key, out var columns) ? columns : _known[key] = Find(types);
    }

    private ShellColumn[] Find(string[] types)
    {
        var controls = types.SelectMany(Definitions).SelectMany(d => d.FormatViewDefinition).Select(v => v.Control).ToArray();
        return controls.OfType<TableControl>().FirstOrDefault() is { } table ? [.. Columns(table)]
            : controls.OfType<ListControl>().FirstOrDefault() is { } list ? [.. list.Entries[0].Items.Take(MaxOfList).Select(item => new ShellColumn(item.Label, item.DisplayEntry, isRight: false))]
            : [];
    }

    private static IEnumerable<ShellColumn> Columns(TableControl table) => table.Rows[0].Columns.Select((column, i) =>
    {
        var header = i < table.Headers.Count ? table.Headers[i] : null;
        return new ShellColumn(header?.Label, column.DisplayEntry, (column.Alignment == Alignment.Undefined ? header?.Alignment : column.Alignment) == Alignment.Right);
    });

    private IEnumerable<ExtendedTypeDefinition> Definitions(string type)
    {
        try
        {
            return cmdlet.InvokeCommand.InvokeScript(Script, true, PipelineResultTypes.None, null, WildcardPattern.Escape(type))
                .Select(BaseObject.Unwrap).OfType<ExtendedTypeDefinition>();
        }
        catch (RuntimeException)
        {
            // A session may lack the command: then objects have no views
            return [];
        }
    }
}
