using System.Linq;
using System.Reflection;

namespace WeComRobot.Client.Tests;

/// <summary>What reflection shows of an object, as PowerShell's formatting and other people's loggers see it.</summary>
internal static class Members
{
    /// <summary>The values of all public properties and fields, and of the objects in them one level down.</summary>
    public static string TextOf(object value) =>
        string.Join("\n", ValuesOf(value).Concat(ValuesOf(value).OfType<object>().Where(v => v is not string).SelectMany(ValuesOf)));

    private static object?[] ValuesOf(object value)
    {
        const BindingFlags shown = BindingFlags.Public | BindingFlags.Instance;
        var properties = value.GetType().GetProperties(shown).Where(p => p.GetIndexParameters().Length == 0);
        return [.. properties.Select(p => Read(p, value)), .. value.GetType().GetFields(shown).Select(f => f.GetValue(value))];
    }

    private static object? Read(PropertyInfo property, object value)
    {
        try
        {
            return property.GetValue(value);
        }
        catch (TargetInvocationException e)
        {
            return e.InnerException?.Message;
        }
    }
}
