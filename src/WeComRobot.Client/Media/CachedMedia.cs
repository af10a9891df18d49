using System;
using System.Text.Json.Serialization;

namespace WeComRobot.Media;

/// <summary>One upload that a robot has.</summary>
/// <param name="ContentKey">A hash of content, type and name; null if it is not known.</param>
/// <param name="MediaId">Its id.</param>
/// <param name="CreatedAt">When the service accepted it.</param>
/// <param name="Size">The file's size in bytes.</param>
internal sealed record CachedMedia(string? ContentKey, string MediaId, DateTimeOffset CreatedAt, long Size)
{
    /// <summary>An id must still be valid when the post that carries it arrives, and clocks may differ.</summary>
    public static readonly TimeSpan Margin = TimeSpan.FromHours(1);
}

[JsonSerializable(typeof(CachedMedia[]))]
internal sealed partial class CachedMediaContext : JsonSerializerContext;
