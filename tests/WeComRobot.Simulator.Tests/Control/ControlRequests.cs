using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Text.Json;
using System.Threading.Tasks;

namespace WeComRobot.Simulator.Tests.Control;

/// <summary>Requests to <c>/simulator/*</c>.</summary>
internal static class ControlRequests
{
    public static Uri Address(this SimulatorTest test, string path) => new(test.Server.BaseAddress, $"simulator/{path}");

    /// <summary>The JSON that a request returns.</summary>
    public static async Task<JsonElement> GetAsync(this SimulatorTest test, string path) =>
        JsonDocument.Parse(await test.Http.GetStringAsync(test.Address(path))).RootElement;

    /// <summary>The contents of the text messages that a request returns, in order.</summary>
    public static async Task<IEnumerable<string>> GetTextsAsync(this SimulatorTest test, string path) => TextsOf(await test.GetAsync(path));

    /// <summary>The contents of these text messages.</summary>
    public static IEnumerable<string> TextsOf(JsonElement messages) => messages.EnumerateArray().Select(message =>
        JsonDocument.Parse(message.GetProperty("body").GetString()!).RootElement.GetProperty("text").GetProperty("content").GetString()!);

    /// <summary>The line that says why a request is not answered.</summary>
    public static async Task<string> RefusedAsync(this SimulatorTest test, string path, HttpStatusCode status = HttpStatusCode.BadRequest)
    {
        using var response = await test.Http.GetAsync(test.Address(path));
        Assert.Equal(status, response.StatusCode);
        var lines = (await response.Content.ReadAsStringAsync()).Split('\n');
        Assert.Equal((2, ""), (lines.Length, lines[1]));
        return lines[0];
    }

    /// <summary>A field that is a string, or null.</summary>
    public static string? Field(this JsonElement json, string name) => json.GetProperty(name).GetString();

    public static Task<HttpResponseMessage> ClearAsync(this SimulatorTest test) => test.Http.DeleteAsync(test.Address("messages"));
}
