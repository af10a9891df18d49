using WeComRobot.Delivery;

namespace WeComRobot.Redis;

/// <inheritdoc/>
internal sealed class RedisFleetFactory : IFleetFactory
{
    /// <inheritdoc/>
    public IFleet Create(FleetSettings settings) => new RedisFleet(FleetConfiguration.Parse(settings));
}
