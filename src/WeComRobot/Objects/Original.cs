using System;
using System.Linq;
using System.Management.Automation;
using Microsoft.PowerShell;

namespace WeComRobot.Objects;

/// <summary>The type that an object had before a job or another session gave back a copy of it.</summary>
internal static class Original
{
    private const string Prefix = "Deserialized.";

    /// <summary>Whether it is such a copy.</summary>
    public static bool IsCopy(object? given) =>
        given is PSObject wrapped && wrapped.TypeNames.FirstOrDefault()?.StartsWith(Prefix, StringComparison.Ordinal) == true;

    /// <summary>The name of its type as people write it: List[int], without assemblies and versions.</summary>
    public static string ReadableTypeName(PSObject given) =>
        TypeName(given) is var name && name.IndexOf('`') < 0 ? name : ToStringCodeMethods.Type(PSObject.AsPSObject(given.BaseObject.GetType()));

    /// <summary>The name of its type that the shell uses.</summary>
    public static string TypeName(PSObject given) => WithoutPrefix(given.TypeNames.FirstOrDefault() ?? "");

    public static string WithoutPrefix(string typeName) =>
        typeName.StartsWith(Prefix, StringComparison.Ordinal) ? typeName.Substring(Prefix.Length) : typeName;
}
