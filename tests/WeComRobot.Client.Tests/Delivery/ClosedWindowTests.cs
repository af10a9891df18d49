using System;
using System.Threading;
using System.Threading.Tasks;
using WeComRobot.RateLimiting;
using WeComRobot.Robots;
using WeComRobot.Simulator;
using Xunit;

namespace WeComRobot.Client.Tests.Delivery;

/// <summary>When the next message waits: 45009 "lifts after about a minute", and a full window does as well.</summary>
public sealed class ClosedWindowTests : IAsyncLifetime
{
    private readonly VirtualTime _time = new();
    private SimulatedRobot _robot = null!;

    public async Task InitializeAsync() => _robot = await SimulatedRobot.StartAsync(_time, limit: RateLimit.Official);

    public async Task DisposeAsync() => await _robot.DisposeAsync();

    [Fact]
    public async Task After_45009_the_next_message_waits_a_minute()
    {
        await _robot.FailAsync(new Fault { ErrCode = 45009 });
        var next = _robot.SendTextAsync();
        await _time.UntilTimersAsync(1);
        _time.Advance(TimeSpan.FromSeconds(60));
        Assert.False(next.IsCompleted);
        Assert.Equal(1, _robot.Server.RequestCount);

        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.InRange((await next).Waited, TimeSpan.FromSeconds(60), TimeSpan.FromSeconds(61));
        Assert.InRange(Assert.Single(_robot.Observer.Waits), TimeSpan.FromSeconds(60), TimeSpan.FromSeconds(61));
        Assert.Single(_robot.Server.Messages);
    }

    [Theory]
    [InlineData(93000)]
    [InlineData(40058)]
    [InlineData(45033)]
    [InlineData(-1)]
    public async Task After_any_other_refusal_it_does_not(int code)
    {
        await _robot.FailAsync(new Fault { ErrCode = code });
        Assert.Equal(TimeSpan.Zero, (await _robot.SendTextAsync()).Waited);
    }

    [Fact]
    public async Task Another_robot_is_not_held_up()
    {
        await _robot.FailAsync(new Fault { ErrCode = 45009 });
        var other = WebhookAddress.Parse(_robot.Server.Webhook(Keys.Second).AbsoluteUri);
        Assert.Equal(TimeSpan.Zero, (await _robot.Client.SendAsync(other, Sample.Edited("text"))).Waited);
    }

    [Fact]
    public async Task Waiting_for_the_window_is_no_part_of_the_time_out()
    {
        _robot.Options = _robot.Options with { Timeout = TimeSpan.FromSeconds(1) };
        await FillAsync();
        var next = _robot.SendTextAsync();
        await _time.UntilTimersAsync(1);
        _time.Advance(TimeSpan.FromSeconds(61));
        await next;
        Assert.Equal(21, _robot.Server.Messages.Count);
    }

    [Fact]
    public async Task A_wait_can_be_cancelled_and_posts_nothing()
    {
        await FillAsync();
        using var source = new CancellationTokenSource();
        var waiting = _robot.SendAsync(Sample.Edited("text"), source.Token);
        await _time.UntilTimersAsync(1);
        await source.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        Assert.Equal(20, _robot.Server.RequestCount);
        Assert.Equal(0, _time.ActiveTimers);
    }

    [Fact]
    public async Task Uploads_take_no_slot()
    {
        using var folder = new TestFolder();
        await FillAsync();
        await _robot.UploadAsync(folder.Write("a.txt", new byte[6]));
        Assert.Single(_robot.Server.Media);
    }

    /// <summary>"每个机器人发送的消息不能超过20条/分钟": twenty leave at once.</summary>
    private async Task FillAsync()
    {
        for (var i = 0; i < 20; i++)
        {
            Assert.Equal(TimeSpan.Zero, (await _robot.SendTextAsync()).Waited);
        }
    }
}
