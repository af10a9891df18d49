using System;
using System.Linq;
using System.Threading.Tasks;
using WeComRobot.RateLimiting;
using WeComRobot.Tests.Support.Redis;
using Xunit;

namespace WeComRobot.Redis.Tests.Windows;

/// <summary>While Redis cannot be used, a machine has its own window; when Redis is back, the fleet's.</summary>
public sealed class AwayTests : IAsyncLifetime
{
    private static readonly RateLimit Six = new(6, TimeSpan.FromHours(1));

    // Long enough for a busy machine that is answered, short enough to wait for one that is not
    private const string Impatient = ",syncTimeout=3000,connectTimeout=60000";

    private RedisServer _redis = null!;
    private ShadyRedis _shady = null!;

    public async Task InitializeAsync()
    {
        _redis = await RedisServer.StartAsync(new() { KeepsData = true });
        _shady = await ShadyRedis.StartAsync(_redis);
    }

    public Task DisposeAsync()
    {
        _shady.Dispose();
        _redis.Dispose();
        return Task.CompletedTask;
    }

    /// <summary>How Redis treats its clients, and what users are told.</summary>
    public static TheoryData<string, string> Conducts => new()
    {
        { nameof(ShadyConduct.Silent), "has not answered within 3 s" },
        { nameof(ShadyConduct.CutsAnswers), "No connection" },
        { nameof(ShadyConduct.Garbage), "No connection" },
        { nameof(ShadyConduct.ReadOnly), "read-only replica" },
        { nameof(ShadyConduct.Full), "memory is full" },
        { nameof(ShadyConduct.Forbidding), "lacks a right" },
        { nameof(ShadyConduct.ClusterDown), "CLUSTERDOWN" },
        { nameof(ShadyConduct.Loading), "LOADING" },
        { nameof(ShadyConduct.AnswersOk), "makes no sense" },
        { nameof(ShadyConduct.AnswersNested), "makes no sense" },
    };

    [RedisTheory]
    [MemberData(nameof(Conducts))]
    public async Task Messages_go_out_under_the_machines_window_until_the_fleets_is_joined_again(string conduct, string trouble)
    {
        using var machine = new Member(_shady.EndPoint + Impatient);
        machine.Send(1, Six);
        _shady.Conduct = (ShadyConduct)typeof(ShadyConduct).GetField(conduct)!.GetValue(null)!;
        Assert.Equal(TimeSpan.Zero, machine.Send(2, Six));
        Assert.Equal(TimeSpan.Zero, machine.Send(3, Six));

        Assert.Equal((RateLimitScope.Machine, machine.Local.Path), (machine.Window.Scope, machine.Window.Path));
        Assert.Contains(trouble, machine.Window.Trouble);
        var warning = machine.Fleet.Windows.TakeWarning();
        Assert.Contains(trouble, warning);
        Assert.Contains(_shady.EndPoint, warning);
        Assert.Null(machine.Fleet.Windows.TakeWarning());

        _shady.Conduct = ShadyConduct.Honest;
        await machine.UntilJoinedAsync();
        Assert.Equal(TimeSpan.Zero, machine.Send(4, Six));
        Assert.Equal(4, (await _redis.SlotsAsync()).Count(slot => slot[0] == 's'));
        Assert.Null(machine.Fleet.Windows.TakeWarning());
    }
}
