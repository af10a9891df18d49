using System;
using System.Threading.Tasks;
using WeComRobot.Fleet;
using WeComRobot.RateLimiting;
using Xunit;

namespace WeComRobot.Redis.Tests.Windows;

/// <summary>One machine of a fleet, in this process, with a state folder of its own.</summary>
internal sealed class Member : IDisposable
{
    public const string Fingerprint = "0123456789abcdef";

    /// <summary>For tests in which nobody gives up: a busy machine may need long to connect.</summary>
    public const string Patient = ",syncTimeout=120000,connectTimeout=60000";

    public static readonly TimeSpan Lease = TimeSpan.FromSeconds(10);

    private static readonly RateLimit Unset = new(20, TimeSpan.FromMinutes(1));

    private readonly TestFolder _state = new();
    private readonly IFleet _fleet;
    private readonly FileWindowStore _local;

    /// <param name="configuration">The connection string.</param>
    /// <param name="time">Its wall clock, which must not count. Defaults to the right one.</param>
    /// <param name="password">The password, if the connection string has none.</param>
    public Member(string configuration, TimeProvider? time = null, string? password = null)
    {
        _fleet = new RedisFleetFactory().Create(new FleetSettings(configuration, password));
        _local = new FileWindowStore(_state.FullName, "key", new WindowClock(time ?? TimeProvider.System, Guid.NewGuid().ToString()));
        Window = _fleet.Windows.Create(Fingerprint + Fingerprint, _local);
    }

    public IFleet Fleet => _fleet;

    public IWindowStore Window { get; }

    /// <summary>What the machine knows on its own.</summary>
    public LocalWindowStore Local => _local;

    public TimeSpan TryReserve(long slot, RateLimit? own = null) => Window.TryReserve(slot, Lease, Choice(own));

    public void Stamp(long slot, RateLimit? own = null) => Window.Stamp(slot, Choice(own));

    public WindowUsage GetUsage(RateLimit? own = null) => Window.GetUsage(Choice(own));

    /// <summary>Reserves and stamps.</summary>
    public TimeSpan Send(long slot, RateLimit? own = null)
    {
        var wait = TryReserve(slot, own);
        if (wait == TimeSpan.Zero)
        {
            Stamp(slot, own);
        }

        return wait;
    }

    /// <summary>Waits until the probe has found that Redis is back.</summary>
    public async Task UntilJoinedAsync()
    {
        for (var waited = 0; Window.Scope != RateLimitScope.Fleet; waited++)
        {
            Assert.True(waited < 6000, $"It is still away: {Window.Trouble}");
            await Task.Delay(20);
        }
    }

    public void Dispose()
    {
        _fleet.Dispose();
        _state.Dispose();
    }

    private static LimitChoice Choice(RateLimit? own) => new(own, Unset);
}
