using System.Text.Json.Nodes;
using WeComRobot.Simulator.Answers;

namespace WeComRobot.Simulator.Rules;

/// <summary>What a rule says of a message: why not, or how members see it where that differs from its body.</summary>
internal sealed record Judgement(Refusal? Refusal = null, JsonNode? Display = null, ReceivedMedia? Media = null)
{
    public static Judgement Fits { get; } = new();

    public static implicit operator Judgement(Refusal refusal) => new(refusal);
}
