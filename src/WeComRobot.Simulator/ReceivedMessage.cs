using System;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace WeComRobot.Simulator;

/// <summary>A message that the simulator accepted.</summary>
public sealed record ReceivedMessage
{
    /// <summary>The key of the robot that the message was sent to.</summary>
    public required string Key { get; init; }

    /// <summary>The message's <c>msgtype</c>.</summary>
    [JsonPropertyName("msgtype")]
    public required string MessageType { get; init; }

    /// <summary>When the message was accepted, by the simulator's clock.</summary>
    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>The request body as received.</summary>
    public required string Body { get; init; }

    /// <summary>The payload as members see it: articles with truncated texts. Null when members see the body unchanged.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public JsonNode? Display { get; init; }

    /// <summary>The upload that a file or voice message refers to; null for other types.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ReceivedMedia? Media { get; init; }
}
