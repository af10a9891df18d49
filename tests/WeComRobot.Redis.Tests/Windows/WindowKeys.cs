using System;
using System.Globalization;
using System.Threading.Tasks;
using WeComRobot.Tests.Support.Redis;

namespace WeComRobot.Redis.Tests.Windows;

/// <summary>The keys of a window, as a test looks at them without the product's library.</summary>
internal static class WindowKeys
{
    private const string Window = $"wecom:{{{Member.Fingerprint}}}:window";
    private const string Settings = $"wecom:{{{Member.Fingerprint}}}:settings";

    /// <summary>Lets time pass for the window, without waiting: all that it knows happened earlier.</summary>
    public static async Task PassAsync(this RedisServer redis, TimeSpan time)
    {
        var microseconds = (-time.Ticks / 10).ToString(CultureInfo.InvariantCulture);
        foreach (var member in await redis.SlotsAsync())
        {
            await redis.CommandAsync("ZINCRBY", Window, microseconds, member);
        }

        if (await redis.CommandAsync("HEXISTS", Settings, "closed") is 1L)
        {
            await redis.CommandAsync("HINCRBY", Settings, "closed", microseconds);
        }
    }

    /// <summary>The slots, as members of the sorted set.</summary>
    public static async Task<string[]> SlotsAsync(this RedisServer redis) =>
        Array.ConvertAll((object?[])(await redis.CommandAsync("ZRANGE", Window, "0", "-1"))!, member => (string)member!);

    /// <summary>All keys.</summary>
    public static async Task<string[]> KeysAsync(this RedisServer redis) =>
        Array.ConvertAll((object?[])(await redis.CommandAsync("KEYS", "*"))!, key => (string)key!);
}
