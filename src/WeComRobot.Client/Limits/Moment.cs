namespace WeComRobot.Limits;

/// <summary>A moment that other processes can read, and other machines.</summary>
/// <param name="Machine">On whose clock.</param>
/// <param name="Ticks">The machine's monotonic clock, in 100 ns, the same for all its processes.</param>
/// <param name="Utc">The wall clock, in 100 ns since year 1.</param>
internal readonly record struct Moment(string? Machine, long Ticks, long Utc);
