using System;
using System.Collections.Generic;

namespace WeComRobot.RateLimiting;

/// <summary>What happened in a window, as others can read it: in times, for each has its own clock.</summary>
/// <param name="Slots">The slots, each with the time since its message can last have arrived: negative while it is being posted.</param>
/// <param name="Closed">How long ago the service reported that the limit is reached; null if it has not.</param>
internal sealed record WindowHistory(IReadOnlyList<(long Id, TimeSpan Age)> Slots, TimeSpan? Closed);
