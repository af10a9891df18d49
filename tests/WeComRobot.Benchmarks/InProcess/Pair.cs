using System;

namespace WeComRobot.Benchmarks;

/// <summary>Two works that come to the same: ours, and the least that must be done for it.</summary>
/// <param name="Name">What both do.</param>
/// <param name="MaxRatio">Claim: how many times as long ours takes, at most; null for no claim.</param>
/// <param name="Limit">The least that must be done.</param>
/// <param name="Ours">What the client does.</param>
internal sealed record Pair(string Name, double? MaxRatio, Func<object> Limit, Func<object> Ours);
