using System.IO;
using System.Text.Json;
using System.Text.Json.Serialization;
using WeComRobot.State;

namespace WeComRobot.RateLimiting;

/// <summary>The file form of a window's state: one line of JSON.</summary>
internal static class WindowFile
{
    private const int MaxBytes = 1024 * 1024;

    /// <summary>An empty state that has been through the serializers: they are compiled before the file is held, and others wait for it.</summary>
    public static WindowState New()
    {
        var state = JsonSerializer.SerializeToUtf8Bytes(new() { Slots = [new("", default, 0)] }, WindowJsonContext.Default.WindowState);
        return new() { Closed = JsonSerializer.Deserialize(state, WindowJsonContext.Default.WindowState)!.Closed };
    }

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
