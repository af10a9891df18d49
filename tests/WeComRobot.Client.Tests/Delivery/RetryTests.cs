using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using WeComRobot.Messages;
using WeComRobot.Simulator;
using Xunit;

namespace WeComRobot.Client.Tests.Delivery;

/// <summary>When a message is posted again, on virtual time.</summary>
public sealed class RetryTests : IAsyncLifetime
{
    private static readonly Fault Busy = new() { ErrCode = -1 };

    private readonly VirtualTime _time = new();
    private SimulatedRobot _robot = null!;
    private int _retriesSeen;

    public async Task InitializeAsync()
    {
        _robot = await SimulatedRobot.StartAsync(_time);
        _robot.Options = _robot.Options with { MaxRetry = 3 };
    }

    public async Task DisposeAsync() => await _robot.DisposeAsync();

    [Fact]
    public async Task Each_wait_is_between_half_and_the_whole_of_twice_the_one_before_up_to_a_minute()
    {
        _robot.Options = _robot.Options with { MaxRetry = 9 };
        _robot.Server.Script([.. Enumerable.Repeat(Busy, 9)]);

        var waits = await WaitsAsync(_robot.SendTextAsync());

        double[] most = [1, 2, 4, 8, 16, 32, 60, 60, 60];
        Assert.Equal(most.Length, waits.Count);
        Assert.All(waits.Zip(most), wait => Assert.InRange(wait.First.TotalSeconds, wait.Second / 2, wait.Second));
    }

    [Fact]
    public async Task Waits_differ_so_that_processes_do_not_come_back_together()
    {
        _robot.Options = _robot.Options with { MaxRetry = 1 };
        var waits = new List<TimeSpan>();
        for (var i = 0; i < 20; i++)
        {
            _robot.Server.Script(Busy);
            waits.AddRange(await WaitsAsync(_robot.SendTextAsync()));
        }

        Assert.InRange(waits.Distinct().Count(), 10, 20);
    }

    [Theory]
    [InlineData(429, "30", 30)]
    [InlineData(503, "30", 30)]
    [InlineData(429, "Wed, 04 Jun 2025 08:00:30 GMT", 30)]
    [InlineData(503, "Wed, 04 Jun 2025 08:00:30 GMT", 30)]
    [InlineData(429, "600", 600)]
    [InlineData(429, "0", 0)]
    [InlineData(429, "Wed, 04 Jun 2025 07:00:00 GMT", 0)]
    [InlineData(429, "soon", 0)]
    [InlineData(429, "-5", 0)]
    [InlineData(429, "1e3", 0)]
    public async Task What_Retry_After_asks_for_is_the_least_wait(int status, string retryAfter, int seconds)
    {
        _robot.Server.Script(Asking(status, retryAfter));
        var wait = Assert.Single(await WaitsAsync(_robot.SendTextAsync())).TotalSeconds;
        Assert.InRange(wait, Math.Max(seconds, 0.5), seconds + 1);
    }

    [Theory]
    [InlineData(429, "601")]
    [InlineData(503, "86400")]
    [InlineData(429, "Wed, 04 Jun 2025 08:10:01 GMT")]
    [InlineData(503, "Fri, 31 Dec 9999 23:59:59 GMT")]
    public async Task More_than_ten_minutes_are_not_waited_for_and_the_error_says_when_to_come_back(int status, string retryAfter)
    {
        var error = await _robot.FailAsync(Asking(status, retryAfter));
        Assert.Equal(FailureCause.RateLimited, error.Cause);
        Assert.Equal(1, _robot.Server.RequestCount);
        Assert.Empty(_robot.Observer.Retries);
        var words = retryAfter switch
        {
            "601" => "08:10:01",
            "86400" => "2025-06-05",
            "Wed, 04 Jun 2025 08:10:01 GMT" => "08:10:01",
            _ => "",
        };
        Assert.Contains(words, error.Message);
    }

    [Fact]
    public async Task A_wait_is_reported_with_its_reason_and_can_be_cancelled()
    {
        _robot.Server.Script(Busy);
        using var stop = new CancellationTokenSource();
        var sending = _robot.SendAsync(Sample.Edited("text"), stop.Token);
        await _robot.Observer.UntilWaitingAsync();
        await _time.UntilTimersAsync(1);
        var (left, reason) = Assert.Single(_robot.Observer.Retries);
        Assert.InRange(left, TimeSpan.FromSeconds(0.5), TimeSpan.FromSeconds(1));
        Assert.Contains("errcode -1", reason);

        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => sending);
        Assert.Equal((0, 1), (_time.ActiveTimers, _robot.Server.RequestCount));

        // Nor does it hold the queue up
        Assert.Equal(1, (await _robot.SendTextAsync()).Attempts);
    }

    [Fact]
    public async Task No_retries_means_one_post()
    {
        _robot.Options = _robot.Options with { MaxRetry = 0 };
        var error = await _robot.FailAsync(Busy);
        Assert.Equal((-1, 1), (error.ErrorCode, _robot.Server.RequestCount));
        Assert.Empty(_robot.Observer.Retries);
    }

    [Fact]
    public async Task A_receipt_tells_how_often_its_own_message_was_posted()
    {
        _robot.Server.Script(new Fault(), Busy, Busy, new Fault(), Busy, new Fault());
        var sending = _robot.SendAsync([Text("a"), Text("b"), Text("c")]);
        await WaitsAsync(sending);
        Assert.Equal([1, 3, 2], (await sending).Select(receipt => receipt.Attempts));
        Assert.Equal(["a", "b", "c"], _robot.Server.Messages.Select(message => message.TextContent()));
    }

    [Fact]
    public async Task The_next_message_of_the_process_stays_behind_the_one_that_waits()
    {
        _robot.Server.Script(Busy);
        var first = _robot.SendTextAsync("a");
        await _robot.Observer.UntilWaitingAsync();
        await _time.UntilTimersAsync(1);
        var second = _robot.SendTextAsync("b");
        _time.Advance(TimeSpan.FromSeconds(1));
        await Task.WhenAll(first, second);
        Assert.Equal(["a", "b"], _robot.Server.Messages.Select(message => message.TextContent()));
    }

    [Fact]
    public async Task After_the_last_try_the_error_tells_how_often_it_was_tried()
    {
        _robot.Server.Script([.. Enumerable.Repeat(Busy, 4)]);
        var sending = _robot.SendTextAsync();
        await WaitsAsync(sending);
        Assert.Contains("4 times", (await _robot.FailAsync(sending)).Message);
        Assert.Equal(4, _robot.Server.RequestCount);
    }

    [Fact]
    public async Task A_refusal_after_a_wait_ends_the_tries()
    {
        _robot.Server.Script(Busy, new Fault { ErrCode = 93000 }, Busy);
        var sending = _robot.SendTextAsync();
        await WaitsAsync(sending);
        Assert.Equal(FailureCause.WebhookRefused, (await _robot.FailAsync(sending)).Cause);
        Assert.Equal(2, _robot.Server.RequestCount);
    }

    /// <summary>Lets time pass whenever the message waits for its next try.</summary>
    /// <returns>How long it waited between its posts.</returns>
    private async Task<IReadOnlyList<TimeSpan>> WaitsAsync(Task sending)
    {
        var waits = new List<TimeSpan>();
        var since = _time.GetUtcNow();
        while (await _time.UntilIdleAsync([sending], () => _robot.Observer.IsWaiting))
        {
            if (_robot.Observer.Retries.Count > _retriesSeen)
            {
                _retriesSeen++;
                since = _time.GetUtcNow();
                waits.Add(TimeSpan.Zero);
            }

            _time.AdvanceToNextTimer();
            waits[^1] = _time.GetUtcNow() - since;
        }

        return waits;
    }

    private static Fault Asking(int status, string retryAfter) =>
        new() { Status = status, Headers = new Dictionary<string, string> { ["Retry-After"] = retryAfter } };

    private static TextMessage Text(string content) => new() { Text = new() { Content = content } };
}
