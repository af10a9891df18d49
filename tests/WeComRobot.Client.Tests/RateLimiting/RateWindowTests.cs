using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using WeComRobot.RateLimiting;
using Xunit;

namespace WeComRobot.Client.Tests.RateLimiting;

/// <summary>One reservation after the other, on virtual time.</summary>
public sealed class RateWindowTests
{
    private readonly VirtualTime _time = new();
    private readonly RateWindow _window;

    public RateWindowTests() => _window = Windows.InMemory(new RateLimit(2, TimeSpan.FromSeconds(10)), _time);

    [Fact]
    public async Task A_full_window_opens_a_whole_window_after_the_first_stamp_and_says_how_long_that_is()
    {
        var first = await ReserveAsync();
        _time.Advance(TimeSpan.FromSeconds(3)); // the post takes 3 s: its stamp, not its departure, counts
        first.Dispose();
        await SendAsync();
        var waits = new List<TimeSpan>();

        var third = _window.ReserveAsync(Windows.Lease, waits.Add, CancellationToken.None);
        await _time.UntilTimersAsync(1);
        Assert.InRange(Assert.Single(waits), TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(10.1));
        _time.Advance(TimeSpan.FromSeconds(10));
        Assert.False(third.IsCompleted);
        _time.Advance(TimeSpan.FromSeconds(0.1));

        using var slot = await third;
        Assert.InRange(slot.Waited, TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(10.1));
    }

    [Fact]
    public async Task What_was_never_sent_takes_no_slot()
    {
        for (var i = 0; i < 5; i++)
        {
            using var slot = await ReserveAsync();
            slot.Release();
        }

        await SendAsync();
        await SendAsync();
        Assert.Equal(0, _time.ActiveTimers);
    }

    [Fact]
    public async Task A_limit_that_changes_counts_from_then_on()
    {
        await SendAsync();
        await SendAsync();
        _window.SetLimit(new(3, TimeSpan.FromSeconds(10)), RateLimitScope.Process);
        await SendAsync();
        Assert.Equal(0, _time.ActiveTimers);

        _window.SetLimit(new(1, TimeSpan.FromSeconds(10)), RateLimitScope.Process);
        _time.Advance(TimeSpan.FromSeconds(5));
        var next = ReserveAsync();
        await _time.UntilTimersAsync(1);
        _time.Advance(TimeSpan.FromSeconds(6));
        (await next).Dispose();
    }

    [Fact]
    public async Task One_post_at_a_time_and_first_come_first_served()
    {
        var inFlight = await ReserveAsync();
        var second = ReserveAsync();
        var third = ReserveAsync();
        Assert.False(second.IsCompleted);

        inFlight.Release();
        inFlight.Dispose();
        (await second).Dispose();

        Assert.NotNull(await third);
    }

    [Fact]
    public async Task Cancelling_in_the_queue_gives_the_place_to_the_next()
    {
        var inFlight = await ReserveAsync();
        using var cancellation = new CancellationTokenSource();
        var impatient = _window.ReserveAsync(Windows.Lease, _ => { }, cancellation.Token);
        var patient = ReserveAsync();

        cancellation.Cancel();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => impatient);
        inFlight.Dispose();

        Assert.NotNull(await patient);
    }

    [Fact]
    public async Task Cancelling_while_the_window_is_shut_frees_the_turn()
    {
        await SendAsync();
        await SendAsync();
        using var cancellation = new CancellationTokenSource();
        var impatient = _window.ReserveAsync(Windows.Lease, _ => { }, cancellation.Token);
        await _time.UntilTimersAsync(1);

        cancellation.Cancel();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => impatient);
        var patient = ReserveAsync();
        await _time.UntilTimersAsync(1);
        _time.Advance(TimeSpan.FromSeconds(11));

        Assert.NotNull(await patient);
    }

    [Fact]
    public async Task A_closed_window_stays_shut_for_a_whole_window()
    {
        _window.Close();

        var next = ReserveAsync();
        await _time.UntilTimersAsync(1);
        _time.Advance(TimeSpan.FromSeconds(10));
        Assert.False(next.IsCompleted);
        _time.Advance(TimeSpan.FromSeconds(0.1));

        Assert.NotNull(await next);
    }

    [Fact]
    public void A_key_has_one_window_in_the_whole_process()
    {
        var windows = new RateWindows(RateLimit.Official, () => null, _time);

        Assert.Same(windows.For("a"), windows.For("a"));
        Assert.NotSame(windows.For("a"), windows.For("b"));
    }

    private Task<Reservation> ReserveAsync() => _window.ReserveAsync(Windows.Lease, _ => { }, CancellationToken.None);

    private async Task SendAsync()
    {
        using var slot = await ReserveAsync();
    }
}
