using System;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using WeComRobot.Client.Tests.State;
using WeComRobot.Fitting;
using WeComRobot.Media;
using WeComRobot.Outbox;
using WeComRobot.Simulator;
using Xunit;

namespace WeComRobot.Client.Tests.Outbox;

/// <summary>Files of the outbox that cannot be removed or renamed give a warning; no message is sent twice or loses its reason in silence.</summary>
public sealed class HeldFilesTests : IAsyncLifetime
{
    private readonly FailingChanges _changes = new();
    private OutboxRobot _outbox = null!;

    public async Task InitializeAsync() => _outbox = await OutboxRobot.StartAsync(changes: _changes);

    public async Task DisposeAsync() => await _outbox.DisposeAsync();

    private string[] Messages => [.. Directory.GetFileSystemEntries(_outbox.Path).Where(file => Path.GetExtension(file) != ".lock")];

    private string Warning => Assert.Single(_outbox.Robot.Observer.Warnings);

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    public async Task A_file_that_is_held_for_a_moment_is_removed_a_moment_later(int failures)
    {
        _changes.OnDelete = _ => failures-- > 0 ? FailingChanges.Held() : null;
        Assert.Null((await _outbox.SendAsync("a")).Failure);
        Assert.Empty(Messages);
        Assert.Empty(_outbox.Robot.Observer.Warnings);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_was_delivered_and_cannot_be_removed_is_marked_and_not_sent_again(bool canBeRenamed)
    {
        _changes.OnDelete = _ => FailingChanges.Broken();
        _changes.OnMove = (_, to) => canBeRenamed || !to.EndsWith(".done", StringComparison.Ordinal) ? null : FailingChanges.Broken();
        Assert.Null((await _outbox.SendAsync("a")).Failure);
        Assert.Contains("The message was delivered. It could ", Warning);
        Assert.Contains("Input/output error", Warning);
        Assert.Contains("marked as done", Warning);

        Assert.Empty(_outbox.Items);
        await _outbox.DeliverAsync();
        Assert.Equal(["a"], _outbox.Arrived);
        Assert.NotEmpty(Messages);

        _changes.OnDelete = _ => null;
        Assert.Empty(_outbox.Items);
        Assert.Empty(Messages);
    }

    [Fact]
    public async Task A_part_that_was_delivered_is_not_kept_with_those_that_were_not()
    {
        _changes.OnDelete = _ => FailingChanges.Held();
        _outbox.Robot.Server.Script(new Fault(), new Fault { ErrCode = -1 });
        await _outbox.SendAsync([OutboxRobot.Text("a"), OutboxRobot.Text("b")]);
        Assert.Equal([("b", OutboxState.Pending)], _outbox.Items);
        await _outbox.DeliverAsync();
        Assert.Equal(["a", "b"], _outbox.Arrived);
        Assert.Empty(_outbox.Items);
    }

    [Fact]
    public async Task The_media_of_a_held_message_is_removed_with_it_later()
    {
        _changes.OnDelete = path => path.EndsWith(".media", StringComparison.Ordinal) ? FailingChanges.Held() : null;
        using var file = MediaFile.FromBytes(new byte[10], "a.bin");
        await _outbox.SendAsync(Outgoing.For(file));
        Assert.Contains("marked as done", Warning);
        Assert.Empty(_outbox.Items);
        Assert.Contains(Messages, path => path.EndsWith(".media", StringComparison.Ordinal));

        _changes.OnDelete = _ => null;
        Assert.Empty(_outbox.Items);
        Assert.Empty(Messages);
    }

    [Fact]
    public async Task If_it_cannot_be_marked_either_the_warning_says_how_it_is_listed()
    {
        _changes.OnDelete = _ => FailingChanges.Broken();
        _changes.OnMove = (_, to) => Occupied(to) ? FailingChanges.Broken() : null;
        Assert.Null((await _outbox.SendAsync("a")).Failure);
        Assert.Contains("neither removed from", Warning);
        Assert.Contains("listed there as Unknown: clear it", Warning);
        Assert.Equal([("a", OutboxState.Unknown)], _outbox.Items);

        // A folder in the mark's place, so that it cannot be made
        static bool Occupied(string path) => path.EndsWith(".done", StringComparison.Ordinal) && Directory.CreateDirectory(path).Exists;
    }

    [Fact]
    public async Task What_the_service_refused_is_the_callers_and_not_sent_later()
    {
        _changes.OnDelete = _ => FailingChanges.Held();
        _outbox.Robot.Server.Script(new Fault { ErrCode = 40008 });
        await _outbox.Robot.FailAsync(_outbox.SendAsync("a"));
        Assert.Contains("The message is not kept. It could not be removed", Warning);
        await _outbox.DeliverAsync();
        Assert.Empty(_outbox.Arrived);
    }

    [Fact]
    public async Task What_is_cleared_and_cannot_be_removed_is_marked_too()
    {
        await _outbox.KeepAsync("a");
        _changes.OnDelete = _ => FailingChanges.Held();
        Assert.True(_outbox.Outbox.Remove(Assert.Single(_outbox.Outbox.GetItems())));
        Assert.Empty(_outbox.Items);
        await _outbox.DeliverAsync();
        Assert.Empty(_outbox.Arrived);
    }

    [Fact]
    public async Task What_cannot_be_cleared_at_all_stays_as_it_was()
    {
        _outbox.Robot.Server.Script(new Fault { Cut = FaultCut.After });
        await _outbox.SendAsync("a");
        var unknown = Assert.Single(_outbox.Outbox.GetItems());
        _changes.OnDelete = _ => FailingChanges.Held();
        _changes.OnMove = (_, to) => to.EndsWith(".done", StringComparison.Ordinal) && Directory.CreateDirectory(to).Exists ? FailingChanges.Held() : null;
        Assert.Equal(FailureCause.OutboxUnusable, Assert.Throws<WeComException>(() => _outbox.Outbox.Remove(unknown)).Cause);
        foreach (var mark in Directory.GetDirectories(_outbox.Path))
        {
            Directory.Delete(mark);
        }

        Assert.Equal([("a", OutboxState.Unknown)], _outbox.Items);
    }

    [Fact]
    public async Task A_reason_is_written_as_soon_as_the_file_is_let_go()
    {
        var failures = 3;
        _changes.OnMove = (from, to) => from.EndsWith(".tmp", StringComparison.Ordinal) && to.EndsWith(".taken", StringComparison.Ordinal)
            && File.Exists(to) && failures-- > 0 ? FailingChanges.Held() : null;
        _outbox.Robot.Server.Script(new Fault { ErrCode = -1 });
        await _outbox.SendAsync("a");
        var item = Assert.Single(_outbox.Outbox.GetItems());
        Assert.Equal((1, OutboxState.Pending), (item.Attempts, item.State));
        Assert.Contains("errcode -1", item.LastError);
        Assert.Empty(_outbox.Robot.Observer.Warnings);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_message_whose_sender_died_during_its_post_may_have_arrived_whatever_failed_before(bool isHeld)
    {
        await _outbox.KeepAsync("a");
        var kept = Assert.Single(Directory.GetFiles(_outbox.Path, "*.json"));
        File.Move(kept, Path.ChangeExtension(kept, $"{Guid.NewGuid():N}.posting"));
        _changes.OnMove = (_, to) => isHeld && to.EndsWith(".posting", StringComparison.Ordinal) ? FailingChanges.Held() : null;

        var item = Assert.Single(_outbox.Outbox.GetItems());
        Assert.Equal((OutboxState.Unknown, "a"), (item.State, OutboxRobot.TextOf(item)));
        Assert.Equal(!isHeld, item.LastError == "Its sender died while it was being posted: it may have arrived.");
        Assert.Empty(Directory.GetFiles(_outbox.Path, "*.tmp"));
    }

    [Fact]
    public async Task A_reason_that_cannot_be_written_gives_a_warning_and_the_message_is_kept()
    {
        _changes.OnMove = (from, to) => from.EndsWith(".tmp", StringComparison.Ordinal) && File.Exists(to) ? FailingChanges.Held() : null;
        _outbox.Robot.Server.Script(new Fault(), new Fault { ErrCode = -1 });
        await _outbox.SendAsync([OutboxRobot.Text("a"), OutboxRobot.Text("b"), OutboxRobot.Text("c")]);
        Assert.Equal(2, _outbox.Robot.Observer.Warnings.Count);
        Assert.All(_outbox.Robot.Observer.Warnings, warning => Assert.Contains("reason could not be written", warning));
        Assert.Equal([("b", OutboxState.Pending), ("c", OutboxState.Pending)], _outbox.Items);
        Assert.DoesNotContain(Messages, path => path.EndsWith(".tmp", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Nothing_is_posted_that_cannot_be_marked_as_posting()
    {
        _changes.OnMove = (_, to) => to.EndsWith(".posting", StringComparison.Ordinal) ? FailingChanges.Broken() : null;
        var result = await _outbox.SendAsync("a");
        Assert.Equal((FailureCause.OutboxUnwritable, OutboxState.Pending), (result.Failure!.Cause, result.State));
        Assert.Contains("Input/output error", result.Failure.Message);
        Assert.Empty(_outbox.Arrived);
        Assert.Equal([("a", OutboxState.Pending)], _outbox.Items);
    }
}
