using System;
using System.Linq;
using System.Threading.Tasks;
using WeComRobot.Fitting;
using WeComRobot.Media;
using WeComRobot.Outbox;
using WeComRobot.Simulator;
using Xunit;

namespace WeComRobot.Client.Tests.Outbox;

/// <summary>What is not due yet waits, and holds up nothing else.</summary>
public class DeferredMessageTests : IAsyncLifetime
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    private OutboxRobot _outbox = null!;

    public async Task InitializeAsync() => _outbox = await StartAsync();

    public virtual async Task DisposeAsync() => await _outbox.DisposeAsync();

    private protected virtual Task<OutboxRobot> StartAsync() => OutboxRobot.StartAsync();

    [Fact]
    public async Task A_deferred_message_is_written_and_not_sent()
    {
        var result = await _outbox.DeferAsync("a", by: Hour);
        var item = Assert.Single(_outbox.Outbox.GetItems());
        Assert.Equal((null, OutboxState.Pending, item.Id), (result.Failure, result.State, result.FirstKept));
        Assert.Equal((_outbox.Time.GetUtcNow() + Hour, 0, null), (item.NotBefore!.Value, item.Attempts, item.LastError));
        Assert.Equal(0, _outbox.Robot.Server.RequestCount);
    }

    [Fact]
    public async Task It_waits_for_its_moment_and_the_others_go()
    {
        await _outbox.DeferAsync("a", by: Hour);
        await _outbox.KeepAsync("b");
        await _outbox.DeliverAsync();
        Assert.Equal(["b"], _outbox.Arrived);

        _outbox.Time.Advance(Hour - TimeSpan.FromMilliseconds(2)); // another went by before "b" was kept
        await _outbox.DeliverAsync();
        Assert.Equal([("a", OutboxState.Pending)], _outbox.Items);

        _outbox.Time.Advance(TimeSpan.FromMilliseconds(1));
        await _outbox.DeliverAsync();
        Assert.Equal(["b", "a"], _outbox.Arrived);
        Assert.Empty(_outbox.Items);
    }

    [Fact]
    public async Task What_is_due_goes_in_the_order_of_sending()
    {
        await _outbox.DeferAsync("a", by: 2 * Hour);
        await _outbox.DeferAsync("b", by: Hour);
        await _outbox.KeepAsync("c");
        _outbox.Time.Advance(3 * Hour);
        await _outbox.DeliverAsync();
        Assert.Equal(["a", "b", "c"], _outbox.Arrived);
    }

    [Fact]
    public async Task A_message_that_fails_for_now_holds_up_only_what_is_due()
    {
        await _outbox.DeferAsync("a", by: Hour);
        await _outbox.KeepAsync("b", "c");
        _outbox.Robot.Server.Script(new Fault { ErrCode = -1 });
        await _outbox.DeliverAsync();
        Assert.Equal(["b"], _outbox.Failures.Select(failure => OutboxRobot.TextOf(failure.Item)));
        Assert.Equal(["a", "b", "c"], _outbox.Items.Select(item => item.Text));
    }

    [Fact]
    public async Task Also_a_given_message_waits_unless_it_is_forced()
    {
        await _outbox.DeferAsync("a", by: Hour);
        var item = Assert.Single(_outbox.Outbox.GetItems());
        await _outbox.DeliverAsync(item);
        Assert.Empty(_outbox.Arrived);

        await _outbox.DeliverAsync(force: true, item);
        Assert.Equal(["a"], _outbox.Arrived);
    }

    [Fact]
    public async Task Force_delivers_all_in_their_order()
    {
        await _outbox.DeferAsync("a", by: Hour);
        await _outbox.KeepAsync("b");
        await _outbox.DeliverAsync(force: true);
        Assert.Equal(["a", "b"], _outbox.Arrived);
    }

    [Fact]
    public async Task The_parts_of_a_message_wait_and_go_together()
    {
        await _outbox.DeferAsync(Outgoing.For([OutboxRobot.Text("a"), OutboxRobot.Text("b")]), by: Hour);
        await _outbox.KeepAsync("c");
        await _outbox.DeliverAsync();
        Assert.Equal(["c"], _outbox.Arrived);

        _outbox.Time.Advance(Hour);
        await _outbox.DeliverAsync();
        Assert.Equal(["c", "a", "b"], _outbox.Arrived);
    }

    [Fact]
    public async Task A_deferred_file_is_kept_and_goes_up_when_it_is_due()
    {
        using (var file = MediaFile.FromBytes(new byte[10], "a.bin"))
        {
            await _outbox.DeferAsync(Outgoing.For(file), by: Hour);
        }

        Assert.Equal(0, _outbox.Robot.Server.RequestCount);
        _outbox.Time.Advance(Hour);
        await _outbox.DeliverAsync();
        Assert.Equal("a.bin", Assert.Single(_outbox.Robot.Server.Messages).Media!.DisplayName);
    }
}
