using System;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using WeComRobot.Outbox;
using Xunit;

namespace WeComRobot.Client.Tests.Outbox;

/// <summary>The files of the outbox.</summary>
public sealed class OutboxFolderTests : IAsyncLifetime
{
    private OutboxRobot _outbox = null!;

    public async Task InitializeAsync() => _outbox = await OutboxRobot.StartAsync();

    public async Task DisposeAsync() => await _outbox.DisposeAsync();

    [Fact]
    public async Task Its_files_hold_no_key_and_are_gone_with_the_messages()
    {
        await _outbox.KeepAsync("a", "b");
        Assert.All(Directory.GetFiles(_outbox.Path), file => Keys.AssertAbsent(file + File.ReadAllText(file)));
        var items = _outbox.Outbox.GetItems();
        Assert.Equal([true, true, false], new[] { items[0], items[1], items[0] }.Select(_outbox.Outbox.Remove));
        Assert.Empty(_outbox.Items);
        Assert.DoesNotContain(Directory.GetFiles(_outbox.Path), file => Path.GetExtension(file) != ".lock");
    }

    [Fact]
    public async Task Nothing_is_posted_if_the_outbox_cannot_be_made()
    {
        File.WriteAllText(_outbox.Path, "");
        var error = await _outbox.Robot.FailAsync(_outbox.SendAsync("a"));
        Assert.Equal(FailureCause.OutboxUnwritable, error.Cause);
        Assert.Contains(_outbox.Path, error.Message);
        Assert.Equal(0, _outbox.Robot.Server.RequestCount);
    }

    [Fact]
    public async Task A_look_misses_nothing_while_another_sorts_what_a_dead_process_held()
    {
        await _outbox.KeepAsync("a", "b", "c");
        for (var death = 0; death < 100; death++)
        {
            foreach (var file in Directory.GetFiles(_outbox.Path, "*.json"))
            {
                File.Move(file, Path.ChangeExtension(file, $"{Guid.NewGuid():N}.taken"));
            }

            var looks = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => _outbox.Items)));
            Assert.All(looks, items => Assert.Equal([("a", OutboxState.Pending), ("b", OutboxState.Pending), ("c", OutboxState.Pending)], items));
        }
    }
}
