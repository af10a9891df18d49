using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace WeComRobot.Reference;

/// <summary>Reads data files that are embedded in an assembly.</summary>
internal static class DataFile
{
    /// <summary>Reads a file of this folder.</summary>
    public static T Read<T>(string name, JsonTypeInfo<T> type) => Read(typeof(DataFile).Assembly, "WeComRobot.Reference." + name, type);

    public static T Read<T>(Assembly assembly, string name, JsonTypeInfo<T> type)
    {
        using var data = assembly.GetManifestResourceStream(name)!;
        return JsonSerializer.Deserialize(data, type)!;
    }
}
