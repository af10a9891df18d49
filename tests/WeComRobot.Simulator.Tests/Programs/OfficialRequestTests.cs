using System;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Threading.Tasks;

namespace WeComRobot.Simulator.Tests.Programs;

/// <summary>The two complete requests of the official page, with nothing changed but the host.</summary>
public sealed class OfficialRequestTests
{
    private const string Host = "https://qyapi.weixin.qq.com";
    private const string SendKey = "693axxx6-7aoc-4bc4-97a0-0ec2sifa5aaa";
    private const string UploadKey = "693a91f6-7xxx-4bc4-97a0-0ec2sifa5aaa";

    [FactWith("bash", "curl")]
    public async Task The_curl_example_sends_hello_world()
    {
        await using var server = await StartAsync();
        var script = Read("send.sh").Replace(Host, server.BaseAddress.GetLeftPart(UriPartial.Authority), StringComparison.Ordinal);

        var (code, output, _) = await Tool.RunAsync(Tool.Find("bash")!, "-c", script);

        Assert.Equal((0, "{\"errcode\":0,\"errmsg\":\"ok\"}"), (code, output));
        var sent = JsonDocument.Parse(server.Messages.Single().Body).RootElement;
        Assert.Equal("hello world", sent.GetProperty("text").GetProperty("content").GetString());
    }

    [FactWith("curl")]
    public async Task Curl_uploads_a_form_under_any_field_name()
    {
        await using var server = await StartAsync();
        var path = Path.Combine(AppContext.BaseDirectory, "Samples", "upload.http");
        foreach (var field in (string[])["media", "file"])
        {
            var (code, output, _) = await Tool.RunAsync(
                Tool.Find("curl")!, "-sS", "-F", $"{field}=@{path};filename=测试.txt",
                $"{server.BaseAddress}cgi-bin/webhook/upload_media?key={UploadKey}&type=file");

            Assert.Equal((0, 0), (code, Envelope.Parse(output).ErrCode));
            Assert.Equal(("测试.txt", (int)new FileInfo(path).Length), (server.Media[^1].DisplayName, server.Media[^1].Size));
        }

        Assert.Equal(2, server.Media.Count);
    }

    [Fact]
    public async Task The_upload_example_is_understood_byte_for_byte()
    {
        await using var server = await StartAsync();
        // HTTP lines end in CR LF, and HTTP/1.1 requires the Host header that the page leaves out
        var request = Read("upload.http").ReplaceLineEndings("\r\n")
            .Replace(Host, "", StringComparison.Ordinal)
            .Replace(" HTTP/1.1\r\n", " HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n", StringComparison.Ordinal);
        Assert.Contains($"Content-Length: {request.Length - request.IndexOf("\r\n\r\n", StringComparison.Ordinal) - 4}\r\n", request);

        using var connection = await RawConnection.OpenAsync(server);
        await connection.SendAsync(request);
        var answer = await connection.ReadToEndAsync();

        Assert.StartsWith("HTTP/1.1 200 OK\r\n", answer, StringComparison.Ordinal);
        Assert.Equal(0, Envelope.Parse(answer[answer.IndexOf('{', StringComparison.Ordinal)..]).ErrCode);
        var media = server.Media.Single();
        Assert.Equal(("wework.txt", 6, 6L), (media.DisplayName, media.Size, media.FileLength));
    }

    private static Task<SimulatorServer> StartAsync() =>
        SimulatorServer.StartAsync(new SimulatorOptions { Keys = [SendKey, UploadKey] });

    private static string Read(string sample) => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Samples", sample));
}
