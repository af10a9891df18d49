using System.IO;
using System.Text.Json.Serialization;
using WeComRobot.State;

namespace WeComRobot.RateLimiting;

/// <summary>The file form of a window's state: one line of JSON.</summary>
internal static class WindowFile
{
    private static readonly StateJson<WindowState> Json = new(WindowJsonContext.Default.WindowState, maxBytes: 1024 * 1024);

    /// <summary>An empty state; from then on a window's file can be read and written without delay.</summary>
    public static WindowState New()
    {
        Json.Prepare(new() { Slots = [new("", default, 0)] });
        return new();
    }

    /// <summary>The state in the file, an empty one for a new file; null if the file is damaged.</summary>
    public static WindowState? Read(FileStream file) => file.Length == 0 ? new() : Json.ReadLine(file) is { Slots: not null } state ? state : null;

    public static void Write(FileStream file, WindowState state) => Json.WriteLine(file, state);
}

[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(WindowState))]
internal sealed partial class WindowJsonContext : JsonSerializerContext;
