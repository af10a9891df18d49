using System;

namespace WeComRobot.Alerts;

/// <summary>What makes two alerts of a robot the same.</summary>
internal static class AlertKey
{
    /// <summary>Whether two keys are the same: case does not matter.</summary>
    public static bool IsSame(string key, string? other) => string.Equals(key, other, StringComparison.OrdinalIgnoreCase);
}
