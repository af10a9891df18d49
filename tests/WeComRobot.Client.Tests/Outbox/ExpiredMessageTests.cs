using System;
using System.Linq;
using System.Threading.Tasks;
using WeComRobot.Fitting;
using WeComRobot.Outbox;
using WeComRobot.Simulator;
using Xunit;

namespace WeComRobot.Client.Tests.Outbox;

/// <summary>What was not delivered in time is no news any more: it is set aside, and said to be.</summary>
public class ExpiredMessageTests : IAsyncLifetime
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(1);

    private OutboxRobot _outbox = null!;

    public async Task InitializeAsync() => _outbox = await StartAsync();

    public virtual async Task DisposeAsync() => await _outbox.DisposeAsync();

    private protected virtual Task<OutboxRobot> StartAsync() => OutboxRobot.StartAsync();

    [Fact]
    public async Task It_is_set_aside_with_a_warning_and_the_others_go()
    {
        await KeepForAnHourAsync("a");
        await _outbox.KeepAsync("b");
        _outbox.Time.Advance(Hour - Moment); // one went by before "b" was kept
        await _outbox.DeliverAsync();
        Assert.Equal(["b"], _outbox.Arrived);
        Assert.Equal([("a", OutboxState.Expired)], _outbox.Items);
        Assert.Empty(_outbox.Failures);
        var warning = Assert.Single(_outbox.Robot.Observer.Warnings);
        Assert.All(["text", "'ops'", "2025-06-04 08:00:00Z", "2025-06-04 09:00:00Z"], word => Assert.Contains(word, warning));

        var item = Assert.Single(_outbox.Outbox.GetItems());
        Assert.Equal((item.CreatedAt + Hour, 1), (item.ExpiresAt!.Value, item.Attempts));
        Assert.NotNull(item.LastError);
        await _outbox.DeliverAsync();
        Assert.Single(_outbox.Robot.Observer.Warnings);
        Assert.Equal(["b"], _outbox.Arrived);
    }

    [Fact]
    public async Task Until_then_it_is_delivered()
    {
        await KeepForAnHourAsync("a");
        _outbox.Time.Advance(Hour - Moment);
        await _outbox.DeliverAsync();
        Assert.Equal(["a"], _outbox.Arrived);
        Assert.Empty(_outbox.Robot.Observer.Warnings);
    }

    [Fact]
    public async Task Only_the_user_can_send_it_then()
    {
        await KeepForAnHourAsync("a");
        _outbox.Time.Advance(Hour);
        var pending = Assert.Single(_outbox.Outbox.GetItems());
        await _outbox.DeliverAsync(force: true, pending);
        Assert.Equal([("a", OutboxState.Expired)], _outbox.Items);

        await _outbox.DeliverAsync(Assert.Single(_outbox.Outbox.GetItems()));
        Assert.Equal(["a"], _outbox.Arrived);
        Assert.Empty(_outbox.Items);
    }

    [Fact]
    public async Task What_may_have_arrived_stays_known_as_that()
    {
        await KeepForAnHourAsync("a");
        _outbox.Robot.Server.Script(new Fault { Cut = FaultCut.After });
        await _outbox.DeliverAsync();
        _outbox.Time.Advance(Hour);
        await _outbox.DeliverAsync();
        Assert.Equal([("a", OutboxState.Unknown)], _outbox.Items);

        await _outbox.DeliverAsync(Assert.Single(_outbox.Outbox.GetItems()));
        Assert.Equal(["a"], _outbox.Arrived);
    }

    [Fact]
    public async Task The_parts_that_are_left_expire_together()
    {
        await KeepForAnHourAsync("a", "b", "c");
        _outbox.Robot.Server.Script(new Fault(), new Fault { ErrCode = -1 });
        await _outbox.DeliverAsync();
        _outbox.Time.Advance(Hour);
        await _outbox.DeliverAsync();
        Assert.Equal(["a"], _outbox.Arrived);
        Assert.Equal([("b", OutboxState.Expired), ("c", OutboxState.Expired)], _outbox.Items);
        Assert.Single(_outbox.Robot.Observer.Warnings);
    }

    [Fact]
    public async Task Time_in_which_it_is_not_due_counts()
    {
        await _outbox.DeferAsync(Outgoing.For(OutboxRobot.Text("a")), by: 2 * Hour, expiresAfter: Hour);
        _outbox.Time.Advance(Hour);
        await _outbox.DeliverAsync();
        Assert.Equal([("a", OutboxState.Pending)], _outbox.Items);

        _outbox.Time.Advance(Hour);
        await _outbox.DeliverAsync();
        Assert.Equal([("a", OutboxState.Expired)], _outbox.Items);
    }

    private Task KeepForAnHourAsync(params string[] parts) => _outbox.KeepAsync(Outgoing.For([.. parts.Select(OutboxRobot.Text)]), Hour);
}
