using System;
using System.Net;
using System.Net.Http;
using System.Text;
using System.Text.Json;
using System.Threading.Tasks;

namespace WeComRobot.Simulator.Tests.Page;

/// <summary>Requests that the composer makes.</summary>
internal static class CheckRequests
{
    /// <summary>What the simulator says of a message that is not sent.</summary>
    public static Task<JsonElement> CheckAsync(this SimulatorTest test, string body, string query = "") =>
        test.CheckAsync(Encoding.UTF8.GetBytes(body), query);

    /// <summary>What the simulator says of a message that is not sent.</summary>
    public static async Task<JsonElement> CheckAsync(this SimulatorTest test, byte[] body, string query = "")
    {
        using var content = new ByteArrayContent(body);
        using var response = await test.Http.PostAsync(new Uri(test.Server.BaseAddress, $"simulator/check{query}"), content);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return JsonDocument.Parse(await response.Content.ReadAsStringAsync(), new() { MaxDepth = 128 }).RootElement;
    }

    /// <summary>The gallery in a language.</summary>
    public static async Task<JsonElement[]> GetGalleryAsync(this SimulatorTest test, string language)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(test.Server.BaseAddress, "simulator/gallery"));
        request.Headers.AcceptLanguage.ParseAdd(language);
        using var response = await test.Http.SendAsync(request);
        return [.. JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement.EnumerateArray()];
    }

    /// <summary>A field within a field.</summary>
    public static JsonElement At(this JsonElement json, string path)
    {
        foreach (var name in path.Split('.'))
        {
            json = json.GetProperty(name);
        }

        return json;
    }
}
