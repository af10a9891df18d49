using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using WeComRobot.Alerts;
using WeComRobot.Client.Tests.Alerts;
using WeComRobot.Delivery;
using WeComRobot.Outbox;
using WeComRobot.RateLimiting;
using WeComRobot.Robots;
using WeComRobot.Simulator;

namespace WeComRobot.Client.Tests.Processes;

/// <summary>Robots whose alerts this process and its workers share.</summary>
internal sealed class SharedAlerts : IAsyncDisposable
{
    private static readonly RateLimit NoLimit = new(100_000, TimeSpan.FromSeconds(1));

    private readonly TestFolder _state = new();
    private readonly SimulatorServer _server;
    private readonly RobotClient _client = new(limit: NoLimit);
    private readonly MessageOutbox _outbox;
    private readonly AlertClient _alerts;

    private SharedAlerts(SimulatorServer server)
    {
        _server = server;
        _outbox = new(_state.PathOf("outbox"));
        _alerts = new(_client, () => _outbox, new AlertBooks(new AlertFolder(_state.FullName), new()), new WindowClock(new NoWaiting()));
    }

    public IReadOnlyList<FiringAlert> Firing => _alerts.GetFiring();

    public static async Task<SharedAlerts> StartAsync() => new(await SimulatorServer.StartAsync(new SimulatorOptions
    {
        Keys = [Keys.First, Keys.Second],
        Rate = new(100_000, TimeSpan.FromSeconds(1)),
    }));

    /// <summary>The answers take this long.</summary>
    public void Slow(int milliseconds) => _server.Script([.. Enumerable.Repeat(new Fault { DelayMs = milliseconds }, 1000)]);

    /// <summary>What the group of a robot has read of an alert, in order.</summary>
    public IReadOnlyList<Told> Read(string key) => [.. _server.Messages.Select(message => Told.Read(message.TextContent())).Where(told => told.Key == key)];

    /// <param name="robot">The robot's number.</param>
    /// <param name="calls">What the worker does, as "Warning disk,end disk".</param>
    /// <param name="more">More arguments.</param>
    public Task<Worker> StartWorkerAsync(int robot, string calls, params object[] more) => Worker.StartAsync([
        "alert", "--name", "robot" + robot, "--webhook", _server.Webhook(_server.Keys[robot]), "--state", _state.FullName, "--prefix", calls,
        "--limit", $"{NoLimit.Messages}/{NoLimit.Window.TotalSeconds}", "--retry", 0, .. more]);

    /// <summary>What the state says of an alert; null if it is not firing.</summary>
    public AlertState? Find(int robot, string key) => new AlertFolder(_state.FullName).Read("robot" + robot).Find(key);

    /// <summary>The next call after a death: it waits for nobody.</summary>
    public async Task<AlertStatus> FireAsync(int robot, string key, bool keeps) =>
        (await _alerts.FireAsync(TargetOf(robot), new() { Title = key, Format = AlertFormat.Text }, OptionsOf(keeps)).InTimeAsync()).Status;

    public async Task<AlertStatus> ResolveAsync(int robot, string key, bool keeps) =>
        (await _alerts.ResolveAsync(TargetOf(robot), new() { Title = key, Format = AlertFormat.Text }, OptionsOf(keeps)).InTimeAsync()).Status;

    public Task DeliverAsync(int robot) =>
        new OutboxClient(_client, _outbox).DeliverAsync("robot" + robot, TargetOf(robot).Pool, null, (error, _) => throw error).InTimeAsync();

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _server.DisposeAsync();
        _state.Dispose();
    }

    private AlertTarget TargetOf(int robot) =>
        new(RobotPool.Single(WebhookAddress.Parse(_server.Webhook(_server.Keys[robot]).AbsoluteUri)), "robot" + robot);

    private static AlertOptions OptionsOf(bool keeps) => new() { Delivery = new() { MaxRetry = 0 }, OnFailure = keeps ? FailurePolicy.Outbox : FailurePolicy.Error };

    /// <summary>The system's clock for calls that must not wait.</summary>
    private sealed class NoWaiting : TimeProvider
    {
        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            throw new InvalidOperationException("A call waits for a process that is dead.");
    }
}
