using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;

namespace WeComRobot.Simulator.Tests.Live;

/// <summary>A probe of tests/live/probes. The README of tests/live explains the fields.</summary>
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

    public Precursor? After { get; init; }

    public required int ErrCode { get; init; }

    /// <summary>The text of errmsg that a document states; null when none does.</summary>
    public string? ErrMsg { get; init; }

    /// <summary>The simulator's own text of errmsg; null when a document states one.</summary>
    public string? SimulatorErrMsg { get; init; }

    public string ErrorText => (ErrMsg ?? SimulatorErrMsg)!;

    public Dictionary<string, string>? Fields { get; init; }

    public string[]? Suffixes { get; init; }

    /// <summary>All probes, in the order in which they are sent.</summary>
    public static IReadOnlyList<Probe> All { get; } =
    [
        .. Directory.EnumerateFiles(System.IO.Path.Combine(AppContext.BaseDirectory, "Live", "probes")).Order(StringComparer.Ordinal)
            .SelectMany(file => JsonSerializer.Deserialize<Probe[]>(File.ReadAllBytes(file), Options)!),
    ];

    /// <summary>The text of the body, with <c>{media:id}</c> not yet replaced.</summary>
    public string Text => Repetition().Replace(
        Message is { } message ? message.GetRawText() : Body is { } body ? JoinLines(body) : "",
        match => string.Concat(Enumerable.Repeat(match.Groups[1].Value, int.Parse(match.Groups[2].Value))));

    /// <summary>The ids of the upload probes whose media ids the body refers to.</summary>
    public IEnumerable<string> Uploads => MediaReference().Matches(Text).Select(match => match.Groups[1].Value);

    public bool IsSeenByMembers => Path == "send" && ErrCode == 0;

    public static Probe Find(string id) => All.Single(probe => probe.Id == id);

    public byte[] GetBytes(IReadOnlyDictionary<string, string> mediaIds) => System.Text.Encoding.GetEncoding(Encoding)
        .GetBytes(MediaReference().Replace(Text, match => mediaIds[match.Groups[1].Value]));

    private static string JoinLines(JsonElement body) => body.ValueKind == JsonValueKind.Array
        ? string.Join("\r\n", body.EnumerateArray().Select(line => line.GetString()))
        : body.GetString()!;

    [GeneratedRegex(@"\{([^{}*""]+)\*(\d+)\}")]
    private static partial Regex Repetition();

    [GeneratedRegex(@"\{media:([a-z0-9-]+)\}")]
    private static partial Regex MediaReference();

    /// <summary>Another probe, which is sent a number of times before this one, after a minute without posts.</summary>
    internal sealed record Precursor(string Id, int Times);
}
