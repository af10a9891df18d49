using System.Text.Encodings.Web;
using System.Text.Json;

namespace WeComRobot.Simulator.Responses;

/// <summary>Serializes as the simulator does: camelCase names and unescaped UTF-8.</summary>
internal static class JsonText
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static byte[] Serialize<T>(T value) => JsonSerializer.SerializeToUtf8Bytes(value, Options);
}
