using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Reflection;
using WeComRobot.Messages.Validation;

namespace WeComRobot.Errors;

/// <summary>
/// Finds the parameter that sets a field of a message, because users of cmdlets do not write the JSON path that an error names.
/// It belongs to the cmdlet that makes the record, and has the property's name or names the property by <see cref="SetsAttribute"/>.
/// </summary>
internal static class FieldParameters
{
    private static readonly Lazy<ILookup<(Type, string), string>> Parameters = new(() => (
        from cmdlet in typeof(FieldParameters).Assembly.GetTypes()
        let name = cmdlet.GetCustomAttribute<CmdletAttribute>()
        where name is not null
        from made in TypesMadeBy(cmdlet)
        from property in cmdlet.GetProperties()
        where property.IsDefined(typeof(ParameterAttribute))
        from set in PropertiesSetBy(property)
        select (Key: (made, set), Parameter: $"{name.VerbName}-{name.NounName} -{property.Name}")).ToLookup(p => p.Key, p => p.Parameter));

    /// <summary>As "New-WeComCardField -Name"; null for a field that no parameter sets.</summary>
    public static string? Find(Finding finding) => Parameters.Value[(finding.Owner, finding.Property)].FirstOrDefault();

    private static IEnumerable<Type> TypesMadeBy(Type cmdlet) =>
        cmdlet.GetCustomAttributes<OutputTypeAttribute>().SelectMany(output => output.Type).Select(type => type.Type)
            .Concat(cmdlet.GetCustomAttribute<MakesAttribute>()?.Types ?? []);

    private static IEnumerable<string> PropertiesSetBy(PropertyInfo parameter) =>
        [parameter.Name, .. parameter.GetCustomAttribute<SetsAttribute>()?.Properties ?? []];
}
