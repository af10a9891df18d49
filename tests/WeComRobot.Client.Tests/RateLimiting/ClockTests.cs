using System;
using System.Threading.Tasks;
using WeComRobot.RateLimiting;
using Xunit;

namespace WeComRobot.Client.Tests.RateLimiting;

/// <summary>Clocks that are set, stop or differ: a shared window neither opens early on one machine, nor ever stays shut for long.</summary>
public sealed class ClockTests : IDisposable
{
    private static readonly RateLimit Limit = new(2, TimeSpan.FromMinutes(1));
    private static readonly TimeSpan Longest = Limit.Window + WindowState.Guard(Limit);
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    private readonly TestFolder _folder = new();

    public static TheoryData<int> Steps => [-86400, -3600, -1, 1, 3600, 86400];

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Steps))]
    public async Task A_step_of_the_wall_clock_neither_opens_nor_shuts_the_window(int seconds)
    {
        var time = new VirtualTime();
        await FillAsync(time, "here");
        time.Advance(TimeSpan.FromSeconds(10));
        time.SetWallClock(TimeSpan.FromSeconds(seconds));

        Assert.Equal(Longest - TimeSpan.FromSeconds(10), await WaitAsync(time, "here"));
    }

    [Theory]
    [MemberData(nameof(Steps))]
    public async Task A_step_of_the_wall_clock_does_not_reopen_a_window_that_the_service_closed(int seconds)
    {
        var time = new VirtualTime();
        Window(time, "here").Close();
        time.SetWallClock(TimeSpan.FromSeconds(seconds));
        Assert.Equal(Longest, await WaitAsync(time, "here"));
    }

    [Fact]
    public async Task While_the_machine_sleeps_its_clock_may_stop_and_then_the_window_is_shut_a_little_longer()
    {
        var time = new VirtualTime();
        await FillAsync(time, "here");
        time.SetWallClock(Hour); // the wall clock goes on
        Assert.InRange(await WaitAsync(time, "here"), TimeSpan.Zero, Longest);
    }

    [Fact]
    public async Task A_restart_sets_the_monotonic_clock_back_and_the_wall_clock_tells_what_has_passed()
    {
        var before = new VirtualTime();
        before.Advance(24 * Hour);
        await FillAsync(before, "here");
        var after = new VirtualTime(before.GetUtcNow() + TimeSpan.FromSeconds(10));
        Assert.Equal(Longest - TimeSpan.FromSeconds(10), await WaitAsync(after, "here"));
    }

    [Theory]
    [InlineData(0, 60)]
    [InlineData(-2, 60)]
    [InlineData(-3600, 60)]
    [InlineData(10, 50)]
    [InlineData(3600, 0)]
    public async Task Another_machine_counts_by_the_wall_clock_and_a_future_moment_counts_as_now(int skew, int seconds)
    {
        var here = new VirtualTime();
        await FillAsync(here, "here");
        var there = new VirtualTime(here.GetUtcNow() + TimeSpan.FromSeconds(skew));
        there.Advance(2 * Hour); // its monotonic clock has another beginning
        there.SetWallClock(-2 * Hour);

        var waited = await WaitAsync(there, "there");
        Assert.InRange(waited.TotalSeconds, seconds, seconds + 0.1);

        // And back: what the other one wrote does not shut this one for longer than a window
        Assert.InRange(await WaitAsync(here, "here"), TimeSpan.Zero, Longest);
    }

    [Fact]
    public async Task Two_machines_with_an_hour_between_them_take_turns_without_end()
    {
        var here = new VirtualTime();
        var there = new VirtualTime(here.GetUtcNow() + Hour);
        for (var i = 0; i < 20; i++)
        {
            Assert.InRange(await WaitAsync(here, "here"), TimeSpan.Zero, Longest);
            Assert.InRange(await WaitAsync(there, "there"), TimeSpan.Zero, Longest);
            here.Advance(TimeSpan.FromSeconds(7));
            there.Advance(TimeSpan.FromSeconds(7));
        }
    }

    private RateWindow Window(VirtualTime time, string machine) => Windows.InFile(_folder.FullName, Limit, time, machine);

    private async Task FillAsync(VirtualTime time, string machine)
    {
        for (var i = 0; i < Limit.Messages; i++)
        {
            Assert.Equal(TimeSpan.Zero, await WaitAsync(time, machine));
        }
    }

    /// <summary>How long another process waits for its slot, by its own clock; it posts in no time.</summary>
    private async Task<TimeSpan> WaitAsync(VirtualTime time, string machine)
    {
        using var slot = await Window(time, machine).ReserveAsync(time);
        return slot.Waited;
    }
}
