using System.Collections.Generic;
using System.Linq;

namespace WeComRobot.Simulator.State;

/// <summary>The robots by key.</summary>
internal sealed class RobotSet(IReadOnlyList<string> keys, RateRule rate)
{
    private readonly Dictionary<string, Robot> _byKey = keys.ToDictionary(key => key, key => new Robot(key, rate));

    public IEnumerable<Robot> All => _byKey.Values;

    public Robot? Find(string key) => _byKey.GetValueOrDefault(key);
}
