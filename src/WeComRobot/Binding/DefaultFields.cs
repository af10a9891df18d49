using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using WeComRobot.Content;

namespace WeComRobot.Binding;

/// <summary>What is shown of an object when nobody says what: what the shell shows.</summary>
internal sealed class DefaultFields(PSCmdlet cmdlet)
{
    // So many does Format-Table show of a type without a view
    private const int MaxOfType = 10;

    private readonly ShellView _view = new(cmdlet);

    /// <summary>A plain value is a column of its own; a hashtable's entries are columns.</summary>
    public IReadOnlyList<MarkdownField> Read(PSObject given) =>
        PlainValue.Is(given) ? [new("Value", DisplayValue.Of(given))]
        : given.BaseObject is IDictionary ? [.. Entries.TryRead(given)!.Select(e => new MarkdownField(e.Key, DisplayValue.Of(e.Value)))]
        : _view.GetColumns(given) is { Count: > 0 } columns ? [.. columns.Select(c => c.Read(given))]
        : [.. Properties(given).Select(p => new MarkdownField(p.Name, DisplayValue.Of(ShownProperties.GetValue(p))))];

    private static IEnumerable<PSPropertyInfo> Properties(PSObject given) =>
        ShownProperties.DefaultNames(given) is { Count: > 0 } chosen ? chosen.Select(name => given.Properties[name]).Where(p => p is not null)
        : ShownProperties.AreData(given) ? ShownProperties.Get(given)
        : ShownProperties.Get(given).Take(MaxOfType);
}
