using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;

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

    /// <summary>Reads an official payload.</summary>
    /// <param name="json">The JSON text of one message.</param>
    /// <exception cref="WeComException">InvalidMessage: not JSON, an unknown msgtype, or a field that the type has not.</exception>
    public static Message Parse(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            var type = TypeOf(document.RootElement);
            return (Message)document.RootElement.Deserialize(type, MessageJsonContext.Exact)!;
        }
        catch (JsonException e)
        {
            throw Invalid(Describe(e));
        }
        catch (InvalidOperationException)
        {
            // A string whose escapes form no text, as a lone surrogate
            throw Invalid(Strings.PayloadBrokenText);
        }
    }

    private static Type TypeOf(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object)
        {
            throw Invalid(Strings.PayloadNotObject);
        }

        var name = root.TryGetProperty("msgtype", out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
        return name is not null && Types.TryGetValue(name, out var type)
            ? type
            : throw Invalid(Strings.UnknownMessageType.With(name, string.Join(", ", Types.Keys.OrderBy(k => k))));
    }

    private static WeComException Invalid(string what) => new(FailureCause.InvalidMessage, what, Strings.PayloadRemedy);

    /// <summary>A syntax error has a line, a field that does not fit has a path.</summary>
    private static string Describe(JsonException e) =>
        e.Path is { Length: > 2 } path
            ? Strings.PayloadFieldUnknown.With(path.Substring(2))
            : Strings.PayloadNotJson.With(e.LineNumber + 1, e.BytePositionInLine + 1);
}
