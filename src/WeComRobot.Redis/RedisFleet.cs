using WeComRobot.Delivery;

namespace WeComRobot.Redis;

/// <summary>Machines that share their state in Redis.</summary>
internal sealed class RedisFleet(FleetConfiguration configuration) : IFleet
{
    /// <inheritdoc/>
    public string Name => configuration.Name;

    /// <inheritdoc/>
    public void Dispose()
    {
    }
}
