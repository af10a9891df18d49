using System;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Threading.Tasks;

namespace WeComRobot.Client.Probe;

/// <summary>
/// Loads an assembly and reads every type, member and attribute of it: whatever it refers to must resolve. Nothing of it is
/// run, for the System.Management.Automation beside this program is hollow (DESIGN, decision 3).
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
        // Names the types of base classes, parameters and results, and the arguments of attributes
        _ = member is Type type ? $"{type.BaseType}{string.Join("", type.GetInterfaces().Select(i => i.FullName))}" : member.ToString();
        foreach (var attribute in member.GetCustomAttributesData())
        {
            _ = attribute.ToString();
        }
    }
}
