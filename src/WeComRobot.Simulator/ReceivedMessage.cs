using System;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace WeComRobot.Simulator;

/// <summary>A message that the simulator accepted.</summary>
public sealed record ReceivedMessage
{
    /// <summary>The key of the robot it was sent to.</summary>
    public required string Key { get; init; }

    /// <summary>The message's <c>msgtype</c>.</summary>
    [JsonPropertyName("msgtype")]
    public required string MessageType { get; init; }

    /// <summary>When it was accepted, by the simulator's clock.</summary>
    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>The request body, byte for byte, as text.</summary>
    public required string Body { get; init; }

    /// <summary>What members see where that differs from the body: articles with their texts cut.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public JsonNode? Display { get; init; }

    /// <summary>The upload that a file or voice message shows.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ReceivedMedia? Media { get; init; }
}
