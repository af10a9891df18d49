using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using WeComRobot.Markdown.Writing;

namespace WeComRobot.Objects;

/// <summary>The fields of an object that the shell shows, used when none are chosen.</summary>
internal sealed class DefaultFields(PSCmdlet cmdlet)
{
    // Format-Table shows as many of a type without a view
    private const int MaxOfType = 10;

    private readonly ShellView _view = new(cmdlet);

    /// <summary>The row of an object: a plain value is one field, a hashtable has a field for each entry.</summary>
    public IReadOnlyList<MarkdownField> Read(PSObject given) =>
        PlainValue.Is(given) ? [new("Value", DisplayValue.Format(given))]
        : given.BaseObject is IDictionary ? [.. Entries.TryRead(given)!.Select(e => new MarkdownField(DisplayText.Format(e.Key), DisplayValue.Format(e.Value)))]
        : _view.GetColumns(given) is { Count: > 0 } columns ? [.. columns.Select(c => c.Read(given))]
        : [.. Properties(given).Select(p => new MarkdownField(p.Name, DisplayValue.Format(ShownProperties.GetValue(p))))];

    private static IEnumerable<PSPropertyInfo> Properties(PSObject given) =>
        ShownProperties.DefaultNames(given) is { Count: > 0 } chosen ? chosen.Select(name => given.Properties[name]).Where(p => p is not null)
        : ShownProperties.AreData(given) ? ShownProperties.Get(given)
        : ShownProperties.Get(given).Take(MaxOfType);
}
