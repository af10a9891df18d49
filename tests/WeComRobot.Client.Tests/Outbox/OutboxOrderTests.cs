using System;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using WeComRobot.Outbox;
using WeComRobot.Simulator;
using Xunit;

namespace WeComRobot.Client.Tests.Outbox;

/// <summary>What is kept is delivered in the order of sending.</summary>
public class OutboxOrderTests : IAsyncLifetime
{
    private static readonly Fault Busy = new() { ErrCode = -1 };

    private OutboxRobot _outbox = null!;

    public async Task InitializeAsync() => _outbox = await StartAsync();

    public virtual async Task DisposeAsync() => await _outbox.DisposeAsync();

    private protected virtual Task<OutboxRobot> StartAsync() => OutboxRobot.StartAsync();

    [Fact]
    public async Task What_was_kept_is_delivered_in_the_order_of_sending()
    {
        await _outbox.KeepAsync("a", "b", "c");
        Assert.Equal([("a", OutboxState.Pending), ("b", OutboxState.Pending), ("c", OutboxState.Pending)], _outbox.Items);

        Assert.True(await _outbox.DeliverAsync());
        Assert.Equal(["a", "b", "c"], _outbox.Arrived);
        Assert.Empty(_outbox.Items);
        Assert.Empty(_outbox.Failures);
    }

    [Theory]
    [InlineData(9)]
    [InlineData(999)]
    [InlineData(99_999)]
    public void Any_number_of_parts_stays_in_order(int part) =>
        Assert.True(string.CompareOrdinal(OutboxName.CreateId("group", part), OutboxName.CreateId("group", part + 1)) < 0);

    [Fact]
    public async Task A_clock_that_is_set_back_does_not_change_the_order()
    {
        await _outbox.KeepAsync("a", "b");
        _outbox.Time.SetWallClock(TimeSpan.FromHours(-1));
        await _outbox.KeepAsync("c", "d");
        await _outbox.DeliverAsync();
        Assert.Equal(["a", "b", "c", "d"], _outbox.Arrived);
    }

    [Fact]
    public async Task A_failure_that_may_pass_ends_the_delivery_so_that_the_order_is_kept()
    {
        await _outbox.KeepAsync("a", "b", "c");
        _outbox.Robot.Server.Script(new Fault(), Busy);
        await _outbox.DeliverAsync();
        Assert.Equal(["a"], _outbox.Arrived);
        Assert.Equal([("b", OutboxState.Pending), ("c", OutboxState.Pending)], _outbox.Items);
        var (error, item) = Assert.Single(_outbox.Failures);
        Assert.Equal((-1, "b"), (error.ErrorCode, OutboxRobot.TextOf(item)));
        Assert.Contains("errcode -1", _outbox.Outbox.GetItems()[0].LastError);

        await _outbox.DeliverAsync();
        Assert.Equal(["a", "b", "c"], _outbox.Arrived);
    }

    [Fact]
    public async Task After_a_part_fails_it_and_the_rest_are_kept_together()
    {
        _outbox.Robot.Server.Script(new Fault(), new Fault { Cut = FaultCut.After });
        var result = await _outbox.SendAsync([OutboxRobot.Text("a"), OutboxRobot.Text("b"), OutboxRobot.Text("c")]);
        Assert.NotNull(result.Failure);
        Assert.Equal([("b", OutboxState.Unknown), ("c", OutboxState.Unknown)], _outbox.Items);
        Assert.Equal([(2, 3), (3, 3)], _outbox.Outbox.GetItems().Select(item => (item.Part, item.PartCount)));

        await _outbox.DeliverAsync();
        Assert.Equal(["a"], _outbox.Arrived);
        await _outbox.DeliverAsync([.. _outbox.Outbox.GetItems()]);
        Assert.Equal(["a", "b", "c"], _outbox.Arrived);
    }
}
