using System.Management.Automation;
using WeComRobot.Markdown.Writing;

namespace WeComRobot.Objects;

/// <summary>A column of a view: a property, or a script that gets the object as $_.</summary>
/// <param name="label">Its heading. Defaults to the name of what it shows.</param>
/// <param name="entry">What it shows.</param>
/// <param name="isRight">Whether it is aligned to the right, as numbers are.</param>
internal sealed class ShellColumn(string? label, DisplayEntry entry, bool isRight)
{
    // The shell shows as many items of a list in its tables
    private const int MaxItems = 4;

    // A view's script relies on properties that an object may lack
    private readonly ScriptBlock? _script = entry.ValueType == DisplayEntryValueType.ScriptBlock ? ScriptBlock.Create("Set-StrictMode -Off\n" + entry.Value) : null;

    public string Name { get; } = string.IsNullOrEmpty(label) ? entry.Value : label!;

    public MarkdownField Read(PSObject given)
    {
        var value = DisplayValue.Format(_script is null ? ShownProperties.GetValue(given.Properties[entry.Value]) : Run(_script, given), MaxItems);
        return new(Name, new(value.Text, value.IsNumber || isRight));
    }

    private static object? Run(ScriptBlock script, PSObject given)
    {
        try
        {
            var shown = script.InvokeWithContext(null, [new PSVariable("_", given)]);
            return shown.Count == 1 ? shown[0] : shown;
        }
        catch (RuntimeException)
        {
            // The shell shows a blank, too
            return null;
        }
    }
}
