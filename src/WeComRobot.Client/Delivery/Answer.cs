using System;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace WeComRobot.Delivery;

/// <summary>The service's answer to a post (service.md#the-answer).</summary>
internal sealed class Answer
{
    private static readonly byte[] ByteOrderMark = [0xEF, 0xBB, 0xBF];
    private static readonly long MaxEpochSeconds = DateTimeOffset.MaxValue.ToUnixTimeSeconds();

    private int? _errorCode;
    private string _createdAt = "";

    public int ErrorCode => _errorCode!.Value;

    public string ErrorMessage { get; private set; } = "";

    public string MediaId { get; private set; } = "";

    /// <summary>
    /// When the service accepted the upload, from a string of epoch seconds; null if the answer has no readable time. The upload counts
    /// whatever it says.
    /// </summary>
    public DateTimeOffset? UploadedAt =>
        long.TryParse(_createdAt, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds <= MaxEpochSeconds
            ? DateTimeOffset.FromUnixTimeSeconds(seconds)
            : null;

    /// <summary>Reads the service's JSON; null for anything else, which does not count as a delivery (architecture.md#http-200-proves-nothing).</summary>
    public static Answer? Parse(byte[] body)
    {
        try
        {
            var reader = new Utf8JsonReader(SkipByteOrderMark(body));
            var answer = reader.Read() && reader.TokenType == JsonTokenType.StartObject ? new Answer() : null;
            while (answer is not null && reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                answer.ReadProperty(ref reader);
            }

            // Reads to the end, because the rest must be JSON, too
            return !reader.Read() && answer?._errorCode is not null ? answer : null;
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

    private void ReadProperty(ref Utf8JsonReader reader)
    {
        if (IsNext(ref reader, "errcode"))
        {
            _errorCode = ReadNumber(ref reader);
        }
        else if (IsNext(ref reader, "errmsg"))
        {
            ErrorMessage = ReadText(ref reader);
        }
        else if (IsNext(ref reader, "media_id"))
        {
            MediaId = ReadText(ref reader);
        }
        else if (IsNext(ref reader, "created_at"))
        {
            _createdAt = ReadText(ref reader);
        }
        else
        {
            reader.Skip();
        }
    }

    /// <summary>Whether a property has this name; if so, moves to its value.</summary>
    private static bool IsNext(ref Utf8JsonReader reader, string name) => reader.ValueTextEquals(name) && reader.Read();

    /// <summary>A number, also in quotes; null for null.</summary>
    /// <exception cref="FormatException">It is anything else.</exception>
    private static int? ReadNumber(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.Null => null,
        JsonTokenType.String => ParseNumber(reader.GetString()!),
        _ => reader.GetInt32(),
    };

    /// <summary>.NET ignores zero bytes at the end.</summary>
    private static int ParseNumber(string text) =>
        text.Contains("\0") ? throw new FormatException() : int.Parse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);

    /// <summary>The text of a string or number; empty for anything else, and for a string whose escapes are not valid text.</summary>
    private static string ReadText(ref Utf8JsonReader reader)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.String:
                try
                {
                    return reader.GetString()!;
                }
                catch (InvalidOperationException)
                {
                    return "";
                }

            case JsonTokenType.Number:
                return Encoding.UTF8.GetString(reader.ValueSpan.ToArray());
            default:
                reader.Skip();
                return "";
        }
    }
}
