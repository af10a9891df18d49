using System;

namespace WeComRobot.Delivery;

/// <summary>The proof that the service accepted a message (errcode 0).</summary>
public sealed record Receipt
{
    /// <summary>The robot, as host and fingerprint of its key.</summary>
    public string Robot { get; init; } = "";

    /// <summary>The msgtype.</summary>
    public string MessageType { get; init; } = "";

    /// <summary>Which part of a split message, from 1.</summary>
    public int Part { get; init; } = 1;

    /// <summary>How many parts the message has.</summary>
    public int PartCount { get; init; } = 1;

    /// <summary>When the service's answer came.</summary>
    public DateTimeOffset SentAt { get; init; }

    /// <summary>How often it was posted.</summary>
    public int Attempts { get; init; } = 1;

    /// <summary>How long it waited for the rate window.</summary>
    public TimeSpan Waited { get; init; }

    /// <summary>The media id of a file or voice message.</summary>
    public string? MediaId { get; init; }
}
