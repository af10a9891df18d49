using System.IO;
using System.Text.Json.Serialization;
using WeComRobot.State;

namespace WeComRobot.RateLimiting;

/// <summary>The file form of a window's state: one line of JSON.</summary>
internal static class WindowFile
{
    private static readonly StateJson<WindowState> Json = new(WindowJsonContext.Default.WindowState, maxBytes: 1024 * 1024);

    /// <summary>Creates an empty state, and warms up the serializer, so that it is not compiled while a file is held.</summary>
    public static WindowState CreateEmpty()
    {
        Json.WarmUp(new() { Slots = [new("", default, 0)] });
        return new();
    }

    /// <summary>Reads the state, which is empty for a new file; null if the file is damaged.</summary>
    public static WindowState? Read(FileStream file) => file.Length == 0 ? new() : Json.ReadLine(file) is { Slots: not null } state ? state : null;

    public static void Write(FileStream file, WindowState state) => Json.WriteLine(file, state);
}

[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(WindowState))]
internal sealed partial class WindowJsonContext : JsonSerializerContext;
