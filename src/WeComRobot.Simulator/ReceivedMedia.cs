using System;
using System.Text.Json.Serialization;

namespace WeComRobot.Simulator;

/// <summary>A file or voice that the simulator accepted as an upload.</summary>
public sealed record ReceivedMedia
{
    /// <summary>The id that the upload was answered with.</summary>
    [JsonPropertyName("media_id")]
    public required string MediaId { get; init; }

    /// <summary>The key of the robot it was uploaded for; no other may use it.</summary>
    public required string Key { get; init; }

    /// <summary><c>file</c> or <c>voice</c>.</summary>
    public required string Type { get; init; }

    /// <summary>The name that members see.</summary>
    public required string DisplayName { get; init; }

    /// <summary>The part's Content-Disposition line as it came.</summary>
    public required string ContentDisposition { get; init; }

    /// <summary>The content's length in bytes.</summary>
    public required int Size { get; init; }

    /// <summary>The content's SHA-256, lower-case hexadecimal.</summary>
    public required string Sha256 { get; init; }

    /// <summary>The part's <c>filelength</c>, where it had one.</summary>
    [JsonPropertyName("filelength")]
    public long? FileLength { get; init; }

    /// <summary>When it was accepted, by the simulator's clock.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>How long a voice plays.</summary>
    public double? Seconds { get; init; }
}
