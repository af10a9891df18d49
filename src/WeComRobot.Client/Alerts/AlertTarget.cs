using WeComRobot.Robots;

namespace WeComRobot.Alerts;

/// <summary>The robot that tells a group of alerts.</summary>
/// <param name="Pool">Its address, or those of several robots of one group.</param>
/// <param name="Name">The name it is registered under; null if its webhook itself is used.</param>
public sealed record AlertTarget(RobotPool Pool, string? Name = null)
{
    /// <summary>When only critical alerts are sent; null for never.</summary>
    public QuietHours? QuietHours { get; init; }

    /// <summary>What its alerts are kept under: the name, or else host and fingerprint of its key.</summary>
    public string Identity => Name ?? Pool.ToString();
}
