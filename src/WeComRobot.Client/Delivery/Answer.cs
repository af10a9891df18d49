using System;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace WeComRobot.Delivery;

/// <summary>The service's answer to a post (service.md#the-answer).</summary>
internal sealed record Answer
{
    private static readonly byte[] ByteOrderMark = [0xEF, 0xBB, 0xBF];
    private static readonly long MaxEpochSeconds = DateTimeOffset.MaxValue.ToUnixTimeSeconds();

    [JsonPropertyName("errcode")]
    [JsonNumberHandling(JsonNumberHandling.AllowReadingFromString)]
    public int? ErrorCode { get; init; }

    [JsonPropertyName("errmsg")]
    public JsonElement RawErrorMessage { get; init; }

    [JsonIgnore]
    public string ErrorMessage => TextOf(RawErrorMessage);

    [JsonPropertyName("media_id")]
    public JsonElement RawMediaId { get; init; }

    [JsonIgnore]
    public string MediaId => TextOf(RawMediaId);

    /// <summary>A string of epoch seconds in the answer to an upload. The upload counts whatever this says.</summary>
    [JsonPropertyName("created_at")]
    public JsonElement CreatedAt { get; init; }

    /// <summary>When the service took the upload; null if its answer does not say so in a readable way.</summary>
    [JsonIgnore]
    public DateTimeOffset? UploadedAt =>
        long.TryParse(TextOf(CreatedAt), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds <= MaxEpochSeconds
            ? DateTimeOffset.FromUnixTimeSeconds(seconds)
            : null;

    /// <summary>Reads the service's JSON; null for anything else, which is no delivery (architecture.md#http-200-proves-nothing).</summary>
    public static Answer? Parse(byte[] body)
    {
        try
        {
            var answer = JsonSerializer.Deserialize(WithoutMark(body), AnswerContext.Default.Answer);
            return answer?.ErrorCode is null ? null : answer;
        }
        catch (Exception e) when (ForeignException.Is(e))
        {
            // Usually this is a JsonException. Whatever the reader throws, the body is not an answer of the service
            return null;
        }
    }

    /// <summary>Whether the service's answer is lost, or its end: the body is empty, or JSON that breaks off.</summary>
    public static bool IsTorn(byte[] body)
    {
        var reader = new Utf8JsonReader(WithoutMark(body), isFinalBlock: false, default);
        try
        {
            while (reader.Read())
            {
            }

            return reader.TokenType is JsonTokenType.None or JsonTokenType.StartObject || reader.CurrentDepth > 0;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static ReadOnlySpan<byte> WithoutMark(byte[] body) =>
        body.AsSpan().StartsWith(ByteOrderMark) ? body.AsSpan(ByteOrderMark.Length) : body;

    /// <summary>The text of a string or number; empty for anything else, and for escapes that form no text.</summary>
    private static string TextOf(JsonElement element)
    {
        try
        {
            return element.ValueKind is JsonValueKind.String or JsonValueKind.Number ? element.ToString() : "";
        }
        catch (InvalidOperationException)
        {
            return "";
        }
    }
}

[JsonSerializable(typeof(Answer))]
internal sealed partial class AnswerContext : JsonSerializerContext;
