using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using WeComRobot.Messages.Payloads;

namespace WeComRobot.Messages;

/// <summary>Between messages and the service's JSON.</summary>
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

    /// <summary>The bytes that are posted: UTF-8 without \u escapes, absent fields left out.</summary>
    public static byte[] ToUtf8(Message message) =>
        JsonSerializer.SerializeToUtf8Bytes(message, message.GetType(), MessageJsonContext.Exact);

    /// <summary>The same as text.</summary>
    /// <param name="message">The message.</param>
    /// <param name="indented">Whether over several lines, for people.</param>
    public static string ToText(Message message, bool indented) =>
        JsonSerializer.Serialize(message, message.GetType(), indented ? MessageJsonContext.Readable : MessageJsonContext.Exact);

    /// <summary>
    /// Reads an official payload. A single value where the page has a list, a number where it has a text or the other way, and
    /// a list of lines as a content are taken for what they mean.
    /// </summary>
    /// <param name="json">The JSON text of one message.</param>
    /// <exception cref="WeComException">InvalidMessage: not JSON, an unknown msgtype, a field that the type has not, or a value of another type.</exception>
    public static Message Parse(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            var type = TypeOf(document.RootElement);
            var fitting = PayloadFit.Fit(document.RootElement, PayloadShape.For(type));
            return (Message)JsonSerializer.Deserialize(fitting, type, MessageJsonContext.Exact)!;
        }
        catch (JsonException e)
        {
            throw PayloadFault.Invalid(JsonFault.Describe(json, e));
        }
        catch (InvalidOperationException)
        {
            // A name whose escapes form no text, as a lone surrogate
            throw PayloadFault.Invalid(Strings.PayloadBrokenText);
        }
    }

    private static Type TypeOf(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object)
        {
            throw PayloadFault.Invalid(Strings.PayloadNotObject);
        }

        var types = string.Join(", ", Types.Keys.OrderBy(k => k));
        if (!root.TryGetProperty("msgtype", out var value))
        {
            throw PayloadFault.Invalid(Strings.PayloadNoMessageType.With(types, string.Join(", ", root.EnumerateObject().Select(p => p.Name))));
        }

        var name = value.ValueKind == JsonValueKind.String ? value.GetString() : value.GetRawText();
        return name is not null && Types.TryGetValue(name, out var type)
            ? type
            : throw PayloadFault.Invalid(Strings.UnknownMessageType.With(name, types));
    }
}
