using System;
using WeComRobot.Messages;

namespace WeComRobot.Outbox;

/// <summary>A message in the outbox.</summary>
public sealed record OutboxItem
{
    /// <summary>The id. The order of ids is the order of sending.</summary>
    public string Id { get; init; } = "";

    /// <summary>The name of its robot.</summary>
    public string Robot { get; init; } = "";

    /// <summary>What is known of it.</summary>
    public OutboxState State { get; init; }

    /// <summary>The msgtype.</summary>
    public string? MessageType => Message?.MessageType;

    /// <summary>Which part of a split message, from 1.</summary>
    public int Part { get; init; }

    /// <summary>How many parts the message has.</summary>
    public int PartCount { get; init; }

    /// <summary>When it was first sent, or was to be sent.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>The moment before which it is not delivered; null if it may go at once.</summary>
    public DateTimeOffset? NotBefore { get; init; }

    /// <summary>The moment from which it is not delivered any more; null if it never expires.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>How often its delivery failed.</summary>
    public int Attempts { get; init; }

    /// <summary>Why its last delivery failed, or that its process died while it was being posted; null if neither is so.</summary>
    public string? LastError { get; init; }

    /// <summary>The message; null if its file cannot be read.</summary>
    public Message? Message { get; init; }

    /// <summary>The name of its attached file, which is kept with it; null if there is none.</summary>
    public string? Media { get; init; }

    /// <summary>The id of the message without which it makes no sense.</summary>
    internal string? Follows { get; init; }

    /// <summary>The key of the alert that it is about; null for none.</summary>
    internal string? Alert { get; init; }

    internal OutboxName? Name { get; init; }

    /// <summary>Where it is kept.</summary>
    internal IOutboxStore? Store { get; init; }

    /// <summary>Whether it may be delivered now.</summary>
    public bool IsDue(DateTimeOffset now) => NotBefore is not { } moment || moment <= now;

    /// <summary>Whether it is too late to deliver it. What is set aside is left to the user.</summary>
    internal bool HasExpired(DateTimeOffset now) => State == OutboxState.Pending && ExpiresAt <= now;

    /// <exception cref="WeComException">InvalidMessage: the entry contains no valid message.</exception>
    internal static OutboxItem From(OutboxEntry entry, OutboxName name, IOutboxStore store) => new()
    {
        Id = name.Id,
        Name = name,
        Store = store,
        Robot = entry.Robot!,
        State = name.State,
        Part = entry.Part,
        PartCount = entry.PartCount,
        CreatedAt = entry.CreatedAt,
        NotBefore = entry.NotBefore,
        ExpiresAt = entry.ExpiresAt,
        Follows = entry.Follows,
        Alert = entry.Alert,
        Attempts = entry.Attempts,
        LastError = entry.LastError,
        Message = entry.ReadMessage(),
        Media = entry.MediaName,
    };

    internal static OutboxItem Damaged(OutboxName name, IOutboxStore store) => new() { Id = name.Id, Name = name, Store = store, State = OutboxState.Damaged };
}
