namespace WeComRobot.Simulator.Rules;

/// <summary>The size of a part of a payload that has a limit.</summary>
/// <param name="Name">The path of the field.</param>
/// <param name="Value">Its size.</param>
/// <param name="Limit">The most that the service takes, or shows.</param>
/// <param name="Unit"><c>bytes</c>, <c>items</c> or <c>seconds</c>.</param>
internal sealed record PayloadSize(string Name, long Value, long Limit, string Unit);
