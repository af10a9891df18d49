using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using WeComRobot.Alerts;
using WeComRobot.Fleet;
using WeComRobot.Robots;

namespace WeComRobot.Targets;

/// <summary>The alerts that a user names, by their keys and robots.</summary>
internal static class AlertSelection
{
    /// <summary>The alerts of this user.</summary>
    public static AlertClient Client => AlertClient.ForCurrentUser(FleetMembership.OpenOutbox);

    /// <param name="key">The keys, with wildcards.</param>
    /// <param name="robot">The names of the robots, with wildcards.</param>
    /// <exception cref="WeComException">The alerts cannot be read.</exception>
    public static IReadOnlyList<FiringAlert> Find(string[] key, string[] robot) =>
        [.. Client.GetFiring().Where(alert => Matches(alert.Key, key) && Matches(alert.Robot, robot))];

    /// <summary>The names of registered robots whose groups are to be told what was beyond the cap of an hour.</summary>
    /// <param name="robot">The names, with wildcards.</param>
    /// <param name="warn">Warns of what is wrong with the registered robots.</param>
    /// <exception cref="WeComException">The alerts, or the registered robots, cannot be read.</exception>
    public static IReadOnlyList<string> FindHeldBack(string[] robot, Action<string> warn) =>
        [.. Client.GetRobotsToTell().Where(name => Matches(name, robot) && RobotRegistry.Shared.Find(name, warn) is not null)];

    private static bool Matches(string text, string[] patterns) =>
        patterns.Any(pattern => WildcardPattern.Get(pattern, WildcardOptions.IgnoreCase).IsMatch(text) || string.Equals(pattern, text, StringComparison.OrdinalIgnoreCase));
}
