using System.Collections.Generic;
using System.Linq;

namespace WeComRobot.Robots;

/// <summary>
/// The robots of one group under one name. Each message goes by one of them, so that the group takes 20 messages a minute
/// from each. A single robot is a pool of one.
/// </summary>
public sealed class RobotPool
{
    private readonly HashSet<WebhookAddress> _refused = [];

    /// <param name="robots">The robots, one or more; one that is given twice counts once.</param>
    public RobotPool(IEnumerable<WebhookAddress> robots) =>
        Robots = [.. robots.GroupBy(robot => robot.KeyHash).Select(same => same.First())];

    /// <summary>All robots, also those that the service has refused.</summary>
    public IReadOnlyList<WebhookAddress> Robots { get; }

    /// <summary>The robots that messages go by.</summary>
    public IReadOnlyList<WebhookAddress> Members
    {
        get
        {
            lock (_refused)
            {
                return [.. Robots.Where(robot => !_refused.Contains(robot))];
            }
        }
    }

    /// <summary>A pool of one.</summary>
    public static RobotPool Single(WebhookAddress robot) => new([robot]);

    /// <summary>The pool as people may see it: host and fingerprint of each robot.</summary>
    public override string ToString() => string.Join(", ", Robots);

    /// <summary>Takes out a robot that the service refuses, for this process; the last one stays, for its error is the pool's.</summary>
    /// <returns>Whether others are left.</returns>
    internal bool Drop(WebhookAddress robot)
    {
        lock (_refused)
        {
            var isLast = Robots.All(other => other == robot || _refused.Contains(other));
            if (!isLast)
            {
                _refused.Add(robot);
            }

            return !isLast;
        }
    }
}
