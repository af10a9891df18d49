using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using WeComRobot.Alerts;
using WeComRobot.Outbox;
using WeComRobot.RateLimiting;
using WeComRobot.Robots;
using WeComRobot.Simulator;
using WeComRobot.State;
using Xunit;

namespace WeComRobot.Client.Tests.Alerts;

/// <summary>A robot that tells a simulated group of alerts, with its state and its outbox in a folder.</summary>
internal sealed class AlertRobot : IAsyncDisposable
{
    /// <summary>The service says that it may be sent again.</summary>
    public static readonly Fault Busy = new() { ErrCode = -1 };

    /// <summary>Nobody knows whether it arrived.</summary>
    public static readonly Fault Lost = new() { Cut = FaultCut.After };

    private readonly TestFolder _folder = new();
    private readonly SimulatedRobot _robot;

    private AlertRobot(SimulatedRobot robot, VirtualTime time)
    {
        _robot = robot;
        Time = time;
        Outbox = new([new OutboxFolder(_folder.PathOf("outbox"), new())], time);
        Target = new(RobotPool.Single(robot.Address), "ops");
        Alerts = Open();
    }

    public VirtualTime Time { get; }

    public AlertClient Alerts { get; set; }

    public AlertTarget Target { get; set; }

    public MessageOutbox Outbox { get; set; }

    public AlertOptions Options { get; set; } = new();

    public SimulatorServer Server => _robot.Server;

    public RecordingObserver Observer => _robot.Observer;

    public string StateFolder => _folder.PathOf("state");

    /// <summary>What the group has read of text messages whose titles are keys.</summary>
    public IReadOnlyList<Told> Read => [.. Texts.Select(Told.Read)];

    public IReadOnlyList<string> Texts => [.. Server.Messages.Select(message => message.TextContent())];

    public JsonNode LastBody => JsonNode.Parse(Server.Messages[^1].Body)!;

    public static async Task<AlertRobot> StartAsync()
    {
        var time = new VirtualTime();
        return new(await SimulatedRobot.StartAsync(time, time, new RateLimit(100_000, TimeSpan.FromSeconds(1))), time);
    }

    /// <summary>The alerts as another process sees them, on this machine or on another one, or after a restart.</summary>
    public AlertClient Open(TimeProvider? time = null, string machine = "here", FileChanges? changes = null) =>
        new(_robot.Client, () => Outbox, new AlertBooks(new AlertFolder(StateFolder, changes), new()), new WindowClock(time ?? Time, machine));

    public Task<AlertReceipt> FireAsync(
        string title = "disk", AlertSeverity severity = AlertSeverity.Warning, TimeSpan? repeatAfter = null, string? content = null) => FireAsync(new Alert
        {
            Title = title,
            Severity = severity,
            RepeatAfter = repeatAfter ?? Alert.DefaultRepeatAfter,
            Content = content,
            Format = AlertFormat.Text,
        });

    public Task<AlertReceipt> FireAsync(Alert alert) => Alerts.FireAsync(Target, alert, WithObserver).InTimeAsync();

    public Task<AlertReceipt> ResolveAsync(string title = "disk", string? content = null) =>
        Alerts.ResolveAsync(Target, new() { Title = title, Content = content, Format = AlertFormat.Text }, WithObserver).InTimeAsync();

    /// <summary>A call whose post meets this fault ends with an error.</summary>
    public async Task<WeComException> FailAsync(Fault fault, Func<Task> call)
    {
        Server.Script(fault);
        return await _robot.FailAsync(call());
    }

    public Task TellHeldBackAsync() => Alerts.TellHeldBackAsync(Target, WithObserver).InTimeAsync();

    /// <summary>As Send-WeComOutbox does.</summary>
    public Task DeliverAsync() =>
        new OutboxClient(_robot.Client, Outbox).DeliverAsync("ops", Target.Pool, null, (error, _) => Assert.Fail(error.Message), _robot.Options).InTimeAsync();

    /// <summary>Somebody writes something else into the file of the first message in the outbox.</summary>
    public void DamageFirstKept()
    {
        var item = Outbox.GetItems()[0];
        File.WriteAllText(Path.Combine(item.Store!.Place, item.Name!.FileName), "{");
    }

    /// <summary>The fleet's outbox cannot be used, so that this machine's serves.</summary>
    public void LoseFleet()
    {
        var fleet = _folder.PathOf("fleet");
        File.WriteAllText(fleet, "");
        Outbox = new([new OutboxFolder(fleet, new()), new OutboxFolder(_folder.PathOf("outbox"), new())], Time);
    }

    public void BeQuiet(string hours) => Target = Target with { QuietHours = QuietHours.Parse(hours, "UTC") };

    public IReadOnlyList<(string Text, OutboxState State)> Kept => [.. Outbox.GetItems().Select(item => (Told.TextOf(item), item.State))];

    public async ValueTask DisposeAsync()
    {
        await _robot.DisposeAsync();
        _folder.Dispose();
    }

    private AlertOptions WithObserver => Options with { Delivery = _robot.Options };
}
