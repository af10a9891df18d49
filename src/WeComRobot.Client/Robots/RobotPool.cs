using System.Collections.Generic;
using System.Linq;

namespace WeComRobot.Robots;

/// <summary>
/// The robots of one group under one name. Each message is sent through one of them, so that the group takes 20 messages a minute from
/// each. A single robot is a pool of one.
/// </summary>
public sealed class RobotPool
{
    private readonly HashSet<WebhookAddress> _refused = [];

    /// <param name="robots">The robots, one or more; duplicates are ignored.</param>
    public RobotPool(IEnumerable<WebhookAddress> robots) =>
        Robots = [.. robots.GroupBy(robot => robot.KeyHash).Select(same => same.First())];

    /// <summary>All robots, including those that the service has refused.</summary>
    public IReadOnlyList<WebhookAddress> Robots { get; }

    /// <summary>The robots through which messages are sent: all that the service has not refused.</summary>
    public IReadOnlyList<WebhookAddress> ActiveRobots
    {
        get
        {
            lock (_refused)
            {
                return _refused.Count == 0 ? Robots : [.. Robots.Where(robot => !_refused.Contains(robot))];
            }
        }
    }

    /// <summary>Creates a pool of one robot.</summary>
    public static RobotPool Single(WebhookAddress robot) => new([robot]);

    /// <summary>The pool as it may be shown: host and fingerprint of each robot.</summary>
    public override string ToString() => string.Join(", ", Robots);

    /// <summary>Excludes a robot that the service refuses, for this process. The last one stays, because its error is that of the pool.</summary>
    /// <returns>Whether the robot was excluded, so that others are left.</returns>
    internal bool TryExclude(WebhookAddress robot)
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
