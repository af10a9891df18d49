using System;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using WeComRobot.Client.Tests;
using WeComRobot.Client.Tests.Outbox;
using WeComRobot.Fitting;
using WeComRobot.Outbox;
using WeComRobot.Redis.Outbox;
using Xunit;

namespace WeComRobot.Redis.Tests.Outbox;

/// <summary>Redis goes away while it keeps messages: none is lost, and none is sent twice.</summary>
public sealed class AwayTests : IAsyncLifetime
{
    private static readonly TimeSpan Lapsed = TimeSpan.FromSeconds(31);

    private readonly RecordingObserver _observer = new();
    private OutboxServer _server = null!;
    private RedisOutboxStore _store = null!;
    private MessageOutbox _outbox = null!;

    public async Task InitializeAsync()
    {
        _server = await OutboxServer.StartAsync(new() { KeepsData = true });
        _store = _server.Join();
        _outbox = new([_store], null);
    }

    public Task DisposeAsync()
    {
        _server.Dispose();
        return Task.CompletedTask;
    }

    [RedisTheory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_cannot_be_marked_is_not_posted_and_is_pending_when_Redis_is_back(bool keepData)
    {
        using (var batch = Write(_outbox, "a"))
        {
            _server.Redis.Kill();
            var error = Assert.Throws<WeComException>(() => batch.Posting(0));
            Assert.Equal(FailureCause.OutboxUnwritable, error.Cause);
            Assert.EndsWith("Try again when Redis can be used.", error.Message);
            batch.GiveBack(error, OutboxState.Pending);
            Assert.NotEmpty(_observer.Warnings);
        }

        await _server.Redis.RestartAsync(keepData);
        await UntilAsync(OutboxState.Pending);
        Assert.Equal(1, Assert.Single(_outbox.GetItems()).Attempts);
    }

    [RedisFact]
    public async Task What_a_Redis_without_its_data_has_lost_is_written_again_and_posted()
    {
        using var batch = Write(_outbox, "a");
        await _server.Redis.RestartAsync(keepData: false);
        await UntilAsync();
        batch.Posting(0);
        Assert.Equal(OutboxState.Sending, Assert.Single(_outbox.GetItems()).State);
        batch.Delivered(0);
        Assert.Empty(_outbox.GetItems());
        Assert.Empty(_observer.Warnings);
    }

    [RedisFact]
    public async Task What_has_arrived_and_cannot_be_removed_is_removed_when_Redis_is_back()
    {
        using (var batch = Write(_outbox, "a"))
        {
            batch.Posting(0);
            _server.Redis.Kill();
            batch.Delivered(0);
            Assert.Contains("may be listed there as Unknown", Assert.Single(_observer.Warnings));
        }

        await _server.Redis.RestartAsync(keepData: true);
        await UntilAsync();
    }

    [RedisFact]
    public async Task If_the_process_has_ended_by_then_it_is_unknown()
    {
        using (var batch = Write(_server.JoinDead(), "a"))
        {
            batch.Posting(0);
            _server.Redis.Kill();
            batch.Delivered(0);
        }

        await _server.Redis.RestartAsync(keepData: true);
        await _server.AgeClaimsAsync(Lapsed);
        Assert.Equal(OutboxState.Unknown, Assert.Single(_outbox.GetItems()).State);
    }

    [RedisFact]
    public async Task What_Redis_took_without_an_answer_is_not_sent_from_there_as_well()
    {
        using var shady = await ShadyRedis.StartAsync(_server.Redis);
        var store = _server.Join(new VirtualTime(), shady.EndPoint);
        var name = new OutboxName(OutboxName.CreateId(store.CreateGroup(default), 1), store.CreateOwner().Name, OutboxName.Writing);
        store.Write(name, OutboxEntry.Create(OutboxRobot.Name, OutboxRobot.Text("a"), 1, 1, null, DateTimeOffset.UnixEpoch));
        shady.Conduct = ShadyConduct.CutsAnswers;
        Assert.Throws<IOException>(() => store.Commit([name]));

        // Redis may carry it out after the connection was cut
        await OutboxServer.UntilAsync(() => _store.List().Any(part => part.Kind == OutboxName.Posting));
        await _server.AgeClaimsAsync(Lapsed);
        Assert.Equal(OutboxState.Unknown, Assert.Single(_outbox.GetItems()).State);
    }

    [RedisFact]
    public async Task The_machines_folder_serves_while_Redis_is_away_and_all_is_delivered_in_order()
    {
        var folder = new TestFolder();
        await using var machine = await OutboxRobot.StartAsync(null, folder, [_store, new OutboxFolder(OutboxRobot.PathIn(folder), new())]);
        await machine.KeepAsync("a");
        _server.Redis.Kill();
        machine.Time.SetWallClock(DateTimeOffset.UtcNow - machine.Time.GetUtcNow());
        await machine.KeepAsync("b", "c");
        Assert.Equal(FailureCause.OutboxUnusable, Assert.Throws<WeComException>(() => machine.Items).Cause);

        var warnings = new RecordingObserver().Warnings;
        Assert.Equal(["b", "c"], machine.Outbox.GetItems(null, warnings.Enqueue).Select(OutboxRobot.TextOf));
        Assert.Contains(_store.Place, Assert.Single(warnings));

        await _server.Redis.RestartAsync(keepData: true);
        await OutboxServer.UntilAsync(() => machine.Outbox.GetItems(null, _ => { }).Count == 3);
        await machine.KeepAsync("d");
        await machine.DeliverAsync();
        Assert.Equal(["a", "b", "c", "d"], machine.Arrived);
        Assert.Empty(machine.Items);
    }

    private OutboxBatch Write(MessageOutbox outbox, string text) => outbox.Write(OutboxRobot.Name, Outgoing.For(OutboxRobot.Text(text)), _observer);

    /// <summary>Waits until Redis is back and all of its messages have a state; there may be none.</summary>
    private Task UntilAsync(params OutboxState[] states) => OutboxServer.UntilAsync(() =>
    {
        try
        {
            return _outbox.GetItems().Select(item => item.State).SequenceEqual(states);
        }
        catch (WeComException)
        {
            return false;
        }
    });
}
