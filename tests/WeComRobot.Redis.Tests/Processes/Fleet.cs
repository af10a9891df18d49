using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using WeComRobot.Client.Tests;
using WeComRobot.RateLimiting;
using WeComRobot.Simulator;
using Xunit;

namespace WeComRobot.Redis.Tests.Processes;

/// <summary>Four machines whose clocks disagree, a Redis, and a robot to which all of them send in a shortened minute.</summary>
internal sealed class Fleet : IDisposable
{
    // A thousand messages take nine windows
    public static readonly RateLimit Limit = new(100, TimeSpan.FromSeconds(2));

    private static readonly TimeSpan[] Skews = [TimeSpan.Zero, TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(-5), TimeSpan.FromMinutes(2)];

    private readonly SimulatorServer _simulator;
    private readonly List<Worker> _senders = [];

    private Fleet(RedisServer redis, SimulatorServer simulator, IReadOnlyList<FleetMachine> machines) =>
        (Redis, _simulator, Machines) = (redis, simulator, machines);

    public RedisServer Redis { get; }

    public IReadOnlyList<FleetMachine> Machines { get; }

    /// <summary>Further options of the connection string.</summary>
    private string Options { get; init; } = "";

    /// <summary>Where the robot is.</summary>
    public Uri Webhook => _simulator.Webhook();

    /// <summary>How many messages the service refused with 45009.</summary>
    public int Refused => _simulator.Refusals.Count;

    public IReadOnlyList<string> Arrived => [.. _simulator.Messages.Select(message => message.TextContent())];

    /// <summary>How long it took from the first message to the last, as a multiple of the shortest possible time.</summary>
    public double TimeRatio => (_simulator.Messages[^1].ReceivedAt - _simulator.Messages[0].ReceivedAt)
        / (Limit.Window * ((Arrived.Count - 1) / Limit.Messages));

    /// <param name="redis">Its Redis.</param>
    /// <param name="options">Further options of the connection string. Defaults to none.</param>
    public static async Task<Fleet> StartAsync(RedisSettings? redis = null, string options = "") => new(
        await RedisServer.StartAsync(redis),
        await SimulatorServer.StartAsync(new SimulatorOptions { Rate = new(Limit.Messages, Limit.Window) }),
        await Task.WhenAll(Skews.Select(skew => FleetMachine.StartAsync(skew))))
    {
        Options = options,
    };

    /// <summary>Starts a process on a machine.</summary>
    /// <param name="machine">The machine's number.</param>
    /// <param name="verb">What it does.</param>
    /// <param name="webhook">Where it takes the robot to be.</param>
    /// <param name="more">Its further arguments.</param>
    public Task<Worker> StartWorkerAsync(int machine, string verb, Uri webhook, params object[] more) => Machines[machine].StartWorkerAsync(
        verb, ["--redis", Redis.EndPoint + Options, "--webhook", webhook, "--limit", $"{Limit.Messages}/{Limit.Window.TotalSeconds}", .. more]);

    /// <summary>Starts processes that send, spread over the machines, and lets them begin when all of them are ready.</summary>
    public async Task<IReadOnlyList<Worker>> SendAsync(int processes, int messagesEach)
    {
        _senders.AddRange(await Task.WhenAll(Enumerable.Range(0, processes).Select(i =>
            StartWorkerAsync(i % Machines.Count, "send", Webhook, "--prefix", $"w{i}", "--count", messagesEach))));
        _senders.ForEach(sender => sender.Go());
        return _senders;
    }

    /// <summary>
    /// What was sent has arrived, once; of what may have arrived, by what its sender was told or because it was killed, nothing is known.
    /// </summary>
    public void AssertEachOnce()
    {
        var (sent, unknown) = (TextsOf("sent"), TextsOf("failed", "WeComOutcomeUnknown"));
        Assert.Empty(TextsOf("failed").Except(unknown));
        Assert.Empty(sent.Except(Arrived));
        Assert.DoesNotContain(Arrived.CountBy(text => text), text => text.Value > 1);
    }

    public void Dispose()
    {
        foreach (var machine in Machines)
        {
            machine.Dispose();
        }

        Redis.Dispose();
        _simulator.DisposeAsync().AsTask().GetAwaiter().GetResult();
    }

    /// <summary>The texts of which the senders have said that, in lines such as "sent TEXT" and "failed TEXT ERROR".</summary>
    private IReadOnlyList<string> TextsOf(string word, string? error = null) =>
    [
        .. from line in _senders.SelectMany(sender => sender.Lines)
           let words = line.Split(' ')
           where words[0] == word && (error is null || words[2] == error)
           select words[1],
    ];
}
