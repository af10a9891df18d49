using System.Text.Json.Serialization;

namespace WeComRobot.Messages;

/// <summary>A message whose content is text and may exceed one message's limit: text, markdown or markdown_v2.</summary>
public abstract record ContentMessage : Message
{
    private readonly int _documentedLimit;

    private protected ContentMessage(string messageType, int documentedLimit)
        : base(messageType) => _documentedLimit = documentedLimit;

    /// <summary>The most UTF-8 bytes of the content. Defaults to the limit of the official page (service.md#text-limit).</summary>
    [JsonIgnore]
    public int? ByteLimit { get; init; }

    internal int MaxBytes => ByteLimit ?? _documentedLimit;

    /// <summary>The path of its content in the JSON.</summary>
    internal string ContentPath => MessageType + ".content";

    internal abstract string? GetContent();

    /// <summary>A copy of the message with other content.</summary>
    internal abstract ContentMessage WithContent(string content);

    /// <summary>A copy of the message without the mentions in its lists; those within the content stay.</summary>
    internal virtual ContentMessage WithoutMentions() => this;
}
