using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;

namespace WeComRobot.Objects;

/// <summary>The properties of an object that are its data.</summary>
internal static class ShownProperties
{
    // What providers, remoting and jobs add for PowerShell itself
    private static readonly HashSet<string> Plumbing = new(StringComparer.OrdinalIgnoreCase)
    {
        "PSPath", "PSParentPath", "PSChildName", "PSDrive", "PSProvider", "PSIsContainer",
        "PSComputerName", "RunspaceId", "PSShowComputerName", "PSSourceJobInstanceId",
    };

    private static readonly HashSet<string> DataTypes =
    [
        "System.Management.Automation.PSCustomObject", "System.Data.DataRow", "System.Data.DataRowView", "System.Xml.XmlNode",
        "Microsoft.Management.Infrastructure.CimInstance", "System.Management.ManagementBaseObject",
    ];

    /// <summary>The properties, without the .NET members of a data row, an XML element or a CIM instance. Plumbing counts only if there is nothing else.</summary>
    public static IReadOnlyList<PSPropertyInfo> Get(PSObject given)
    {
        var all = given.BaseObject is PSCustomObject ? given.Properties : Set(given, "psextended").Concat(Set(given, "psadapted"));
        var known = all.GroupBy(p => p.Name, StringComparer.OrdinalIgnoreCase).Select(same => same.First()).ToArray();
        var data = known.Where(p => !Plumbing.Contains(p.Name)).ToArray();
        return data.Length > 0 ? data : known;
    }

    /// <summary>Whether the properties are the data of the object, as for a line of a CSV file, rather than members of its type.</summary>
    public static bool AreData(PSObject given) =>
        (given.BaseObject is PSCustomObject && !Original.IsCopy(given)) || given.TypeNames.Select(Original.WithoutPrefix).Any(DataTypes.Contains);

    /// <summary>The value, or null if it cannot be read; the shell shows a blank then, too.</summary>
    public static object? GetValue(PSPropertyInfo? property)
    {
        try
        {
            return property?.Value;
        }
        catch (RuntimeException)
        {
            return null;
        }
    }

    /// <summary>The names of the type's default display set; none if it has no such set.</summary>
    public static IReadOnlyList<string> DefaultNames(PSObject given)
    {
        var standard = given.Members["PSStandardMembers"] as PSMemberSet;
        var display = standard?.Members["DefaultDisplayPropertySet"] as PSPropertySet;
        return display is null ? [] : [.. display.ReferencedPropertyNames];
    }

    private static IEnumerable<PSPropertyInfo> Set(PSObject given, string name) =>
        (given.Members[name] as PSMemberSet)?.Properties ?? Enumerable.Empty<PSPropertyInfo>();
}
