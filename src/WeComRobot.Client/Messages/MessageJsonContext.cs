using System.Text.Json;
using System.Text.Json.Serialization;
using WeComRobot.Messages.Payloads;

namespace WeComRobot.Messages;

/// <summary>The serializers of all messages, made at build time: no reflection at a prompt's first send.</summary>
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
    /// <summary>Raw UTF-8, absent fields left out; a misspelt field is an error, not a field the service never sees.</summary>
    public static MessageJsonContext Exact { get; } = Create(indented: false);

    /// <summary>The same over several lines.</summary>
    public static MessageJsonContext Readable { get; } = Create(indented: true);

    private static MessageJsonContext Create(bool indented) => new(new JsonSerializerOptions
    {
        Encoder = new RawJsonEncoder(),
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        WriteIndented = indented,
    });
}
