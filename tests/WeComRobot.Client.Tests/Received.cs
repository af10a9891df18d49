using System.Text.Json.Nodes;
using WeComRobot.Simulator;

namespace WeComRobot.Client.Tests;

/// <summary>Reads what the simulator has accepted.</summary>
internal static class Received
{
    /// <summary>The text of a text message.</summary>
    public static string TextContent(this ReceivedMessage message) => (string)JsonNode.Parse(message.Body)!["text"]!["content"]!;
}
