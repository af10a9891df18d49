using System.Text.Json;
using System.Text.Json.Serialization;
using WeComRobot.Messages.Payloads;

namespace WeComRobot.Messages;

/// <summary>The serializers of all messages, generated at build time so that the first send from a prompt needs no reflection.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
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
    /// <summary>Raw UTF-8 without absent fields. A misspelt field is an error when read, because the service would ignore it.</summary>
    public static MessageJsonContext Compact { get; } = Create(indented: false);

    /// <summary>The same, indented for people to read.</summary>
    public static MessageJsonContext Indented { get; } = Create(indented: true);

    private static MessageJsonContext Create(bool indented) => new(new JsonSerializerOptions
    {
        Encoder = new RawJsonEncoder(),
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        WriteIndented = indented,
    });
}
