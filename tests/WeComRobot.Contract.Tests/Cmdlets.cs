using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Reflection;

namespace WeComRobot.Contract.Tests;

/// <summary>
/// The cmdlets of the Core build, as metadata only: PowerShellStandard.Library does nothing (architecture.md#the-tests-run-what-users-run).
/// </summary>
internal static class Cmdlets
{
    public static Assembly Assembly { get; } = Assembly.LoadFrom(Path.Combine(BuiltModule.Folder("Core"), "WeComRobot.dll"));

    public static IReadOnlyList<Cmdlet> All { get; } =
        [.. from type in Assembly.GetExportedTypes()
            from attribute in type.GetCustomAttributesData()
            where attribute.AttributeType == typeof(CmdletAttribute)
            select new Cmdlet(type, attribute)];

    internal sealed record Cmdlet(Type Type, CustomAttributeData Attribute)
    {
        public string Verb => (string)Attribute.ConstructorArguments[0].Value!;

        public string Noun => (string)Attribute.ConstructorArguments[1].Value!;

        public string Name => $"{Verb}-{Noun}";

        public bool SupportsShouldProcess =>
            Attribute.NamedArguments.Any(a => a.MemberName == nameof(CmdletAttribute.SupportsShouldProcess) && true.Equals(a.TypedValue.Value));

        public IEnumerable<PropertyInfo> Parameters =>
            Type.GetProperties().Where(p => p.GetCustomAttributesData().Any(a => a.AttributeType == typeof(ParameterAttribute)));
    }
}
