using System;
using System.Text.Json.Serialization;

namespace WeComRobot.Simulator;

/// <summary>An upload that the simulator accepted.</summary>
public sealed record ReceivedMedia
{
    /// <summary>The id returned for the upload.</summary>
    [JsonPropertyName("media_id")]
    public required string MediaId { get; init; }

    /// <summary>The key of the robot that the file was uploaded to. No other robot can send it.</summary>
    public required string Key { get; init; }

    /// <summary><c>file</c> or <c>voice</c>.</summary>
    public required string Type { get; init; }

    /// <summary>The file name that members see.</summary>
    public required string DisplayName { get; init; }

    /// <summary>The Content-Disposition line of the multipart section, as received.</summary>
    public required string ContentDisposition { get; init; }

    /// <summary>The content's length in bytes.</summary>
    public required int Size { get; init; }

    /// <summary>The content's SHA-256, lower-case hexadecimal.</summary>
    public required string Sha256 { get; init; }

    /// <summary>The <c>filelength</c> parameter of the multipart section; null if there was none.</summary>
    [JsonPropertyName("filelength")]
    public long? FileLength { get; init; }

    /// <summary>When the upload was accepted, by the simulator's clock.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>The duration of a voice in seconds; null for a file.</summary>
    public double? Seconds { get; init; }
}
