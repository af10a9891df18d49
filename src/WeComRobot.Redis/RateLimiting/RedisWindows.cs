using System;
using System.Globalization;
using System.Threading.Tasks;
using StackExchange.Redis;
using WeComRobot.RateLimiting;
using WeComRobot.Redis.Connection;

namespace WeComRobot.Redis.RateLimiting;

/// <summary>The rate windows of a fleet, and the limit of all its robots.</summary>
/// <param name="link">The connection.</param>
internal sealed class RedisWindows(RedisLink link) : IFleetWindows
{
    // Others follow a new limit within this time
    private static readonly TimeSpan LimitAge = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan LimitLifetime = TimeSpan.FromDays(90);

    private readonly RedisKey _limitKey = link.Key("fleet", "limit");
    private RateLimit? _limit;
    private long _limitReadAt;

    public RateLimit? Limit
    {
        get
        {
            if ((_limitReadAt == 0 || link.Time.GetElapsedTime(_limitReadAt) > LimitAge) && link.TryAsk(ReadLimitAsync, out var limit))
            {
                (_limit, _limitReadAt) = (limit, link.Time.GetTimestamp());
            }

            return _limit;
        }
    }

    public void SetLimit(RateLimit limit)
    {
        var text = string.Create(CultureInfo.InvariantCulture, $"{limit.Messages} {limit.Window.Ticks}");
        if (!link.TryAsk(redis => redis.StringSetAsync(_limitKey, text, LimitLifetime), out _))
        {
            throw RedisFailure.LimitUnwritable(link.Name, link.Trouble);
        }

        _limitReadAt = 0;
    }

    public IWindowStore Create(string keyHash, LocalWindowStore machine) =>
        new RedisWindowStore(link, keyHash, machine);

    public void Begin() => link.BeginMessage();

    public string? Check()
    {
        link.BeginMessage();
        link.TryAsk(link.ProbeAsync, out _);
        return link.Warn();
    }

    public string? TakeWarning() => link.TakeWarning();

    /// <summary>Reads the limit, which lives on as long as somebody reads it; null if none is set.</summary>
    private async Task<RateLimit?> ReadLimitAsync(IDatabase redis)
    {
        var text = (string?)await redis.StringGetSetExpiryAsync(_limitKey, LimitLifetime).ConfigureAwait(false);
        if (text is null)
        {
            return null;
        }

        var numbers = text.Split(' ');
        var limit = new RateLimit(int.Parse(numbers[0], CultureInfo.InvariantCulture), new(long.Parse(numbers[1], CultureInfo.InvariantCulture)));
        return limit.IsPossible ? limit : throw new FormatException(text);
    }
}
