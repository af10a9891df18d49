using System;
using System.Linq;
using System.Threading.Tasks;
using WeComRobot.Client.Tests.Outbox;
using WeComRobot.Fitting;
using WeComRobot.Outbox;
using Xunit;

namespace WeComRobot.Redis.Tests.Outbox;

/// <summary>A message is one machine's at a time, and another's when that one has died.</summary>
public sealed class OwnershipTests : IAsyncLifetime
{
    private static readonly TimeSpan Lapsed = TimeSpan.FromSeconds(31);

    private OutboxServer _server = null!;

    public async Task InitializeAsync() => _server = await OutboxServer.StartAsync();

    public Task DisposeAsync()
    {
        _server.Dispose();
        return Task.CompletedTask;
    }

    [RedisFact]
    public async Task Of_several_machines_that_take_a_message_one_gets_it()
    {
        await using var machine = await _server.StartMachineAsync();
        await machine.KeepAsync([.. Enumerable.Range(0, 50).Select(i => $"{i}")]);
        var others = Enumerable.Range(0, 4).Select(_ => _server.Join()).ToArray();
        var names = others[0].List();
        var taken = await Task.WhenAll(others.Select(store => Task.Run(() =>
        {
            var owner = store.CreateOwner();
            return names.Select(name => store.Move(name, OutboxName.Taken, owner.Name)).OfType<OutboxName>().ToArray();
        })));
        Assert.Equal(names.Select(name => name.Id).Order(), taken.SelectMany(mine => mine).Select(name => name.Id).Order());
        Assert.Equal(taken.SelectMany(mine => mine).ToHashSet(), others[0].List().ToHashSet());
    }

    [RedisFact]
    public async Task What_a_machine_has_not_posted_when_it_dies_is_pending_once_its_claims_lapse()
    {
        using var batch = WriteOn(_server.JoinDead(), "a");
        var others = new MessageOutbox([_server.Join()], null);
        await _server.AgeClaimsAsync(TimeSpan.FromSeconds(29));
        Assert.Equal(OutboxState.Sending, Assert.Single(others.GetItems()).State);

        await _server.AgeClaimsAsync(Lapsed);
        Assert.Equal(OutboxState.Pending, Assert.Single(others.GetItems()).State);
    }

    [RedisFact]
    public async Task What_it_was_posting_is_unknown_and_so_are_the_parts_behind_it()
    {
        using var batch = WriteOn(_server.JoinDead(), "a", "b");
        batch.Posting(0);
        await _server.AgeClaimsAsync(Lapsed);
        Assert.Equal([OutboxState.Unknown, OutboxState.Unknown], new MessageOutbox([_server.Join()], null).GetItems().Select(item => item.State));
    }

    [RedisFact]
    public async Task What_failed_before_is_not_said_of_what_it_was_posting_when_it_died()
    {
        await using var machine = await _server.StartMachineAsync();
        await machine.KeepAsync("a");
        Assert.Contains("Nothing was sent", Assert.Single(machine.Outbox.GetItems()).LastError);
        var dead = _server.JoinDead();
        using var batch = dead.Take(dead.GetItems(), null);
        batch.Posting(0);
        await _server.AgeClaimsAsync(Lapsed);
        var item = Assert.Single(machine.Outbox.GetItems());
        Assert.Equal((OutboxState.Unknown, "a"), (item.State, OutboxRobot.TextOf(item)));
        Assert.Equal("Its sender died while it was being posted: it may have arrived.", item.LastError);
    }

    [RedisFact]
    public async Task A_machine_that_wakes_up_too_late_posts_nothing()
    {
        using var batch = WriteOn(_server.JoinDead(), "a");
        await _server.AgeClaimsAsync(Lapsed);
        await using var other = await _server.StartMachineAsync();
        await other.DeliverAsync();
        Assert.Equal(["a"], other.Arrived);

        var error = Assert.Throws<WeComException>(() => batch.Posting(0));
        Assert.Equal(FailureCause.OutboxUnwritable, error.Cause);
        Assert.Contains("another machine has taken the message over", error.Message);
        batch.GiveBack(error, OutboxState.Pending);
        Assert.Empty(other.Items);
    }

    [RedisFact]
    public async Task A_machine_that_wakes_up_too_late_changes_nothing_of_what_another_holds()
    {
        using var batch = WriteOn(_server.JoinDead(), "a");
        await _server.AgeClaimsAsync(Lapsed);
        var other = new MessageOutbox([_server.Join()], null);
        using var taken = other.Take(other.GetItems(), null);

        batch.GiveBack(new WeComException(FailureCause.NotSent, "too late"), OutboxState.Pending);
        var item = Assert.Single(new MessageOutbox([_server.Join()], null).GetItems());
        Assert.Equal((OutboxState.Sending, 0, null), (item.State, item.Attempts, item.LastError));
    }

    [RedisFact]
    public async Task What_has_arrived_is_removed_although_others_think_that_it_is_unknown()
    {
        using var batch = WriteOn(_server.JoinDead(), "a");
        batch.Posting(0);
        await _server.AgeClaimsAsync(Lapsed);
        var others = new MessageOutbox([_server.Join()], null);
        Assert.Equal(OutboxState.Unknown, Assert.Single(others.GetItems()).State);

        batch.Delivered(0);
        Assert.Empty(others.GetItems());
    }

    [RedisFact]
    public async Task A_machine_that_is_alive_keeps_what_it_holds_for_as_long_as_it_likes()
    {
        var time = new VirtualTime();
        using var batch = WriteOn(new([_server.Join(time)], null), "a");
        await _server.AgeClaimsAsync(Lapsed);
        time.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal(OutboxState.Sending, Assert.Single(new MessageOutbox([_server.Join()], null).GetItems()).State);
    }

    [RedisFact]
    public async Task Nothing_is_left_of_owners_that_hold_nothing()
    {
        await using var machine = await _server.StartMachineAsync();
        await machine.SendAsync("a");
        await machine.KeepAsync("b");
        await machine.DeliverAsync();
        using (WriteOn(_server.JoinDead(), "c"))
        {
            await _server.AgeClaimsAsync(Lapsed);
            await machine.DeliverAsync();
        }

        Assert.Equal(["a", "b", "c"], machine.Arrived);
        Assert.DoesNotContain((object?[])(await _server.Redis.CommandAsync("XINFO", "CONSUMERS", OutboxServer.Key("stream"), "senders"))!,
            consumer => (string)((object?[])consumer!)[1]! != "nobody");
    }

    private static OutboxBatch WriteOn(MessageOutbox outbox, params string[] parts) =>
        outbox.Write(OutboxRobot.Name, Outgoing.For([.. parts.Select(OutboxRobot.Text)]), null);
}
