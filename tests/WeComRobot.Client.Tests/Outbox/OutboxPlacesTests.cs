using System;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using WeComRobot.Client.Tests.Alerts;
using WeComRobot.Fitting;
using WeComRobot.Outbox;
using WeComRobot.Robots;
using WeComRobot.State;
using Xunit;

namespace WeComRobot.Client.Tests.Outbox;

/// <summary>Messages of one robot that are kept in two places.</summary>
public sealed class OutboxPlacesTests : IAsyncLifetime
{
    private OutboxFolder _first = null!;
    private OutboxFolder _second = null!;
    private OutboxRobot _outbox = null!;

    public async Task InitializeAsync()
    {
        var folder = new TestFolder();
        (_first, _second) = (new(folder.PathOf("first"), new()), new(folder.PathOf("second"), new()));
        _outbox = await OutboxRobot.StartAsync(null, folder, [_first, _second]);
        Keep(_first, "a");
        Keep(_second, "b");
        Keep(_first, "c");
    }

    public async Task DisposeAsync() => await _outbox.DisposeAsync();

    [Fact]
    public async Task They_are_delivered_together_in_order()
    {
        Assert.True(await _outbox.DeliverAsync());
        Assert.Equal(["a", "b", "c"], _outbox.Arrived);
        Assert.Empty(_outbox.Items);
    }

    [UnixFact]
    public async Task Nothing_is_delivered_from_a_place_that_cannot_be_locked()
    {
        var robotLock = Path.Combine(_first.Place, $"robot-{HexHash.Sha256("OPS")}.lock");
        File.CreateSymbolicLink(robotLock, "/nowhere/at/all");
        Assert.True(await _outbox.DeliverAsync());
        Assert.Equal(["b"], _outbox.Arrived);

        var items = _outbox.Outbox.GetItems().ToArray();
        var error = await Assert.ThrowsAsync<WeComException>(() => _outbox.DeliverAsync(items));
        Assert.Equal(FailureCause.OutboxUnusable, error.Cause);
        Assert.Contains(_first.Place, error.Message);

        File.Delete(robotLock);
        Assert.True(await _outbox.DeliverAsync(items));
        Assert.Equal(["b", "a", "c"], _outbox.Arrived);
    }

    [Fact]
    public async Task A_deferred_message_says_that_it_is_not_in_the_first_place()
    {
        var unusable = _first.Place + ".txt";
        await File.WriteAllTextAsync(unusable, "");
        _outbox.Time.Advance(TimeSpan.FromMilliseconds(1));
        var client = new OutboxClient(_outbox.Robot.Client, new([new OutboxFolder(unusable, new()), _second], _outbox.Time));
        var result = await client.DeferAsync(OutboxRobot.Name, Outgoing.For(OutboxRobot.Text("d")), _outbox.Time.GetUtcNow());
        Assert.True(result.IsOnThisMachineOnly);
        Assert.Equal(["a", "b", "c", "d"], _outbox.Items.Select(item => item.Text));

        Assert.False((await _outbox.DeferAsync("e", by: TimeSpan.Zero)).IsOnThisMachineOnly);
    }

    [Fact]
    public async Task What_follows_a_message_elsewhere_does_not_wait_for_a_place_that_cannot_be_read()
    {
        Keep(_second, "d", follows: _outbox.Outbox.GetItems()[0].Id);
        var outbox = new MessageOutbox([new MemoryOutboxStore { IsLost = true }, _second], _outbox.Time);
        Assert.True(await new OutboxClient(_outbox.Robot.Client, outbox).DeliverAsync(
            OutboxRobot.Name, RobotPool.Single(_outbox.Robot.Address), null, (error, _) => Assert.Fail(error.Message), _outbox.Robot.Options));
        Assert.Equal(["b", "d"], _outbox.Arrived);
    }

    private void Keep(OutboxFolder place, string text, string? follows = null)
    {
        _outbox.Time.Advance(TimeSpan.FromMilliseconds(1));
        new MessageOutbox([place], _outbox.Time).Write(OutboxRobot.Name, Outgoing.For(OutboxRobot.Text(text)), null, new() { Follows = follows }).Dispose();
    }
}
