using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using WeComRobot.Outbox;

namespace WeComRobot.Targets;

/// <summary>The messages in the outbox that a user names, by their robots.</summary>
internal static class OutboxSelection
{
    /// <exception cref="WeComException">The outbox cannot be read.</exception>
    public static IReadOnlyList<OutboxItem> Find(string[] robot)
    {
        var patterns = robot.Select(name => WildcardPattern.Get(name, WildcardOptions.IgnoreCase)).ToArray();
        return MessageOutbox.ForCurrentUser().GetItems(name => patterns.Any(pattern => pattern.IsMatch(name)));
    }
}
