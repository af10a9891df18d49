using System.Text.Json.Nodes;
using WeComRobot.Simulator.Responses;

namespace WeComRobot.Simulator.Rules;

/// <summary>The result of a rule: why the message is refused, or what members see besides its body.</summary>
internal sealed record RuleResult(Refusal? Refusal = null, JsonNode? Display = null, ReceivedMedia? Media = null)
{
    public static RuleResult Accepted { get; } = new();

    public static implicit operator RuleResult(Refusal refusal) => new(refusal);
}
