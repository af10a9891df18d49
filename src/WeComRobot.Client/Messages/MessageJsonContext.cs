using System;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace WeComRobot.Messages;

/// <summary>
/// The serializers of all messages, generated at build time so that the first send from a prompt needs no reflection. A misspelt field
/// is an error when read, because the service would ignore it.
/// </summary>
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(TextMessage))]
[JsonSerializable(typeof(MarkdownMessage))]
[JsonSerializable(typeof(MarkdownV2Message))]
[JsonSerializable(typeof(ImageMessage))]
[JsonSerializable(typeof(NewsMessage))]
[JsonSerializable(typeof(FileMessage))]
[JsonSerializable(typeof(VoiceMessage))]
[JsonSerializable(typeof(CardMessage))]
internal sealed partial class MessageJsonContext : JsonSerializerContext
{
    /// <summary>
    /// Writes a message without absent fields. The generated methods are called, not JsonSerializer: with an encoder of our own it
    /// would describe each type and property to itself first, which takes longer than a whole post.
    /// </summary>
    public void Write(Utf8JsonWriter writer, Message message)
    {
        switch (message)
        {
            case TextMessage text:
                TextMessageSerializeHandler(writer, text);
                break;
            case MarkdownMessage markdown:
                MarkdownMessageSerializeHandler(writer, markdown);
                break;
            case MarkdownV2Message markdown:
                MarkdownV2MessageSerializeHandler(writer, markdown);
                break;
            case ImageMessage image:
                ImageMessageSerializeHandler(writer, image);
                break;
            case NewsMessage news:
                NewsMessageSerializeHandler(writer, news);
                break;
            case FileMessage file:
                FileMessageSerializeHandler(writer, file);
                break;
            case VoiceMessage voice:
                VoiceMessageSerializeHandler(writer, voice);
                break;
            case CardMessage card:
                CardMessageSerializeHandler(writer, card);
                break;
            default:
                throw new ArgumentException(message.MessageType);
        }
    }
}
