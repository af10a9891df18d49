using System;
using System.Linq;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace WeComRobot.Simulator.Faults;

/// <summary>Parses the body of <c>POST /simulator/faults</c>. Unknown fields are errors, so that a typo cannot go unnoticed.</summary>
internal static class FaultJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerOptions.Default)
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        AllowDuplicateProperties = false,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
    };

    private static readonly string[] Fields = [.. Options.GetTypeInfo(typeof(Fault)).Properties.Select(property => property.Name)];

    /// <exception cref="ArgumentException">The JSON is invalid; the message says why.</exception>
    public static Fault[] Parse(ReadOnlySpan<byte> json)
    {
        try
        {
            var faults = JsonSerializer.Deserialize<JsonElement>(json);
            Check(faults);
            return faults.Deserialize<Fault[]>(Options)!;
        }
        catch (JsonException error)
        {
            throw new ArgumentException(
                error.Path is { Length: > 1 } path ? $"{path}: this value cannot be used" : $"faults must be a JSON array, but line {error.LineNumber + 1} is not JSON", error);
        }
    }

    private static void Check(JsonElement faults)
    {
        if (faults.ValueKind != JsonValueKind.Array)
        {
            throw new ArgumentException("faults must be a JSON array: [{\"errcode\": 45009}]");
        }

        var objects = faults.EnumerateArray().Where(fault => fault.ValueKind == JsonValueKind.Object);
        var names = objects.SelectMany(fault => fault.EnumerateObject()).Select(field => field.Name);
        if (names.Except(Fields).FirstOrDefault() is { } unknown)
        {
            throw new ArgumentException($"unknown field '{unknown}'; there are {string.Join(", ", Fields)}");
        }
    }
}
