using System.Text.Json.Serialization;
using WeComRobot.Messages.Validation;

namespace WeComRobot.Messages;

/// <summary>A message in the form that the service accepts. Each msgtype has a record of its own (service.md#message-types).</summary>
public abstract record Message
{
    private protected Message(string messageType) => MessageType = messageType;

    /// <summary>The msgtype: text, markdown, markdown_v2, image, news, file, voice or template_card.</summary>
    [JsonPropertyName("msgtype")]
    [JsonPropertyOrder(-1)]
    public string MessageType { get; }

    /// <summary>The id of the uploaded file that it carries; null if it carries none.</summary>
    internal virtual string? MediaId => null;

    /// <summary>Adds a finding for every rule of the official page that this message breaks.</summary>
    internal abstract void Check(RecordCheck check);
}
