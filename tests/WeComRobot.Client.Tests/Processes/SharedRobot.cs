using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using WeComRobot.RateLimiting;
using WeComRobot.Robots;
using WeComRobot.Simulator;
using Xunit;

namespace WeComRobot.Client.Tests.Processes;

/// <summary>A robot that takes 20 messages in a shortened minute, and the processes that send to it.</summary>
internal sealed class SharedRobot(SimulatorServer server, RateLimit limit) : IAsyncDisposable
{
    private readonly TestFolder _state = new();
    private readonly List<Worker> _workers = [];

    public SimulatorServer Server => server;

    public RateLimit Limit => limit;

    public WebhookAddress Address { get; } = WebhookAddress.Parse(server.Webhook().AbsoluteUri);

    public string StateFolder => _state.FullName;

    /// <param name="minute">How long a minute is, for the processes and for the simulator.</param>
    public static async Task<SharedRobot> StartAsync(TimeSpan minute) => new(
        await SimulatorServer.StartAsync(new SimulatorOptions { Keys = [Keys.First], Rate = new(20, minute) }), new(20, minute));

    /// <summary>Starts them, and lets them begin when all of them are ready.</summary>
    /// <param name="count">How many.</param>
    /// <param name="messagesEach">How many messages each of them sends.</param>
    /// <param name="timeout">How long a post may take.</param>
    /// <param name="holds">At which step the first of them hold.</param>
    public async Task<Worker[]> StartWorkersAsync(int count, int messagesEach, TimeSpan timeout, params string[] holds)
    {
        var workers = await Task.WhenAll(Enumerable.Range(0, count).Select(i => Worker.StartAsync([
            "send", "--webhook", Server.Webhook(), "--state", _state.FullName, "--prefix", "w" + i, "--count", messagesEach,
            "--limit", $"{Limit.Messages}/{Limit.Window.TotalSeconds}", "--timeout", timeout.TotalSeconds,
            .. i < holds.Length ? new object[] { "--hold", holds[i] } : []])));
        _workers.AddRange(workers);
        _workers.ForEach(worker => worker.Go());

        return workers;
    }

    /// <summary>The texts that a process has got receipts for.</summary>
    public static IEnumerable<string> SentBy(Worker worker) =>
        from line in worker.Lines where line.StartsWith("sent ", StringComparison.Ordinal) select line.Split(' ')[1];

    public IReadOnlyList<string> Arrived() => [.. Server.Messages.Select(message => message.TextContent())];

    /// <summary>All that these processes were to send has arrived, each once.</summary>
    public void AssertOnce(IReadOnlyList<Worker> workers, int count)
    {
        Assert.DoesNotContain(workers.SelectMany(worker => worker.Lines), line => line.StartsWith("failed ", StringComparison.Ordinal));
        var texts = workers.SelectMany(SentBy).ToArray();
        Assert.Equal(count, texts.Length);
        Assert.Equal(texts.Order(), Arrived().Where(texts.Contains).Order());
    }

    public async ValueTask DisposeAsync()
    {
        _workers.ForEach(worker => worker.Dispose());
        await Server.DisposeAsync();
        _state.Dispose();
    }
}
