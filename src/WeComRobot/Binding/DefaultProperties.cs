using System.Collections;
using System.Linq;
using System.Management.Automation;

namespace WeComRobot.Binding;

/// <summary>What is shown of an object when nobody says what.</summary>
internal static class DefaultProperties
{
    // What Get-ChildItem and its like add for PowerShell's own use
    private static readonly string[] ProviderNotes = ["PSPath", "PSParentPath", "PSChildName", "PSDrive", "PSProvider", "PSIsContainer"];

    /// <summary>Its type's default display properties, else all; a plain value is a column of its own.</summary>
    public static object[] Of(PSObject input) =>
        PlainValue.Is(input.BaseObject) ? [TheValue]
        : DisplaySet(input) is { Length: > 0 } chosen ? chosen
        : [.. input.Properties.Select(p => p.Name).Except(ProviderNotes)];

    private static Hashtable TheValue => new()
    {
        ["Name"] = "Value",
        ["Expression"] = ScriptBlock.Create("$_"),
    };

    private static object[] DisplaySet(PSObject input)
    {
        var standard = input.Members["PSStandardMembers"] as PSMemberSet;
        var display = standard?.Members["DefaultDisplayPropertySet"] as PSPropertySet;
        return display is null ? [] : [.. display.ReferencedPropertyNames.Cast<object>()];
    }
}
