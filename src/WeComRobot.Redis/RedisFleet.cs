using WeComRobot.Fleet;
using WeComRobot.Media;
using WeComRobot.Outbox;
using WeComRobot.RateLimiting;
using WeComRobot.Redis.Connection;
using WeComRobot.Redis.Media;
using WeComRobot.Redis.Outbox;
using WeComRobot.Redis.RateLimiting;

namespace WeComRobot.Redis;

/// <summary>Machines that share their state in Redis.</summary>
/// <param name="link">The connection.</param>
internal sealed class RedisFleet(RedisLink link) : IFleet
{
    private readonly RedisOutboxStore _outbox = new(link);

    /// <inheritdoc/>
    public string Name => link.Name;

    /// <inheritdoc/>
    public IFleetWindows Windows { get; } = new RedisWindows(link);

    /// <inheritdoc/>
    public IOutboxStore Outbox => _outbox;

    /// <inheritdoc/>
    public IMediaStore ShareMedia(IMediaStore machine) => new RedisMediaStore(link, machine);

    /// <inheritdoc/>
    public void Dispose()
    {
        _outbox.Dispose();
        link.Dispose();
    }
}
