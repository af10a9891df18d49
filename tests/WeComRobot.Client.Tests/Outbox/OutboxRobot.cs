using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using WeComRobot.Fitting;
using WeComRobot.Messages;
using WeComRobot.Outbox;
using WeComRobot.RateLimiting;
using WeComRobot.Robots;
using WeComRobot.State;
using Xunit;

namespace WeComRobot.Client.Tests.Outbox;

/// <summary>A robot with an outbox of its own behind it.</summary>
internal sealed class OutboxRobot : IAsyncDisposable
{
    public const string Name = "ops";

    private readonly TestFolder _folder;

    private OutboxRobot(SimulatedRobot robot, VirtualTime time, TestFolder folder, IReadOnlyList<IOutboxStore> stores)
    {
        Robot = robot;
        Time = time;
        _folder = folder;
        Outbox = new(stores, time);
        Client = new(robot.Client, Outbox);
    }

    public SimulatedRobot Robot { get; }

    public VirtualTime Time { get; }

    public MessageOutbox Outbox { get; }

    public OutboxClient Client { get; }

    public List<(WeComException Error, OutboxItem Item)> Failures { get; } = [];

    public string Path => PathIn(_folder);

    public IReadOnlyList<string> Arrived => [.. Robot.Server.Messages.Select(message => message.TextContent())];

    /// <summary>The texts in the outbox and what is known of them.</summary>
    public IReadOnlyList<(string? Text, OutboxState State)> Items => [.. Outbox.GetItems().Select(item => (TextOf(item), item.State))];

    /// <param name="serverTime">The simulator's clock. Defaults to the client's.</param>
    /// <param name="changes">Renames and removes the files of the outbox. Defaults to what every outbox has.</param>
    public static Task<OutboxRobot> StartAsync(VirtualTime? serverTime = null, FileChanges? changes = null)
    {
        var folder = new TestFolder();
        return StartAsync(serverTime, folder, [new OutboxFolder(PathIn(folder), changes ?? new())]);
    }

    /// <param name="serverTime">The simulator's clock. Defaults to the client's.</param>
    /// <param name="folder">Is removed at the end.</param>
    /// <param name="stores">Where messages are kept.</param>
    public static async Task<OutboxRobot> StartAsync(VirtualTime? serverTime, TestFolder folder, IReadOnlyList<IOutboxStore> stores)
    {
        var time = new VirtualTime();
        var robot = await SimulatedRobot.StartAsync(time, serverTime ?? time, new RateLimit(100_000, TimeSpan.FromSeconds(1)));
        return new(robot, time, folder, stores);
    }

    public static string PathIn(TestFolder folder) => folder.PathOf("outbox");

    public static TextMessage Text(string content) => new() { Text = new() { Content = content } };

    public static string? TextOf(OutboxItem item) => (item.Message as TextMessage)?.Text?.Content;

    public Task<OutboxResult> SendAsync(Outgoing outgoing, CancellationToken stop = default)
    {
        Time.Advance(TimeSpan.FromMilliseconds(1)); // no two messages are written at one moment
        return Client.SendAsync(Name, RobotPool.Single(Robot.Address), outgoing, Robot.Options, cancellationToken: stop).InTimeAsync();
    }

    public async Task<OutboxResult> SendAsync(IReadOnlyList<Message> parts, CancellationToken stop = default) => await SendAsync(Outgoing.For(parts), stop);

    public Task<OutboxResult> SendAsync(string text) => SendAsync([Text(text)]);

    /// <summary>Sends texts while nobody listens: they are kept.</summary>
    public async Task KeepAsync(params string[] texts)
    {
        foreach (var text in texts)
        {
            await KeepAsync(Outgoing.For(Text(text)));
        }
    }

    public async Task KeepAsync(Outgoing outgoing, TimeSpan? expiresAfter = null)
    {
        using var nobody = new RawServer(_ => Task.CompletedTask);
        nobody.Dispose();
        Time.Advance(TimeSpan.FromMilliseconds(1));
        var result = await Client.SendAsync(Name, RobotPool.Single(nobody.Address), outgoing, Robot.Options, expiresAfter);
        Assert.Equal((FailureCause.NotSent, OutboxState.Pending), (result.Failure?.Cause, result.State));
    }

    /// <summary>Keeps a message for later.</summary>
    public Task<OutboxResult> DeferAsync(Outgoing outgoing, TimeSpan by, TimeSpan? expiresAfter = null)
    {
        Time.Advance(TimeSpan.FromMilliseconds(1));
        return Client.DeferAsync(Name, outgoing, Time.GetUtcNow() + by, expiresAfter, Robot.Options).InTimeAsync();
    }

    public Task<OutboxResult> DeferAsync(string text, TimeSpan by) => DeferAsync(Outgoing.For(Text(text)), by);

    public Task<bool> DeliverAsync(params OutboxItem[] items) => DeliverAsync(force: false, items);

    public Task<bool> DeliverAsync(bool force, params OutboxItem[] items) => Client.DeliverAsync(
        Name, RobotPool.Single(Robot.Address), items.Length == 0 ? null : items, (error, item) => Failures.Add((error, item)), Robot.Options, force)
        .InTimeAsync();

    public async ValueTask DisposeAsync()
    {
        await Robot.DisposeAsync();
        _folder.Dispose();
    }
}
