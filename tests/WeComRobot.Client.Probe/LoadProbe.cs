using System;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Threading.Tasks;

namespace WeComRobot.Client.Probe;

/// <summary>
/// Loads an assembly and reads its types, members and attributes, so that every reference must resolve. No code of it is run,
/// as the System.Management.Automation beside this program is a reference assembly (architecture.md#the-tests-run-what-users-run).
/// </summary>
internal static class LoadProbe
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    public static Task RunAsync(string path)
    {
        var types = Assembly.LoadFrom(path).GetTypes();
        foreach (var member in types.Concat(types.SelectMany(type => type.GetMembers(Declared))))
        {
            Read(member);
        }

        Console.WriteLine($"ok {Path.GetFileName(path)} {types.Count(type => type.IsPublic)} types");
        return Task.CompletedTask;
    }

    private static void Read(MemberInfo member)
    {
        // Getting these names resolves base classes, interfaces, and parameter and return types
        _ = member is Type type ? $"{type.BaseType}{string.Join("", type.GetInterfaces().Select(i => i.FullName))}" : member.ToString();
        foreach (var attribute in member.GetCustomAttributesData())
        {
            _ = attribute.ToString();
        }
    }
}
