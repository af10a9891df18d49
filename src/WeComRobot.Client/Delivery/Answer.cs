using System;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace WeComRobot.Delivery;

/// <summary>The service's answer to a post (server-behaviour.md, "The envelope").</summary>
internal sealed record Answer
{
    private static readonly long MaxEpochSeconds = DateTimeOffset.MaxValue.ToUnixTimeSeconds();

    [JsonPropertyName("errcode")]
    public int? ErrorCode { get; init; }

    [JsonPropertyName("errmsg")]
    public string? ErrorMessage { get; init; }

    [JsonPropertyName("media_id")]
    public string? MediaId { get; init; }

    /// <summary>A string of epoch seconds in an upload's answer. A delivery counts whatever stands here.</summary>
    [JsonPropertyName("created_at")]
    public JsonElement CreatedAt { get; init; }

    /// <summary>When the service took the upload; null where it does not say so in a readable way.</summary>
    [JsonIgnore]
    public DateTimeOffset? UploadedAt =>
        long.TryParse(CreatedAt.ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds <= MaxEpochSeconds
            ? DateTimeOffset.FromUnixTimeSeconds(seconds)
            : null;

    /// <summary>Null for anything that is not the expected JSON: no delivery (DESIGN, decision 4).</summary>
    public static Answer? Parse(byte[] body)
    {
        try
        {
            var answer = JsonSerializer.Deserialize(body, AnswerContext.Default.Answer);
            return answer?.ErrorCode is null ? null : answer;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

[JsonSerializable(typeof(Answer))]
internal sealed partial class AnswerContext : JsonSerializerContext;
