using System;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace WeComRobot.Delivery;

/// <summary>The service's answer to a post (server-behaviour.md, "The envelope").</summary>
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

    /// <summary>A string of epoch seconds in an upload's answer. A delivery counts whatever stands here.</summary>
    [JsonPropertyName("created_at")]
    public JsonElement CreatedAt { get; init; }

    /// <summary>When the service took the upload; null where it does not say so in a readable way.</summary>
    [JsonIgnore]
    public DateTimeOffset? UploadedAt =>
        long.TryParse(TextOf(CreatedAt), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds <= MaxEpochSeconds
            ? DateTimeOffset.FromUnixTimeSeconds(seconds)
            : null;

    /// <summary>Null for anything that is not the expected JSON: no delivery (DESIGN, decision 4).</summary>
    public static Answer? Parse(byte[] body)
    {
        try
        {
            var answer = JsonSerializer.Deserialize(WithoutMark(body), AnswerContext.Default.Answer);
            return answer?.ErrorCode is null ? null : answer;
        }
        catch (Exception e) when (ForeignException.Is(e))
        {
            // Usually a JsonException; whatever the reader throws, the body is not an answer of the service
            return null;
        }
    }

    /// <summary>Whether what the service said is lost, all of it or its end: nothing, or JSON that breaks off.</summary>
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

    /// <summary>Empty for what is no text, or whose escapes form none.</summary>
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
