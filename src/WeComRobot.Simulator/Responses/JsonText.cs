using System.Text.Encodings.Web;
using System.Text.Json;

namespace WeComRobot.Simulator.Responses;

/// <summary>Serializes as the simulator does: camelCase names and unescaped UTF-8.</summary>
internal static class JsonText
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        // The answer to a body of the depth that JsonDocument accepts, 64, is deeper
        MaxDepth = 128,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static byte[] Serialize<T>(T value) => JsonSerializer.SerializeToUtf8Bytes(value, Options);
}
