using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Text.Json;
using WeComRobot.Messages.Payloads;

namespace WeComRobot.Messages;

/// <summary>Converts messages to and from the service's JSON.</summary>
public static class MessageJson
{
    private static readonly Dictionary<string, Type> Types = new()
    {
        ["text"] = typeof(TextMessage),
        ["markdown"] = typeof(MarkdownMessage),
        ["markdown_v2"] = typeof(MarkdownV2Message),
        ["image"] = typeof(ImageMessage),
        ["news"] = typeof(NewsMessage),
        ["file"] = typeof(FileMessage),
        ["voice"] = typeof(VoiceMessage),
        ["template_card"] = typeof(CardMessage),
    };

    private static readonly RawJsonEncoder Encoder = new();

    /// <summary>Writes the bytes that are posted: UTF-8 without \u escapes, and without absent fields.</summary>
    public static byte[] ToUtf8(Message message) => ToUtf8(message, indented: false);

    /// <summary>Writes the same JSON as a string.</summary>
    /// <param name="message">The message.</param>
    /// <param name="indented">Whether to indent it for people to read.</param>
    public static string ToText(Message message, bool indented) => Encoding.UTF8.GetString(ToUtf8(message, indented));

    /// <summary>
    /// Reads a payload in the service's format. It also accepts a single value in place of a list, a number in place of a string
    /// or the reverse, and a list of lines in place of content.
    /// </summary>
    /// <param name="json">The JSON text of one message.</param>
    /// <exception cref="WeComException">InvalidMessage: not JSON, an unknown msgtype or field, or a value of the wrong type.</exception>
    public static Message Parse(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            var type = FindType(document.RootElement);
            var normalized = PayloadNormalizer.Normalize(document.RootElement, PayloadShape.For(type));
            return (Message)JsonSerializer.Deserialize(normalized, type, MessageJsonContext.Default)!;
        }
        catch (JsonException e)
        {
            throw PayloadError.Invalid(JsonMistake.Describe(json, e));
        }
        catch (InvalidOperationException)
        {
            // The escapes in a field name are not valid text, for example a lone surrogate
            throw PayloadError.Invalid(Strings.PayloadBrokenText);
        }
    }

    private static byte[] ToUtf8(Message message, bool indented)
    {
        using var output = new PooledBuffer();
        using (var writer = new Utf8JsonWriter(output, new() { Encoder = Encoder, Indented = indented, SkipValidation = true }))
        {
            MessageJsonContext.Default.Write(writer, message);
        }

        return output.Written.ToArray();
    }

    private static Type FindType(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object)
        {
            throw PayloadError.Invalid(Strings.PayloadNotObject);
        }

        var types = string.Join(", ", Types.Keys.OrderBy(k => k));
        if (!root.TryGetProperty("msgtype", out var value))
        {
            throw PayloadError.Invalid(Strings.PayloadNoMessageType.With(types, string.Join(", ", root.EnumerateObject().Select(p => p.Name))));
        }

        var name = value.ValueKind == JsonValueKind.String ? value.GetString() : value.GetRawText();
        return name is not null && Types.TryGetValue(name, out var type)
            ? type
            : throw PayloadError.Invalid(DescribeUnknown(name ?? "", types));
    }

    private static string DescribeUnknown(string name, string types)
    {
        var unknown = Strings.UnknownMessageType.With(name);
        return (LikelyName.Find(name, Types.Keys) is { } likely ? unknown.Then(Strings.DidYouMean.With(likely)) : unknown).Then(Strings.KnownMessageTypes.With(types));
    }
}
