using System;
using System.Globalization;
using System.Linq;
using System.Threading.Tasks;
using WeComRobot.Delivery;
using WeComRobot.RateLimiting;
using WeComRobot.Redis;
using WeComRobot.Tests.Support.Redis;

namespace WeComRobot.Benchmarks;

/// <summary>Claim: the full windows of 1,000 robots, 20 messages each, take less than 10 MiB of a Redis.</summary>
internal static class RedisMemory
{
    private const int Robots = 1000;
    private const double MaxMiB = 10;

    public static async Task<Table> RunAsync()
    {
        using var redis = await RedisServer.StartAsync();
        using var fleet = new RedisFleetFactory().Create(new(redis.EndPoint, null));
        var windows = new RateWindows(RateLimit.Official, () => null, TimeProvider.System);
        windows.Join(fleet.Windows);
        var before = await UsedAsync(redis);
        for (var robot = 0; robot < Robots; robot++)
        {
            var window = windows.For(HexHash.Sha256($"{robot}"));
            for (var message = 0; message < RateLimit.Official.Messages; message++)
            {
                (await window.ReserveAsync(DeliveryOptions.DefaultTimeout, _ => { }, default)).Dispose();
            }
        }

        var used = (await UsedAsync(redis) - before) / 1024 / 1024;
        var table = new Table("Memory of a Redis that has the windows of a fleet", "robots", "messages each", "MiB", "bytes a message");
        table.AddRow($"{Robots}", $"{RateLimit.Official.Messages}", $"{used:0.00}", $"{used * 1024 * 1024 / Robots / RateLimit.Official.Messages:0}");
        table.Claim($"MiB for {Robots} robots", used, MaxMiB);
        return table;
    }

    private static async Task<double> UsedAsync(RedisServer redis)
    {
        var lines = ((string)(await redis.CommandAsync("INFO", "memory"))!).Split("\r\n");
        return double.Parse(lines.Single(line => line.StartsWith("used_memory:", StringComparison.Ordinal)).Split(':')[1], CultureInfo.InvariantCulture);
    }
}
