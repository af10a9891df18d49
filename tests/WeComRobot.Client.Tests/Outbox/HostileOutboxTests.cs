using System;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using WeComRobot.Client.Tests.Hostile;
using WeComRobot.Outbox;
using Xunit;

namespace WeComRobot.Client.Tests.Outbox;

/// <summary>Files in the outbox that hold anything: nothing is thrown, and the messages behind them arrive.</summary>
public sealed class HostileOutboxTests : IAsyncLifetime
{
    private OutboxRobot _outbox = null!;

    public async Task InitializeAsync() => _outbox = await OutboxRobot.StartAsync();

    public async Task DisposeAsync() => await _outbox.DisposeAsync();

    [Fact]
    public async Task Two_thousand_damaged_messages_hold_nobody_up()
    {
        await _outbox.KeepAsync("damaged", "good");
        var (path, behind) = Assert.Single([.. Directory.GetFiles(_outbox.Path, "*.json").Order().Chunk(2).Select(pair => (pair[0], pair[1]))]);
        var (good, next) = (File.ReadAllBytes(path), File.ReadAllBytes(behind));
        for (var seed = 0; seed < 2_000; seed++)
        {
            Clear();
            File.WriteAllBytes(path, HostileBytes.From(good, new Random(seed)));
            File.WriteAllBytes(behind, next);
            var before = _outbox.Robot.Server.Messages.Count;
            try
            {
                _ = _outbox.Items;
                Assert.True(await _outbox.DeliverAsync());
                Assert.Equal("good", _outbox.Robot.Server.Messages.Skip(before).Last().TextContent());
                Assert.All(_outbox.Outbox.GetItems(), item => Assert.True(item.State != OutboxState.Sending));
            }
            catch (Exception e)
            {
                throw new InvalidOperationException($"seed {seed}", e);
            }

            _outbox.Time.Advance(TimeSpan.FromSeconds(2));
        }
    }

    [Theory]
    [InlineData("x.json")]
    [InlineData(".json")]
    [InlineData("-.json")]
    [InlineData("a.b.json")]
    [InlineData("a.taken")]
    [InlineData("a.b.posting")]
    [InlineData("a.b.tmp")]
    [InlineData("a.b.c.d.json")]
    [InlineData("..taken")]
    [InlineData("robot-x.lock")]
    [InlineData("9223372036854775807-aaaaaaaa-001.json")]
    [InlineData("9999999999999999999-aaaaaaaa-001.json")]
    [InlineData("-9223372036854775808-aaaaaaaa-001.json")]
    public async Task Files_with_foreign_names_hold_nobody_up(string name)
    {
        await _outbox.KeepAsync("good");
        File.WriteAllText(Path.Combine(_outbox.Path, name), "{}");
        await _outbox.KeepAsync("next");
        await _outbox.DeliverAsync();
        Assert.Equal(["good", "next"], _outbox.Arrived);
        Assert.All(_outbox.Outbox.GetItems(), item => _outbox.Outbox.Remove(item));
    }

    [UnixFact("mkfifo")]
    public async Task A_folder_a_link_and_a_pipe_among_the_files_hold_nobody_up()
    {
        await _outbox.KeepAsync("good");
        Directory.CreateDirectory(Path.Combine(_outbox.Path, "0001.json"));
        File.CreateSymbolicLink(Path.Combine(_outbox.Path, "0002.json"), "/dev/zero");
        File.CreateSymbolicLink(Path.Combine(_outbox.Path, "0003.json"), "/nowhere");
        Assert.True(Tool.Succeeds("mkfifo", Path.Combine(_outbox.Path, "0004.json")));
        File.CreateSymbolicLink(Path.Combine(_outbox.Path, "0005.json"), Path.Combine(_outbox.Path, "0004.json"));

        // On a thread of its own: an open pipe would hold this one for ever
        await Task.Run(() => _outbox.Items).InTimeAsync();
        await Task.Run(() => _outbox.DeliverAsync()).InTimeAsync();
        Assert.Equal(["good"], _outbox.Arrived);
    }

    private void Clear()
    {
        foreach (var file in Directory.GetFiles(_outbox.Path).Where(file => Path.GetExtension(file) != ".lock"))
        {
            File.Delete(file);
        }
    }
}
