using System.Collections.Generic;
using System.Linq;

namespace WeComRobot.Simulator.State;

/// <summary>The robots, in the order of their keys.</summary>
internal sealed class RobotSet(IReadOnlyList<string> keys, RateRule rate)
{
    private readonly Robot[] _robots = [.. keys.Select((key, index) => new Robot(index + 1, key, rate))];

    public IReadOnlyList<Robot> All => _robots;

    public Robot? Find(string key) => _robots.FirstOrDefault(robot => robot.Key == key);
}
