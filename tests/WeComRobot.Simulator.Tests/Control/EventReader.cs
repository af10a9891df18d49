using System;
using System.Collections.Generic;
using System.IO;
using System.Net.Http;
using System.Net.ServerSentEvents;
using System.Text.Json;
using System.Threading.Tasks;

namespace WeComRobot.Simulator.Tests.Control;

/// <summary>Reads GET /simulator/events, as the page does.</summary>
internal sealed class EventReader : IAsyncDisposable
{
    private readonly HttpResponseMessage _response;
    private readonly IAsyncEnumerator<SseItem<JsonElement>> _events;

    private EventReader(HttpResponseMessage response, IAsyncEnumerator<SseItem<JsonElement>> events) => (_response, _events) = (response, events);

    /// <param name="test">The test, whose simulator is read.</param>
    /// <param name="lastEventId">The id after which a browser goes on.</param>
    /// <param name="language">The browser's Accept-Language.</param>
    /// <param name="server">Another simulator than the test's.</param>
    /// <param name="after">The id after which a page goes on that has closed its stream.</param>
    public static async Task<EventReader> OpenAsync(
        SimulatorTest test, string? lastEventId = null, string language = "en", SimulatorServer? server = null, string? after = null)
    {
        var address = new Uri((server ?? test.Server).BaseAddress, $"simulator/events{(after is null ? "" : $"?after={after}")}");
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Add("Accept-Language", language);
        if (lastEventId is not null)
        {
            request.Headers.Add("Last-Event-ID", lastEventId);
        }

        var response = await test.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        Assert.Equal("text/event-stream", response.Content.Headers.ContentType!.MediaType);
        var events = SseParser.Create(
            await response.Content.ReadAsStreamAsync(), (_, json) => JsonDocument.Parse(json.ToArray()).RootElement);
        return new(response, events.EnumerateAsync().GetAsyncEnumerator());
    }

    /// <summary>The first entry.</summary>
    public static async Task<JsonElement> FirstEntryAsync(SimulatorTest test, string language = "en")
    {
        await using var reader = await OpenAsync(test, language: language);
        await reader.ReadHelloAsync();
        return await reader.ReadEntryAsync();
    }

    /// <summary>The next event, which has this name.</summary>
    public async Task<SseItem<JsonElement>> ReadAsync(string name)
    {
        Assert.True(await _events.MoveNextAsync().AsTask().InTimeAsync(), "The stream has ended.");
        Assert.Equal(name, _events.Current.EventType);
        return _events.Current;
    }

    /// <summary>The data of the next event, which is an entry.</summary>
    public async Task<JsonElement> ReadEntryAsync() => (await ReadAsync("entry")).Data;

    /// <summary>What a new reader is told before the entries.</summary>
    public async Task<JsonElement> ReadHelloAsync()
    {
        var hello = await ReadAsync("hello");
        await ReadAsync("cleared");
        return hello.Data;
    }

    /// <summary>Waits until the stream ends, as it does when the server stops.</summary>
    public Task EndAsync() => Assert.ThrowsAnyAsync<IOException>(() => _events.MoveNextAsync().AsTask().InTimeAsync());

    public async ValueTask DisposeAsync()
    {
        _response.Dispose();
        await _events.DisposeAsync();
    }
}
