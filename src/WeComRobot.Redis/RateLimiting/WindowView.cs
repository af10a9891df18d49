using System;
using System.Collections.Generic;
using WeComRobot.RateLimiting;

namespace WeComRobot.Redis.RateLimiting;

/// <summary>What the fleet's window showed when a slot was asked for.</summary>
/// <param name="Wait">How long until a slot is free; zero if it was taken.</param>
/// <param name="Limit">The limit that applies.</param>
/// <param name="Closed">How long it is closed because the service reported the limit.</param>
/// <param name="Machines">How many machines use slots, this one included.</param>
/// <param name="Own">For how long the slots of this machine are in use, without the one that was taken.</param>
/// <param name="Others">For how long the slots of the others are in use.</param>
internal sealed record WindowView(
    TimeSpan Wait, RateLimit Limit, TimeSpan Closed, int Machines, IReadOnlyList<TimeSpan> Own, IReadOnlyList<TimeSpan> Others);
