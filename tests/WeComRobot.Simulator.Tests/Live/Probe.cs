using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;

namespace WeComRobot.Simulator.Tests.Live;

/// <summary>A row of tests/live/probes; its README says what each field means.</summary>
internal sealed partial record Probe
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    public required string Id { get; init; }

    public required string Title { get; init; }

    public required string Document { get; init; }

    public required string Known { get; init; }

    public string Method { get; init; } = "POST";

    public string Path { get; init; } = "send";

    public string? Key { get; init; }

    public string Query { get; init; } = "";

    public string ContentType { get; init; } = "application/json";

    public string Encoding { get; init; } = "utf-8";

    public JsonElement? Message { get; init; }

    public JsonElement? Body { get; init; }

    public Repetition? After { get; init; }

    public required int ErrCode { get; init; }

    /// <summary>The words as a document has them.</summary>
    public string? ErrMsg { get; init; }

    /// <summary>The simulator's own words, where no document has any.</summary>
    public string? SimulatorErrMsg { get; init; }

    public string Words => (ErrMsg ?? SimulatorErrMsg)!;

    public Dictionary<string, string>? Fields { get; init; }

    public string[]? Parts { get; init; }

    /// <summary>All of them, in the order in which they are sent.</summary>
    public static IReadOnlyList<Probe> All { get; } =
    [
        .. Directory.EnumerateFiles(System.IO.Path.Combine(AppContext.BaseDirectory, "Live", "probes")).Order(StringComparer.Ordinal)
            .SelectMany(file => JsonSerializer.Deserialize<Probe[]>(File.ReadAllBytes(file), Options)!),
    ];

    /// <summary>The body's text, before <c>{media:id}</c> is filled in.</summary>
    public string Text => Repeated().Replace(
        Message is { } message ? message.GetRawText() : Body is { } body ? Lines(body) : "",
        match => string.Concat(Enumerable.Repeat(match.Groups[1].Value, int.Parse(match.Groups[2].Value))));

    /// <summary>The uploads whose media ids the body has.</summary>
    public IEnumerable<string> Uploads => Media().Matches(Text).Select(match => match.Groups[1].Value);

    public bool IsSeenByMembers => Path == "send" && ErrCode == 0;

    public static Probe Find(string id) => All.Single(probe => probe.Id == id);

    public byte[] Bytes(IReadOnlyDictionary<string, string> mediaIds) => System.Text.Encoding.GetEncoding(Encoding)
        .GetBytes(Media().Replace(Text, match => mediaIds[match.Groups[1].Value]));

    private static string Lines(JsonElement body) => body.ValueKind == JsonValueKind.Array
        ? string.Join("\r\n", body.EnumerateArray().Select(line => line.GetString()))
        : body.GetString()!;

    [GeneratedRegex(@"\{([^{}*""]+)\*(\d+)\}")]
    private static partial Regex Repeated();

    [GeneratedRegex(@"\{media:([a-z0-9-]+)\}")]
    private static partial Regex Media();

    /// <summary>Another probe that is sent so many times before, in one go after a minute of rest.</summary>
    internal sealed record Repetition(string Id, int Times);
}
