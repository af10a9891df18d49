using System;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Threading.Tasks;

namespace WeComRobot.Simulator.App.Tests.Browser;

/// <summary>Uploads to a test's simulator.</summary>
internal static class Uploads
{
    private const string Boundary = "acebdf13572468";

    /// <summary>Uploads a file as the service wants it, with a raw name and an unquoted boundary.</summary>
    /// <returns>The media id.</returns>
    public static async Task<string> UploadAsync(this BrowserTest test, string type, string name, byte[] content) =>
        (await test.PostUploadAsync(type, name, content)).GetProperty("media_id").GetString()!;

    /// <summary>Uploads a file, and returns the response.</summary>
    public static async Task<JsonElement> PostUploadAsync(this BrowserTest test, string type, string name, byte[] content)
    {
        using var body = new ByteArrayContent(
        [
            .. Encoding.UTF8.GetBytes($"--{Boundary}\r\nContent-Disposition: form-data; name=\"media\"; filename=\"{name}\"\r\n\r\n"),
            .. content,
            .. Encoding.UTF8.GetBytes($"\r\n--{Boundary}--\r\n"),
        ]);
        body.Headers.ContentType = MediaTypeHeaderValue.Parse($"multipart/form-data; boundary={Boundary}");
        using var response = await test.Http.PostAsync(
            new Uri(test.Server.BaseAddress, $"cgi-bin/webhook/upload_media?key={BrowserTest.Key}&type={type}"), body);
        return JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement;
    }
}
