using System;
using WeComRobot.Fleet;
using WeComRobot.Redis.Connection;

namespace WeComRobot.Redis;

/// <inheritdoc/>
internal sealed class RedisFleetFactory : IFleetFactory
{
    /// <inheritdoc/>
    public IFleet Create(FleetSettings settings) => new RedisFleet(new RedisLink(FleetConfiguration.Parse(settings), TimeProvider.System));
}
