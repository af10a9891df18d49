using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using WeComRobot.RateLimiting;
using WeComRobot.Tests.Support.Redis;
using Xunit;

namespace WeComRobot.Redis.Tests.Windows;

/// <summary>How long a message waits for a Redis that answers late: all its questions together have one budget, and no other message has it.</summary>
public sealed class BudgetTests : IAsyncLifetime
{
    private static readonly RateLimit Many = new(1000, TimeSpan.FromHours(1));

    private RedisServer _redis = null!;
    private ShadyRedis _shady = null!;

    public async Task InitializeAsync()
    {
        _redis = await RedisServer.StartAsync();
        _shady = await ShadyRedis.StartAsync(_redis);
    }

    public Task DisposeAsync()
    {
        _shady.Dispose();
        _redis.Dispose();
        return Task.CompletedTask;
    }

    [RedisFact]
    public void A_message_waits_no_longer_than_its_budget_for_all_its_questions()
    {
        using var machine = new Member(_shady.EndPoint + ",syncTimeout=3000,connectTimeout=60000");
        machine.Send(1, Many);
        _shady.Conduct = ShadyConduct.Slow(TimeSpan.FromSeconds(2));
        machine.Fleet.Windows.Begin();
        Assert.Equal(TimeSpan.Zero, machine.TryReserve(2, Many));
        Assert.Equal(RateLimitScope.Fleet, machine.Window.Scope);
        machine.Stamp(2, Many);
        Assert.Equal(RateLimitScope.Machine, machine.Window.Scope);
    }

    [RedisFact]
    public async Task Messages_that_are_sent_at_once_have_budgets_of_their_own()
    {
        using var machine = new Member(_shady.EndPoint + ",syncTimeout=8000,connectTimeout=60000");
        machine.Send(1, Many);
        _shady.Conduct = ShadyConduct.Slow(TimeSpan.FromSeconds(1));
        await Task.WhenAll(Enumerable.Range(0, 8).Select(sender => Task.Factory.StartNew(() =>
        {
            machine.Fleet.Windows.Begin();
            machine.Send(100 + sender, Many);
        }, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default)));
        Assert.Equal(RateLimitScope.Fleet, machine.Window.Scope);
    }

    [RedisFact]
    public void The_parts_of_a_message_have_one_each_and_waiting_for_the_window_costs_none()
    {
        using var machine = new Member(_shady.EndPoint + ",syncTimeout=4000,connectTimeout=60000");
        machine.Send(1, Many);
        _shady.Conduct = ShadyConduct.Slow(TimeSpan.FromSeconds(1));
        machine.Fleet.Windows.Begin();
        machine.Send(2, Many);
        machine.Send(3, Many);
        machine.Send(4, Many);
        for (var slot = 5; slot < 10; slot++)
        {
            Assert.NotEqual(TimeSpan.Zero, machine.TryReserve(slot, new(1, TimeSpan.FromHours(1))));
        }

        Assert.Equal(RateLimitScope.Fleet, machine.Window.Scope);
    }
}
