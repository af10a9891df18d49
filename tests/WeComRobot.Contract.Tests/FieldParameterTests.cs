using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Reflection;
using Xunit;

namespace WeComRobot.Contract.Tests;

/// <summary>An error about a field of a card or an article can name the parameter that sets it, for there is one.</summary>
public sealed class FieldParameterTests
{
    public static TheoryData<string> Fields =>
        [.. from type in Assembly.LoadFrom(Path.Combine(BuiltModule.Folder("Core"), "WeComRobot.Client.dll")).GetExportedTypes()
            where !type.IsAbstract && (type.Namespace == "WeComRobot.Messages.Cards" || type.FullName == "WeComRobot.Messages.Article")
            from property in type.GetProperties()
            where property.GetCustomAttributesData().Any(a => a.AttributeType.Name == "JsonPropertyNameAttribute")
            select $"{type.FullName} {property.Name}"];

    [Theory]
    [MemberData(nameof(Fields))]
    public void Each_field_is_set_by_a_parameter(string field)
    {
        var (type, property) = (field.Split(' ')[0], field.Split(' ')[1]);

        Assert.Contains(
            Cmdlets.All.Where(cmdlet => TypesMadeBy(cmdlet.Type).Any(made => made.FullName == type)).SelectMany(cmdlet => cmdlet.Parameters),
            parameter => parameter.Name == property || Arguments(parameter, "SetsAttribute").Contains(property));
    }

    private static IEnumerable<Type> TypesMadeBy(Type cmdlet) =>
        Arguments(cmdlet, nameof(OutputTypeAttribute)).Concat(Arguments(cmdlet, "MakesAttribute")).OfType<Type>();

    private static IEnumerable<object?> Arguments(MemberInfo member, string attribute) =>
        from data in member.GetCustomAttributesData()
        where data.AttributeType.Name == attribute
        from argument in data.ConstructorArguments
        from value in argument.Value is IReadOnlyCollection<CustomAttributeTypedArgument> several ? several : [argument]
        select value.Value;
}
