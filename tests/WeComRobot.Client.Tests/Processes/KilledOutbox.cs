using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using WeComRobot.Delivery;
using WeComRobot.Fitting;
using WeComRobot.Messages;
using WeComRobot.Outbox;
using WeComRobot.RateLimiting;
using WeComRobot.Robots;
using WeComRobot.Simulator;
using Xunit;

namespace WeComRobot.Client.Tests.Processes;

/// <summary>An outbox with several robots on a simulator that takes some milliseconds to answer, and the workers that use it.</summary>
internal sealed class KilledOutbox : IAsyncDisposable
{
    private static readonly RateLimit NoLimit = new(1000, TimeSpan.FromSeconds(1));

    private readonly TestFolder _state = new();
    private readonly SimulatorServer _server;
    private readonly MessageOutbox _outbox;

    private KilledOutbox(SimulatorServer server)
    {
        _server = server;
        _outbox = new(Path.Combine(_state.FullName, "outbox"));
        var random = new Random(0);
        server.Script([.. Enumerable.Range(0, 10_000).Select(_ => new Fault { DelayMs = random.Next(1, 8) })]);
    }

    public static async Task<KilledOutbox> StartAsync(int robots) => new(await SimulatorServer.StartAsync(new SimulatorOptions
    {
        Keys = [.. Enumerable.Range(0, robots).Select(KeyOf)],
        Rate = new(1_000_000, TimeSpan.FromSeconds(1)),
    }));

    /// <summary>The texts that <see cref="FillAsync"/> writes: the robot's number, and the message's.</summary>
    public static IReadOnlyList<string> TextsOf(int robots, int count) =>
        [.. Enumerable.Range(0, robots).SelectMany(robot => Enumerable.Range(0, count).Select(i => $"{robot}-{i}"))];

    public static string TextOf(OutboxItem item) => ((TextMessage)item.Message!).Text!.Content!;

    public IReadOnlyList<string> Arrived() => [.. _server.Messages.Select(message => message.TextContent())];

    public IReadOnlyList<OutboxItem> GetItems() => _outbox.GetItems();

    public Task<Worker> StartWorkerAsync(string verb, int robot, params object[] more) => Worker.StartAsync([
        verb, "--name", "robot" + robot, "--webhook", _server.Webhook(KeyOf(robot)), "--state", _state.FullName,
        "--limit", $"{NoLimit.Messages}/{NoLimit.Window.TotalSeconds}", .. more]);

    /// <summary>So many messages for each robot, which nobody took when they were sent.</summary>
    public async Task FillAsync(int messagesEach)
    {
        using var nobody = new RawServer(_ => Task.CompletedTask);
        nobody.Dispose();
        using var client = new RobotClient(limit: new(1_000_000, TimeSpan.FromSeconds(1)));
        var outbox = new OutboxClient(client, _outbox);
        foreach (var text in TextsOf(_server.Keys.Count, messagesEach))
        {
            var message = new TextMessage { Text = new() { Content = text } };
            var result = await outbox.SendAsync(
                "robot" + text[0], RobotPool.Single(nobody.Address), Outgoing.For(message), new() { MaxRetry = 0 });
            Assert.Equal(FailureCause.NotSent, result.Failure?.Cause);
        }
    }

    /// <summary>Delivers what is pending.</summary>
    public async Task DeliverAsync()
    {
        using var client = new RobotClient(limit: NoLimit, stateFolder: _state.FullName);
        var outbox = new OutboxClient(client, _outbox);
        for (var robot = 0; robot < _server.Keys.Count; robot++)
        {
            var address = RobotPool.Single(WebhookAddress.Parse(_server.Webhook(KeyOf(robot)).AbsoluteUri));
            Assert.True(await outbox.DeliverAsync("robot" + robot, address, null, (error, _) => Assert.Fail(error.Message)));
        }
    }

    /// <summary>Each robot's messages arrived in the order in which they were sent; but a post that a kill cut off lands when it may.</summary>
    public void AssertInOrder()
    {
        var unknown = GetItems().Select(TextOf).ToHashSet();
        foreach (var robot in _server.Messages.Where(message => !unknown.Contains(message.TextContent())).GroupBy(message => message.Key))
        {
            var numbers = robot.Select(message => int.Parse(message.TextContent().Split('-')[1], null)).ToArray();
            Assert.Equal(numbers.Order(), numbers);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _state.Dispose();
    }

    private static string KeyOf(int robot) => $"{robot:D8}-7abc-4bc4-97a0-0ec2aifa5aaa";
}
