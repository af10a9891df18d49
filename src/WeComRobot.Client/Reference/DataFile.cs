using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace WeComRobot.Reference;

/// <summary>The data files of this folder, which lie in the assembly.</summary>
internal static class DataFile
{
    public static T Read<T>(string name, JsonTypeInfo<T> type)
    {
        using var data = typeof(DataFile).Assembly.GetManifestResourceStream("WeComRobot.Reference." + name)!;
        return JsonSerializer.Deserialize(data, type)!;
    }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true)]
[JsonSerializable(typeof(ErrorCodeEntry[]))]
[JsonSerializable(typeof(ErrorIdEntry[]))]
[JsonSerializable(typeof(AgentEntry[]))]
[JsonSerializable(typeof(ApiLimitEntry[]))]
internal sealed partial class DataFileContext : JsonSerializerContext;
