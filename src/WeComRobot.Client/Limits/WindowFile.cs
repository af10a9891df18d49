using System.IO;
using System.Text.Json;
using System.Text.Json.Serialization;
using WeComRobot.State;

namespace WeComRobot.Limits;

/// <summary>The file form of a window's state: one line of JSON.</summary>
internal static class WindowFile
{
    private const int MaxBytes = 256 * 1024;

    /// <summary>The state in the file; null where it holds something else.</summary>
    public static WindowState? Read(FileStream file)
    {
        try
        {
            return StateFile.ReadLine(file, MaxBytes) is not { } line ? null
                : line.Length == 0 ? new()
                : JsonSerializer.Deserialize(line, WindowJsonContext.Default.WindowState) is { Slots: not null } state ? state
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public static void Write(FileStream file, WindowState state) =>
        StateFile.WriteLine(file, JsonSerializer.SerializeToUtf8Bytes(state, WindowJsonContext.Default.WindowState));
}

[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(WindowState))]
internal sealed partial class WindowJsonContext : JsonSerializerContext;
