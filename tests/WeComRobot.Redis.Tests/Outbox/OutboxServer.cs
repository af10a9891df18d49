using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using WeComRobot.Client.Tests.Outbox;
using WeComRobot.Outbox;
using WeComRobot.Redis.Connection;
using WeComRobot.Redis.Outbox;
using Xunit;

namespace WeComRobot.Redis.Tests.Outbox;

/// <summary>A Redis with the outbox of a fleet, and machines that use it.</summary>
internal sealed class OutboxServer : IDisposable
{
    // A busy machine may need long to connect, and nobody is to give up for that
    private const string Patient = ",syncTimeout=60000,connectTimeout=60000";

    private readonly List<RedisLink> _links = [];

    private OutboxServer(RedisServer redis) => Redis = redis;

    public RedisServer Redis { get; }

    public static async Task<OutboxServer> StartAsync(RedisSettings? settings = null) => new(await RedisServer.StartAsync(settings));

    /// <summary>A key of the outbox.</summary>
    public static string Key(string name) => $"wecom:{{outbox}}:{name}";

    /// <summary>The outbox, as another machine sees it.</summary>
    /// <param name="time">The machine's clock. Defaults to the system's.</param>
    /// <param name="endPoint">Where it finds Redis. Defaults to where it is.</param>
    public RedisOutboxStore Join(TimeProvider? time = null, string? endPoint = null)
    {
        var link = new RedisLink(FleetConfiguration.Parse(new((endPoint ?? Redis.EndPoint) + Patient, null)), time ?? TimeProvider.System);
        _links.Add(link);
        return new(link);
    }

    /// <summary>Waits for what happens by itself once Redis is back.</summary>
    public static async Task UntilAsync(Func<bool> condition)
    {
        for (var end = DateTime.UtcNow + Patience.Limit; !condition();)
        {
            Assert.True(DateTime.UtcNow < end);
            await Task.Delay(50);
        }
    }

    /// <summary>The outbox, as a machine sees it that never shows that it is alive.</summary>
    public MessageOutbox JoinDead() => new([Join(new VirtualTime())], null);

    /// <summary>A machine with a robot that others do not share.</summary>
    public Task<OutboxRobot> StartMachineAsync(VirtualTime? serverTime = null) => OutboxRobot.StartAsync(serverTime, new TestFolder(), [Join()]);

    /// <summary>The names of all keys.</summary>
    public async Task<string[]> GetKeysAsync() => [.. ((object?[])(await Redis.CommandAsync("KEYS", "*"))!).Cast<string>().Order(StringComparer.Ordinal)];

    /// <summary>Makes all that is held look as if its owners had died a while ago.</summary>
    public async Task AgeClaimsAsync(TimeSpan by)
    {
        var milliseconds = $"{by.TotalMilliseconds:F0}";
        foreach (var pending in ((object?[])(await Redis.CommandAsync("XPENDING", Key("stream"), "senders", "-", "+", "1000"))!).Cast<object?[]>())
        {
            await Redis.CommandAsync("XCLAIM", Key("stream"), "senders", (string)pending[1]!, "0", (string)pending[0]!, "IDLE", milliseconds, "JUSTID");
        }
    }

    /// <summary>Makes it look as if all processes had died a while ago.</summary>
    public async Task LapseClaimsAsync()
    {
        await AgeClaimsAsync(TimeSpan.FromSeconds(31));
        foreach (var held in (await GetKeysAsync()).Where(key => key.StartsWith(Key("lock:"), StringComparison.Ordinal)))
        {
            await Redis.CommandAsync("DEL", held);
        }
    }

    public void Dispose()
    {
        _links.ForEach(link => link.Dispose());
        Redis.Dispose();
    }
}
