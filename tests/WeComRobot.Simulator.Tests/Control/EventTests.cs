using System;
using System.Linq;
using System.Threading.Tasks;

namespace WeComRobot.Simulator.Tests.Control;

/// <summary>The order of the events of GET /simulator/events, and how a reader goes on.</summary>
public sealed class EventTests : SimulatorTest
{
    [Fact]
    public async Task A_reader_gets_what_was_there_and_then_what_comes()
    {
        await SendAsync(Text("before"));
        await using var reader = await EventReader.OpenAsync(this);
        await reader.ReadHelloAsync();
        Assert.Equal("before", await ReadTextAsync(reader));
        await SendAsync(Text("live"));
        Assert.Equal("live", await ReadTextAsync(reader));
    }

    [Fact]
    public async Task A_reader_is_told_first_what_is_old_by_now()
    {
        await using var empty = await EventReader.OpenAsync(this);
        Assert.Equal(0, (await empty.ReadHelloAsync()).GetProperty("lastId").GetInt64());
        await SendAsync(Text("a"));
        await SendAsync(Text("b"));
        await using var reader = await EventReader.OpenAsync(this);
        Assert.Equal(2, (await reader.ReadHelloAsync()).GetProperty("lastId").GetInt64());
    }

    [Fact]
    public async Task A_reader_is_told_the_time_and_the_robots_first()
    {
        await SendAsync(Text("a"), OtherKey);
        await using var reader = await EventReader.OpenAsync(this);
        var hello = await reader.ReadHelloAsync();
        Assert.Equal(Time.GetUtcNow(), hello.GetProperty("now").GetDateTimeOffset());
        var robots = hello.GetProperty("robots");
        Assert.Equal([1, 2], robots.EnumerateArray().Select(robot => robot.GetProperty("number").GetInt32()));
        Assert.Equal(Server.Webhook(OtherKey).AbsoluteUri, robots[1].GetProperty("webhook").GetString());
        Assert.All(robots.EnumerateArray(), robot => Assert.Equal((20, 60), (robot.GetProperty("limit").GetInt32(), robot.GetProperty("seconds").GetInt32())));
        Assert.Equal(robots.GetRawText(), (await this.GetAsync("robots")).GetRawText());
    }

    [Fact]
    public async Task A_reader_that_comes_back_misses_nothing_and_sees_nothing_twice()
    {
        await using var reader = await EventReader.OpenAsync(this);
        await reader.ReadHelloAsync();
        await SendAsync(Text("a"));
        var seen = (await reader.ReadAsync("entry")).EventId;
        await SendAsync(Text("b"));

        await using var again = await EventReader.OpenAsync(this, seen);
        await again.ReadAsync("hello");
        Assert.Equal("b", await ReadTextAsync(again));
    }

    [Fact]
    public async Task A_page_says_in_the_address_what_it_has_seen_and_its_browser_in_the_header()
    {
        await using var reader = await EventReader.OpenAsync(this);
        await reader.ReadHelloAsync();
        await SendAsync(Text("a"));
        await SendAsync(Text("b"));
        await SendAsync(Text("c"));
        var (first, second) = ((await reader.ReadAsync("entry")).EventId, (await reader.ReadAsync("entry")).EventId);

        await using var shown = await EventReader.OpenAsync(this, after: first);
        await shown.ReadAsync("hello");
        Assert.Equal("b", await ReadTextAsync(shown));

        await using var reconnected = await EventReader.OpenAsync(this, second, after: first);
        await reconnected.ReadAsync("hello");
        Assert.Equal("c", await ReadTextAsync(reconnected));
    }

    [Fact]
    public async Task A_reader_is_told_that_the_log_was_cleared()
    {
        await using var reader = await EventReader.OpenAsync(this);
        await reader.ReadHelloAsync();
        await SendAsync(Text("a"));
        var old = await reader.ReadAsync("entry");
        await this.ClearAsync();
        await reader.ReadAsync("cleared");
        await SendAsync(Text("b"));
        Assert.Equal(1 + old.Data.GetProperty("id").GetInt64(), (await reader.ReadEntryAsync()).GetProperty("id").GetInt64());

        await using var again = await EventReader.OpenAsync(this, old.EventId);
        await again.ReadHelloAsync();
        Assert.Equal("b", await ReadTextAsync(again));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("nonsense")]
    [InlineData("-1")]
    [InlineData("0123456789abcdef0123456789abcdef-0-1")]
    public async Task An_id_of_another_run_counts_as_none(string? lastEventId)
    {
        await SendAsync(Text("a"));
        await using var reader = await EventReader.OpenAsync(this, lastEventId);
        await reader.ReadHelloAsync();
        Assert.Equal("a", await ReadTextAsync(reader));
    }

    [Fact]
    public async Task Many_readers_get_the_same()
    {
        var readers = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => EventReader.OpenAsync(this)));
        await Task.WhenAll(readers.Select(reader => reader.ReadHelloAsync()));
        await SendAsync(Text("a"));
        Assert.All(await Task.WhenAll(readers.Select(ReadTextAsync)), text => Assert.Equal("a", text));
        await Task.WhenAll(readers.Select(reader => reader.DisposeAsync().AsTask()));
        Assert.Equal(0, (await SendAsync(Text("b"))).ErrCode);
    }

    [Fact]
    public async Task Stopping_the_server_ends_the_streams()
    {
        var server = await SimulatorServer.StartAsync(new SimulatorOptions { Time = Time });
        await using var reader = await EventReader.OpenAsync(this, server: server);
        await reader.ReadHelloAsync();
        await server.DisposeAsync().AsTask().InTimeAsync();
        await reader.EndAsync();
    }

    private static async Task<string> ReadTextAsync(EventReader reader) =>
        (await reader.ReadEntryAsync()).GetProperty("payload").GetProperty("content").GetString()!;
}
