using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using WeComRobot.Delivery;
using WeComRobot.Fitting;
using WeComRobot.Media;
using WeComRobot.Messages;
using WeComRobot.Robots;
using WeComRobot.Simulator;
using Xunit;

namespace WeComRobot.Client.Tests.Delivery;

/// <summary>Several robots of one group under one name.</summary>
public sealed class PoolTests : IAsyncLifetime
{
    private static readonly string[] PoolKeys = [Keys.First, Keys.Second, "11111111-7abc-4bc4-97a0-0ec2aifa5aaa"];

    private readonly VirtualTime _time = new();
    private readonly RecordingObserver _observer = new();
    private SimulatorServer _server = null!;
    private RobotClient _client = null!;
    private RobotPool _pool = null!;

    private DeliveryOptions Options => new() { Observer = _observer, MaxRetry = 0 };

    public async Task InitializeAsync()
    {
        // The service's own limit, on the same clock: one message too many is refused
        _server = await SimulatorServer.StartAsync(new SimulatorOptions { Keys = PoolKeys, Time = _time });
        _client = new(_time);
        _pool = new(PoolKeys.Select(Robot));
    }

    public async Task DisposeAsync()
    {
        _client.Dispose();
        await _server.DisposeAsync();
        Assert.All(_observer.Warnings.Concat(_observer.Verboses), Keys.AssertAbsent);
    }

    [Fact]
    public async Task Three_robots_carry_sixty_messages_in_the_first_minute_and_six_hundred_in_a_third_of_ones_time()
    {
        await RunAsync([.. Enumerable.Range(0, 6).Select(sender => Task.Run(async () =>
        {
            for (var i = 0; i < 100; i++)
            {
                await SendAsync(Text($"{sender}-{i}"));
            }
        }))]);

        var arrivals = _server.Messages.Select(message => message.ReceivedAt - _server.Messages[0].ReceivedAt).ToArray();
        Assert.Equal(600, _server.Messages.Select(message => message.TextContent()).Distinct().Count());
        Assert.Equal(600, _server.RequestCount);
        Assert.Equal(60, arrivals.Count(arrival => arrival < TimeSpan.FromMinutes(1)));

        // One robot: 20 at once, and 20 more with each of 29 minutes
        Assert.InRange(arrivals[^1], TimeSpan.FromMinutes(9), 1.05 * TimeSpan.FromMinutes(29) / 3);
    }

    [Fact]
    public async Task Each_message_goes_by_the_robot_that_is_free_soonest_and_its_receipt_names_it()
    {
        for (var i = 0; i < 20; i++)
        {
            await _client.SendAsync(Robot(Keys.First), Text("x"), Options);
        }

        var receipts = await Task.WhenAll(Enumerable.Range(0, 40).Select(i => SendAsync(Text("y"))));
        Assert.All(receipts, receipt => Assert.Equal(TimeSpan.Zero, receipt[0].Waited));
        Assert.Equal(
            PoolKeys[1..].Select(key => (Robot(key).ToString(), 20)).Order(),
            receipts.CountBy(receipt => receipt[0].Robot).Select(count => (count.Key, count.Value)).Order());
    }

    [Fact]
    public async Task The_parts_of_one_message_stay_with_one_robot_also_where_another_is_free()
    {
        for (var i = 0; i < 19; i++)
        {
            await _client.SendAsync(Robot(Keys.First), Text("x"), Options);
        }

        var only = new RobotPool([Robot(Keys.First), Robot(Keys.Second)]);
        var sending = _client.SendAsync(only, Outgoing.For([Text("a"), Text("b"), Text("c")]), Options);
        await RunAsync([sending]);
        Assert.Single((await sending).DistinctBy(receipt => receipt.Robot));
        Assert.Equal(["a", "b", "c"], _server.Messages.Skip(19).Select(message => message.TextContent()));
    }

    [Theory]
    [InlineData(93000)]
    [InlineData(93004)]
    [InlineData(93008)]
    public async Task A_robot_that_the_service_refuses_leaves_with_a_warning_and_the_message_goes_by_another(int code)
    {
        _server.Script(new Fault { ErrCode = code });
        var receipt = Assert.Single(await SendAsync(Text("a")));
        Assert.Equal("a", Assert.Single(_server.Messages).TextContent());
        Assert.Equal(2, _pool.ActiveRobots.Count);
        Assert.Equal(3, _pool.Robots.Count);
        Assert.Contains(receipt.Robot, _pool.ActiveRobots.Select(member => member.ToString()));
        var gone = Assert.Single(_pool.Robots.Except(_pool.ActiveRobots));
        var warning = Assert.Single(_observer.Warnings);
        Assert.Contains(gone.ToString(), warning);
        Assert.Contains($"errcode {code}", warning);

        // It does not come back
        await Task.WhenAll(Enumerable.Range(0, 30).Select(i => SendAsync(Text("b"))));
        Assert.DoesNotContain(_server.Messages, message => Robot(message.Key).Fingerprint == gone.Fingerprint);
        Assert.Single(_observer.Warnings);
    }

    [Fact]
    public async Task Refused_at_its_second_part_a_message_goes_on_by_another_robot()
    {
        _server.Script(new Fault(), new Fault { ErrCode = 93000 });
        var receipts = await _client.SendAsync(_pool, Outgoing.For([Text("a"), Text("b"), Text("c")]), Options);
        Assert.Equal(["a", "b", "c"], _server.Messages.Select(message => message.TextContent()));
        Assert.Equal([1, 2, 3], receipts.Select(receipt => receipt.Part));
        Assert.Equal(receipts[1].Robot, receipts[2].Robot);
    }

    [Fact]
    public async Task If_all_robots_are_refused_that_is_the_error()
    {
        _server.Script([.. Enumerable.Repeat(new Fault { ErrCode = 93000 }, 3)]);
        var error = await Assert.ThrowsAnyAsync<WeComException>(() => SendAsync(Text("a")));
        Assert.Equal((FailureCause.WebhookRefused, 93000), (error.Cause, error.ErrorCode));
        Assert.Equal(3, _server.RequestCount);
        Keys.AssertAbsent(error);
    }

    [Theory]
    [InlineData(40008)]
    [InlineData(45033)]
    public async Task Any_other_refusal_is_no_reason_to_leave(int code)
    {
        _server.Script(new Fault { ErrCode = code });
        await Assert.ThrowsAnyAsync<WeComException>(() => SendAsync(Text("a")));
        Assert.Equal(3, _pool.ActiveRobots.Count);
        Assert.Equal(1, _server.RequestCount);
    }

    [Fact]
    public async Task A_file_is_uploaded_to_the_robot_that_sends_it()
    {
        using var folder = new TestFolder();
        for (var i = 0; i < 20; i++)
        {
            await _client.SendAsync(Robot(Keys.First), Text("x"), Options);
        }

        using var file = MediaFile.Open(folder.Write("a.txt", new byte[6]), MediaType.File);
        var receipt = Assert.Single(await _client.SendAsync(_pool, Outgoing.For(file), Options));
        var media = Assert.Single(_server.Media);
        Assert.NotEqual(Keys.First, media.Key);
        Assert.Equal((media.MediaId, Robot(media.Key).ToString()), (receipt.MediaId, receipt.Robot));
        Assert.Equal(media, _server.Messages[^1].Media);
    }

    [Fact]
    public async Task If_that_robot_is_refused_the_file_is_uploaded_again_by_the_next()
    {
        using var folder = new TestFolder();
        _server.Script(new Fault(), new Fault { ErrCode = 93000 });
        using var file = MediaFile.Open(folder.Write("a.txt", new byte[6]), MediaType.File);
        var receipt = Assert.Single(await _client.SendAsync(_pool, Outgoing.For(file), Options));
        Assert.Equal(2, _server.Media.Select(media => media.Key).Distinct().Count());
        Assert.Equal(receipt.MediaId, Assert.Single(_server.Messages).Media!.MediaId);
        Assert.Equal(2, _pool.ActiveRobots.Count);
    }

    private Task<IReadOnlyList<Receipt>> SendAsync(Message message) => _client.SendAsync(_pool, Outgoing.For(message), Options);

    private WebhookAddress Robot(string key) => WebhookAddress.Parse(_server.Webhook(key).AbsoluteUri);

    private static TextMessage Text(string content) => new() { Text = new() { Content = content } };

    /// <summary>Lets time pass whenever no post is on its way and each sender that is not done waits for a timer.</summary>
    private async Task RunAsync(IReadOnlyList<Task> senders)
    {
        bool IsIdle() => _observer.Postings == _observer.Receipts.Count && _time.ActiveTimers == senders.Count(sender => !sender.IsCompleted);
        await _time.RunAsync(senders, IsIdle, _observer.Changed);
        await Task.WhenAll(senders);
    }
}
