using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading.Tasks;
using StackExchange.Redis;
using WeComRobot.RateLimiting;
using WeComRobot.Redis.Connection;

namespace WeComRobot.Redis.RateLimiting;

/// <summary>The steps of one window as scripts: what goes in, and what comes out.</summary>
/// <param name="link">Names the keys.</param>
/// <param name="keyHash">The hash of the robot's key.</param>
/// <param name="machine">Identifies this machine, and ends with its name.</param>
internal sealed class WindowScripts(RedisLink link, string keyHash, string machine)
{
    private const int TicksPerMicrosecond = 10;

    private static readonly RedisScript Reserve = new("window", "reserve");
    private static readonly RedisScript Stamp = new("window", "stamp");
    private static readonly RedisScript Release = new("release");
    private static readonly RedisScript Close = new("window", "close");
    private static readonly RedisScript Usage = new("window", "usage");
    private static readonly RedisScript Limit = new("window", "set-limit");
    private static readonly RedisScript Join = new("window", "join");

    private readonly RedisKey[] _keys = [link.RobotKey(keyHash, "window"), link.RobotKey(keyHash, "settings")];

    public async Task<WindowView> ReserveAsync(IDatabase redis, long slot, TimeSpan lease, LimitChoice limit)
    {
        var answer = (RedisResult[])(await Reserve.RunAsync(redis, _keys, [Hex(slot), machine, Microseconds(lease), .. Numbers(limit)]).ConfigureAwait(false))!;
        return new(ReadTime(answer[0]), ReadLimit(answer), ReadTime(answer[3]), (int)answer[4], ReadTimes(answer[5]), ReadTimes(answer[6]));
    }

    public async Task<long> StampAsync(IDatabase redis, long slot, LimitChoice limit) =>
        (long)await Stamp.RunAsync(redis, _keys, [Member(slot), .. Numbers(limit)]).ConfigureAwait(false);

    public async Task<long> ReleaseAsync(IDatabase redis, long slot) => (long)await Release.RunAsync(redis, _keys, Member(slot)).ConfigureAwait(false);

    public async Task<long> CloseAsync(IDatabase redis) => (long)await Close.RunAsync(redis, _keys).ConfigureAwait(false);

    public async Task<WindowUsage> GetUsageAsync(IDatabase redis, LimitChoice limit)
    {
        var answer = (RedisResult[])(await Usage.RunAsync(redis, _keys, Numbers(limit)).ConfigureAwait(false))!;
        var members = (string[])answer[3]!;
        // A member is <state><slot>:<machine's hash>:<machine's name>
        var holders = members.GroupBy(member => member.Split(':', 3)[2]).Select(holder => new SlotHolder(holder.Key, holder.Count()));
        return new(ReadLimit(answer), members.Length, ReadTime(answer[0]), [.. holders.OrderByDescending(holder => holder.Slots)]);
    }

    public async Task<long> SetLimitAsync(IDatabase redis, RateLimit limit) =>
        (long)await Limit.RunAsync(redis, _keys, limit.Messages, Microseconds(limit.Window)).ConfigureAwait(false);

    public async Task<long> JoinAsync(IDatabase redis, IReadOnlyList<long> lost, WindowHistory history, LimitChoice limit)
    {
        var closed = history.Closed is { } age ? Microseconds(age) : -1;
        RedisValue[] ages = [.. history.Slots.SelectMany(slot => new RedisValue[] { Hex(slot.Id), Microseconds(slot.Age) })];
        RedisValue[] arguments = [machine, .. Numbers(limit), closed, lost.Count, .. lost.Select(slot => (RedisValue)Hex(slot)), .. ages];
        return (long)await Join.RunAsync(redis, _keys, arguments).ConfigureAwait(false);
    }

    private static RedisValue[] Numbers(LimitChoice limit) =>
    [
        limit.Own?.Messages ?? 0, limit.Own is { } own ? Microseconds(own.Window) : 0,
        limit.OfAll.Messages, Microseconds(limit.OfAll.Window),
    ];

    private static long Microseconds(TimeSpan time) => time.Ticks / TicksPerMicrosecond;

    private static TimeSpan ReadTime(RedisResult microseconds) => new((long)microseconds * TicksPerMicrosecond);

    private static TimeSpan[] ReadTimes(RedisResult times) => Array.ConvertAll((RedisResult[])times!, ReadTime);

    private static RateLimit ReadLimit(RedisResult[] answer) => new RateLimit((int)answer[1], ReadTime(answer[2])) is { IsPossible: true } limit
        ? limit
        : throw new FormatException(string.Create(CultureInfo.InvariantCulture, $"{answer[1]}/{answer[2]}"));

    private static string Hex(long slot) => slot.ToString("x16", CultureInfo.InvariantCulture);

    private string Member(long slot) => $"{Hex(slot)}:{machine}";
}
