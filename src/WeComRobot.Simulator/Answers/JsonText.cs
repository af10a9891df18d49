using System.Text.Encodings.Web;
using System.Text.Json;

namespace WeComRobot.Simulator.Answers;

/// <summary>JSON as the simulator writes it: camelCase and raw UTF-8.</summary>
internal static class JsonText
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static byte[] Bytes<T>(T value) => JsonSerializer.SerializeToUtf8Bytes(value, Options);
}
