using System;
using System.Collections.Generic;

namespace WeComRobot.RateLimiting;

/// <summary>What is used of a window.</summary>
/// <param name="Limit">The limit that applies.</param>
/// <param name="Used">How many slots are in use.</param>
/// <param name="Wait">How long until one is free; zero if one is.</param>
/// <param name="Holders">Who uses them, where machines share the window.</param>
internal readonly record struct WindowUsage(RateLimit Limit, int Used, TimeSpan Wait, IReadOnlyList<SlotHolder> Holders);
