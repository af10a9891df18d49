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
    public string ErrorMessage => ReadText(RawErrorMessage);

    [JsonPropertyName("media_id")]
    public JsonElement RawMediaId { get; init; }

    [JsonIgnore]
    public string MediaId => ReadText(RawMediaId);

    /// <summary>A string of epoch seconds in the answer to an upload. The upload counts whatever this says.</summary>
    [JsonPropertyName("created_at")]
    public JsonElement CreatedAt { get; init; }

    /// <summary>When the service accepted the upload; null if the answer has no readable time.</summary>
    [JsonIgnore]
    public DateTimeOffset? UploadedAt =>
        long.TryParse(ReadText(CreatedAt), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds <= MaxEpochSeconds
            ? DateTimeOffset.FromUnixTimeSeconds(seconds)
            : null;

    /// <summary>Reads the service's JSON; null for anything else, which does not count as a delivery (architecture.md#http-200-proves-nothing).</summary>
    public static Answer? Parse(byte[] body)
    {
        try
        {
            var answer = JsonSerializer.Deserialize(SkipByteOrderMark(body), AnswerContext.Default.Answer);
            return answer?.ErrorCode is null ? null : answer;
        }
        catch (Exception e) when (PlatformExceptions.ShouldWrap(e))
        {
            // Usually a JsonException. Whatever the reader throws, the body is not an answer of the service
            return null;
        }
    }

    /// <summary>Whether all or the end of the service's answer is missing: the body is empty, or is JSON that stops early.</summary>
    public static bool IsTruncated(byte[] body)
    {
        var reader = new Utf8JsonReader(SkipByteOrderMark(body), isFinalBlock: false, default);
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

    private static ReadOnlySpan<byte> SkipByteOrderMark(byte[] body) =>
        body.AsSpan().StartsWith(ByteOrderMark) ? body.AsSpan(ByteOrderMark.Length) : body;

    /// <summary>The text of a string or number; empty for anything else, and for a string whose escapes are not valid text.</summary>
    private static string ReadText(JsonElement element)
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
