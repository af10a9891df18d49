using System;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace WeComRobot.Simulator.Faults;

/// <summary>Reads the body of <c>POST /simulator/faults</c>; whatever is not understood is refused, never skipped.</summary>
internal static class FaultJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        AllowDuplicateProperties = false,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
    };

    /// <exception cref="ArgumentException">Says what is wrong.</exception>
    public static Fault[] Parse(ReadOnlySpan<byte> json)
    {
        try
        {
            return JsonSerializer.Deserialize<Fault[]>(json, Options)
                ?? throw new ArgumentException("faults must be a JSON array");
        }
        catch (JsonException error)
        {
            throw new ArgumentException($"faults must be a JSON array of known fields: {error.Message}", error);
        }
    }
}
