using System;
using System.Linq;
using System.Threading.Tasks;
using WeComRobot.Delivery;
using WeComRobot.RateLimiting;
using WeComRobot.Robots;
using WeComRobot.Simulator;
using Xunit;

namespace WeComRobot.Client.Tests.Delivery.Faults;

/// <summary>A robot whose service meets its first posts with a fault, and a client that sends to it on virtual time.</summary>
internal sealed class FaultStage : IAsyncDisposable
{
    private readonly FaultRow _row;
    private readonly int _faults;
    private readonly SimulatorServer _server;
    private readonly VirtualTime _serverTime;
    private readonly FaultyFront? _front;

    private FaultStage(FaultRow row, int faults, SimulatorServer server, VirtualTime serverTime)
    {
        (_row, _faults, _server, _serverTime) = (row, faults, server, serverTime);
        var address = server.Webhook().AbsoluteUri;
        if (row.Simulated is { } simulated)
        {
            server.Script([.. Enumerable.Repeat(simulated, faults)]);
        }
        else
        {
            _front = new(server.BaseAddress, row.IsDeaf ? 0 : faults, row.Raw ?? (_ => Task.CompletedTask));
            address = row.Address(address.Replace($":{server.BaseAddress.Port}/", $":{_front.Port}/"));
        }

        Address = WebhookAddress.Parse(address);
        Client = new(Time, RateLimit.Official);
        Options = new() { Observer = Observer, Timeout = TimeSpan.FromSeconds(30) };
        if (!row.IsDeaf)
        {
            Heal();
        }
    }

    public VirtualTime Time { get; } = new();

    public RobotClient Client { get; }

    public WebhookAddress Address { get; }

    public RecordingObserver Observer { get; } = new();

    public DeliveryOptions Options { get; set; }

    /// <summary>Requests that somebody read whole, or could have.</summary>
    public int Requests => _server.RequestCount + (_front?.Posts ?? 0);

    /// <summary>Messages that count.</summary>
    public int Arrived => _server.Messages.Count + (_front?.Accepted ?? 0);

    /// <summary>What the client took of endless answers, and what lies in the sockets' buffers.</summary>
    public long AnsweredBytes => _front?.WrittenBytes ?? 0;

    /// <param name="row">The fault.</param>
    /// <param name="faults">How many posts meet it.</param>
    public static async Task<FaultStage> SetAsync(FaultRow row, int faults)
    {
        var time = new VirtualTime();
        var server = await SimulatorServer.StartAsync(
            new SimulatorOptions { Keys = [Keys.First], Rate = new(1000, TimeSpan.FromMinutes(1)), Time = time });
        return new(row, faults, server, time);
    }

    /// <summary>Who did not listen does so from now on.</summary>
    public void Heal() => _front?.Listen();

    /// <summary>Lets the client's time pass while it waits, or while no answer will come, and at no other moment.</summary>
    public async Task RunAsync(Task delivery)
    {
        Signal[] signals = [Observer.Changed, _serverTime.TimerSet, .. _front is null ? [] : new[] { _front.Changed }];
        while (await Time.UntilIdleAsync([delivery], () => Observer.IsWaiting || IsSilent, signals))
        {
            if (Observer.Postings >= _faults)
            {
                Heal();
            }

            Time.AdvanceToNextTimer();
        }
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        _front?.Dispose();
        await _server.DisposeAsync();
        Assert.All(Observer.Warnings.Concat(Observer.Verboses), Keys.AssertAbsent);
    }

    /// <summary>Whether the post in flight is one that nobody will answer.</summary>
    private bool IsSilent => _row.IsSilent && Observer.Postings <= _faults && Observer.Postings > 0
        && Observer.Postings <= (_front?.Mistreated ?? _server.Messages.Count);
}
