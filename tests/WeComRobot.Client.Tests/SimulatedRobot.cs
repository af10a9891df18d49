using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using WeComRobot.Delivery;
using WeComRobot.Fitting;
using WeComRobot.Media;
using WeComRobot.Messages;
using WeComRobot.RateLimiting;
using WeComRobot.Robots;
using WeComRobot.Simulator;
using Xunit;

namespace WeComRobot.Client.Tests;

/// <summary>A robot on a simulator of its own, with the client that posts to it over a real socket.</summary>
internal sealed class SimulatedRobot : IAsyncDisposable
{
    private SimulatedRobot(SimulatorServer server, RobotClient client)
    {
        Server = server;
        Client = client;
        Address = WebhookAddress.Parse(server.Webhook().AbsoluteUri);
        Options = new() { Observer = Observer, MaxRetry = 0 };
    }

    public SimulatorServer Server { get; }

    public RobotClient Client { get; }

    public WebhookAddress Address { get; }

    public RecordingObserver Observer { get; } = new();

    public DeliveryOptions Options { get; set; }

    /// <param name="clientTime">The client's clock. Defaults to the system's.</param>
    /// <param name="serverTime">The simulator's clock. Defaults to the system's.</param>
    /// <param name="limit">The client's rate limit. Defaults to one that no test reaches.</param>
    /// <param name="stateFolder">The client's state folder. Defaults to memory.</param>
    public static async Task<SimulatedRobot> StartAsync(
        TimeProvider? clientTime = null, TimeProvider? serverTime = null, RateLimit? limit = null, string? stateFolder = null)
    {
        var server = await SimulatorServer.StartAsync(new SimulatorOptions
        {
            Keys = [Keys.First, Keys.Second],
            Rate = new(1000, TimeSpan.FromMinutes(1)),
            Time = serverTime ?? TimeProvider.System,
        });
        return new(server, new(clientTime, limit ?? new(1000, TimeSpan.FromMinutes(1)), stateFolder));
    }

    public Task<Receipt> SendAsync(Message message, CancellationToken cancellationToken = default) =>
        Client.SendAsync(Address, message, Options, cancellationToken).InTimeAsync();

    public async Task<IReadOnlyList<Receipt>> SendAsync(IReadOnlyList<Message> parts, CancellationToken cancellationToken = default) =>
        await Client.SendAsync(RobotPool.Single(Address), Outgoing.For(parts), Options, cancellationToken).InTimeAsync();

    public Task<Receipt> SendTextAsync(string content = "你好") => SendAsync(new TextMessage { Text = new() { Content = content } });

    public async Task<UploadedMedia> UploadAsync(string path, MediaType type = MediaType.File, string? name = null)
    {
        using var file = MediaFile.Open(path, type, name);
        return await Client.UploadAsync(Address, file, Options).InTimeAsync();
    }

    /// <summary>The error of a text that meets this fault; like every error it shows no key.</summary>
    public async Task<WeComException> FailAsync(Fault fault)
    {
        Server.Script(fault);
        return await FailAsync(SendTextAsync());
    }

    public async Task<WeComException> FailAsync(Task delivery)
    {
        var error = await Assert.ThrowsAnyAsync<WeComException>(() => delivery);
        Keys.AssertAbsent(error);
        Assert.Equal("WeCom" + error.Cause, error.ErrorId);
        return error;
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await Server.DisposeAsync();
        Assert.All(Observer.Warnings.Concat(Observer.Verboses), Keys.AssertAbsent);
    }
}
