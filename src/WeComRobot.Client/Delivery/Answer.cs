using System.Text.Json;
using System.Text.Json.Serialization;

namespace WeComRobot.Delivery;

/// <summary>The service's answer to a post (server-behaviour.md, "The envelope").</summary>
internal sealed record Answer
{
    [JsonPropertyName("errcode")]
    public int? ErrorCode { get; init; }

    [JsonPropertyName("errmsg")]
    public string? ErrorMessage { get; init; }

    [JsonPropertyName("media_id")]
    public string? MediaId { get; init; }

    /// <summary>A string of epoch seconds in an upload's answer; a number would do as well.</summary>
    [JsonPropertyName("created_at")]
    [JsonNumberHandling(JsonNumberHandling.AllowReadingFromString)]
    public long? CreatedAt { get; init; }

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
