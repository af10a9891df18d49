using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using WeComRobot.Fleet;
using WeComRobot.Outbox;

namespace WeComRobot.Targets;

/// <summary>The messages in the outbox that a user names, by their robots.</summary>
internal static class OutboxSelection
{
    /// <param name="robot">The names of the robots, with wildcards.</param>
    /// <param name="warn">Warns that the fleet's part of the outbox cannot be read.</param>
    /// <exception cref="WeComException">The outbox cannot be read.</exception>
    public static IReadOnlyList<OutboxItem> Find(string[] robot, Action<string> warn)
    {
        var patterns = robot.Select(name => WildcardPattern.Get(name, WildcardOptions.IgnoreCase)).ToArray();
        return FleetMembership.OpenOutbox().GetItems(name => patterns.Any(pattern => pattern.IsMatch(name)), warn);
    }
}
