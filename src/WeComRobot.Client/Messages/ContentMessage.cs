using System.Text.Json.Serialization;

namespace WeComRobot.Messages;

/// <summary>A message of running text, which may be longer than one message can be: text and both Markdowns.</summary>
public abstract record ContentMessage : Message
{
    private readonly int _pageLimit;

    private protected ContentMessage(string messageType, int pageLimit)
        : base(messageType) => _pageLimit = pageLimit;

    /// <summary>
    /// The most UTF-8 bytes of its content, if the service is known to take another number than its page says. Defaults to the
    /// page's (server-behaviour.md, Limits).
    /// </summary>
    [JsonIgnore]
    public int? ByteLimit { get; init; }

    internal int MaxBytes => ByteLimit ?? _pageLimit;

    /// <summary>Where its content stands in the JSON.</summary>
    internal string ContentPath => MessageType + ".content";

    internal abstract string? GetContent();

    /// <summary>The same message with another content.</summary>
    internal abstract ContentMessage WithContent(string content);

    /// <summary>The same message with nobody mentioned beside its content.</summary>
    internal virtual ContentMessage WithoutMentions() => this;
}
