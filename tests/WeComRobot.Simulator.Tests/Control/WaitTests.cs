using System;
using System.Collections.Generic;
using System.Net;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;

namespace WeComRobot.Simulator.Tests.Control;

/// <summary>GET /simulator/wait, in virtual time.</summary>
public sealed class WaitTests : SimulatorTest
{
    [Fact]
    public async Task Messages_that_are_there_are_returned_at_once()
    {
        await SendAsync(Text("a"));
        await SendAsync(Text("b"));
        Assert.Equal(["a", "b"], await this.GetTextsAsync("wait"));
        Assert.Equal(["a", "b"], await this.GetTextsAsync("wait?count=2&seconds=0"));
    }

    [Fact]
    public async Task Messages_that_arrive_later_end_the_wait()
    {
        await SendAsync(Text("a"));
        var waiting = this.GetAsync("wait?count=3");
        await Time.UntilTimersAsync(1);
        await SendAsync(Text("b"));
        Assert.False(waiting.IsCompleted);
        await SendAsync(Text("c"));
        Assert.Equal(["a", "b", "c"], await TextsAsync(waiting));
    }

    [Fact]
    public async Task Only_messages_that_are_asked_for_count()
    {
        var waiting = this.GetAsync($"wait?robot={OtherKey}&type=text&contains=disk");
        await Time.UntilTimersAsync(1);
        await SendAsync(Text("disk"));
        await SendAsync(Text("cpu"), OtherKey);
        await SendAsync("""{"msgtype":"markdown","markdown":{"content":"disk"}}""", OtherKey);
        await SendAsync(Text(""), OtherKey);
        await SendAsync(Text("disk 2"), OtherKey);
        Assert.Equal(["disk 2"], await TextsAsync(waiting));
    }

    [Fact]
    public async Task The_wait_ends_by_the_simulators_clock_and_says_how_many_came()
    {
        await SendAsync(Text("a"));
        var waiting = this.RefusedAsync("wait?count=2&seconds=30", HttpStatusCode.RequestTimeout);
        await Time.UntilTimersAsync(1);
        Time.Advance(TimeSpan.FromSeconds(29.9));
        Assert.False(waiting.IsCompleted);
        Time.Advance(TimeSpan.FromSeconds(0.1));
        Assert.Equal("1 of 2 messages were accepted within 30 s", await waiting.InTimeAsync());
    }

    [Fact]
    public async Task A_wait_in_vain_says_what_came_instead()
    {
        await SendAsync("""{"msgtype":"markdown","markdown":{"content":"a"}}""");
        await SendAsync(Text(""));
        await SendAsync(Text(new string('a', 2049)));
        Assert.Equal(
            "0 of 1 messages were accepted within 0 s; others that the parameters leave out: 1, the last markdown of robot-1 with 'a'; "
                + "refused: 2, the last with errcode 40058 text.content exceed max length 2048",
            await this.RefusedAsync("wait?type=text&seconds=0", HttpStatusCode.RequestTimeout));
    }

    [Fact]
    public async Task The_wait_is_ten_seconds_unless_another_is_given()
    {
        var waiting = this.RefusedAsync("wait", HttpStatusCode.RequestTimeout);
        await Time.UntilTimersAsync(1);
        Time.Advance(TimeSpan.FromSeconds(10));
        Assert.Equal("0 of 1 messages were accepted within 10 s", await waiting.InTimeAsync());
        Assert.Equal("0 of 1 messages were accepted within 0 s", await this.RefusedAsync("wait?seconds=0", HttpStatusCode.RequestTimeout));
    }

    [Fact]
    public async Task Several_can_wait_at_once()
    {
        var one = this.GetAsync("wait?count=1");
        var two = this.GetAsync("wait?count=2");
        await Time.UntilTimersAsync(2);
        await SendAsync(Text("a"));
        Assert.Equal(["a"], await TextsAsync(one));
        Assert.False(two.IsCompleted);
        await SendAsync(Text("b"));
        Assert.Equal(["a", "b"], await TextsAsync(two));
    }

    [Fact]
    public async Task Messages_that_were_cleared_do_not_count()
    {
        await SendAsync(Text("a"));
        var waiting = this.GetAsync("wait?count=2");
        await Time.UntilTimersAsync(1);
        await this.ClearAsync();
        await SendAsync(Text("b"));
        Assert.False(waiting.IsCompleted);
        await SendAsync(Text("c"));
        Assert.Equal(["b", "c"], await TextsAsync(waiting));
    }

    [Fact]
    public async Task A_client_that_is_gone_no_longer_waits()
    {
        using var gone = new CancellationTokenSource();
        var waiting = Http.GetAsync(this.Address("wait"), gone.Token);
        await Time.UntilTimersAsync(1);
        await gone.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        await UntilNobodyWaitsAsync().InTimeAsync();
    }

    [Theory]
    [InlineData("count=0", "count must be a whole number from 1 to 10000")]
    [InlineData("count=10001", "count must be a whole number from 1 to 10000")]
    [InlineData("count=two", "count must be a whole number from 1 to 10000")]
    [InlineData("seconds=-1", "seconds must be a whole number from 0 to 3600")]
    [InlineData("seconds=3601", "seconds must be a whole number from 0 to 3600")]
    [InlineData("seconds=1.5", "seconds must be a whole number from 0 to 3600")]
    [InlineData("timeout=5", "unknown parameter 'timeout'; there are robot, type, contains, count, seconds")]
    public async Task What_has_no_meaning_is_refused_in_one_line(string query, string line) =>
        Assert.Equal(line, await this.RefusedAsync($"wait?{query}"));

    private static async Task<IEnumerable<string>> TextsAsync(Task<JsonElement> waiting) => ControlRequests.TextsOf(await waiting.InTimeAsync());

    // A server notices a closed connection a little later
    private async Task UntilNobodyWaitsAsync()
    {
        while (Time.ActiveTimers > 0)
        {
            await this.GetAsync("messages");
        }
    }
}
