using System;
using System.Globalization;
using System.Text;
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
            var json = body.AsSpan().StartsWith(ByteOrderMark) ? body.AsSpan(ByteOrderMark.Length) : body;
            var answer = JsonSerializer.Deserialize(json, AnswerContext.Default.Answer);
            return answer?.ErrorCode is null ? null : answer;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Whether what the service said is lost, all of it or its end.</summary>
    public static bool IsTorn(byte[] body)
    {
        var text = Encoding.UTF8.GetString(body).Trim('\uFEFF', ' ', '\r', '\n');
        const string Beginning = "{\"errcode\"";
        return Beginning.StartsWith(text, StringComparison.Ordinal)
            || (text.StartsWith(Beginning, StringComparison.Ordinal) && !text.EndsWith("}", StringComparison.Ordinal));
    }

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
