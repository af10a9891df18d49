using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace WeComRobot.Reference;

/// <summary>The errcodes of the robot endpoints, from error-codes.json (server-behaviour.md, "Error codes").</summary>
public static class ErrorCodes
{
    private static readonly Dictionary<int, ErrorCode> ByCode = Load();

    /// <summary>The entry of a code; null where the documents do not know it.</summary>
    public static ErrorCode? Find(int code) => ByCode.TryGetValue(code, out var found) ? found : null;

    private static Dictionary<int, ErrorCode> Load()
    {
        using var data = typeof(ErrorCodes).Assembly.GetManifestResourceStream("WeComRobot.Reference.error-codes.json")!;
        return JsonSerializer.Deserialize(data, ErrorCodesContext.Default.ErrorCodeArray)!.ToDictionary(e => e.Code);
    }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ErrorCode[]))]
internal sealed partial class ErrorCodesContext : JsonSerializerContext;
