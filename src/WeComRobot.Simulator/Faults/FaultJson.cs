using System;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace WeComRobot.Simulator.Faults;

/// <summary>Parses the body of <c>POST /simulator/faults</c>. Unknown fields are errors, so that a typo cannot go unnoticed.</summary>
internal static class FaultJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        AllowDuplicateProperties = false,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
    };

    /// <exception cref="ArgumentException">The JSON is invalid; the message says why.</exception>
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
