using System;
using System.Linq;
using System.Security.Cryptography;
using System.Text;
using System.Threading.Tasks;

namespace WeComRobot.Simulator.Tests.Uploads;

/// <summary>Uploads: query, body, limits and response.</summary>
public sealed class UploadTests : SimulatorTest
{
    private const int MaxFileBytes = 20 * 1024 * 1024;

    private static readonly byte[] Content = "mytext"u8.ToArray();

    [Fact]
    public async Task An_upload_returns_the_documented_fields()
    {
        var answer = await this.UploadAsync(Content);

        Assert.Equal((0, "ok", "file"), (answer.ErrCode, answer.ErrMsg, answer.Field("type")));
        Assert.Matches("^[A-Za-z0-9_-]{40,}$", answer.Field("media_id"));
        Assert.Equal(Time.GetUtcNow().ToUnixTimeSeconds().ToString(), answer.Field("created_at"));
        var media = Assert.Single(Server.Media);
        Assert.Equal((answer.Field("media_id"), Key, "file", "wework.txt"), (media.MediaId, media.Key, media.Type, media.DisplayName));
        Assert.Equal((Upload.Disposition, 6, 6L), (media.ContentDisposition, media.Size, media.FileLength));
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(Content)), media.Sha256);
    }

    [Fact]
    public async Task Each_upload_gets_its_own_id() =>
        Assert.NotEqual(await this.MediaIdAsync(), await this.MediaIdAsync());

    [Theory]
    [InlineData("key=unknown&type=file")]
    [InlineData("type=file")]
    public async Task An_unknown_key_is_an_invalid_parameter(string query)
    {
        var answer = await this.PostUploadAsync(Content, query);
        Assert.Equal(40058, answer.ErrCode);
        Assert.StartsWith("invalid param 'key', hint", answer.ErrMsg, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("&type=image")]
    [InlineData("&type=FILE")]
    public async Task The_type_is_file_or_voice(string type) =>
        Assert.Equal(40005, (await this.PostUploadAsync(Content, $"key={Key}{type}")).ErrCode);

    [Theory]
    [InlineData("file", 5, 40006)]
    [InlineData("file", 6, 0)]
    [InlineData("voice", 5, 40006)]
    [InlineData("file", MaxFileBytes, 0)]
    [InlineData("file", MaxFileBytes + 1, 45001)]
    [InlineData("file", MaxFileBytes + (1024 * 1024), 45001)]
    public async Task The_size_is_over_5_bytes_and_at_most_20_mib(string type, int size, int errcode) =>
        Assert.Equal(errcode, (await this.UploadAsync(new byte[size], type)).ErrCode);

    [Theory]
    [InlineData("multipart/form-data; boundary=acebdf13572468", 0)]
    [InlineData("multipart/form-data;boundary=acebdf13572468;charset=utf-8", 0)]
    [InlineData("multipart/form-data; boundary=\"acebdf13572468\"", 44001)]
    [InlineData("multipart/form-data; boundary=other", 44001)]
    [InlineData("multipart/form-data", 44001)]
    [InlineData("application/octet-stream", 44001)]
    public async Task Only_an_unquoted_boundary_is_understood(string contentType, int errcode)
    {
        var answer = await this.UploadAsync(Content, contentType: contentType);
        Assert.Equal(errcode, answer.ErrCode);
        Assert.StartsWith(errcode == 0 ? "ok" : "empty media data", answer.ErrMsg, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_truncated_body_has_no_section()
    {
        var cut = Encoding.UTF8.GetBytes($"--{Upload.Boundary}\r\n{Upload.Disposition}\r\n\r\nmytext\r\n");
        Assert.Equal(44001, (await this.PostUploadAsync(cut, $"key={Key}&type=file")).ErrCode);
        Assert.Equal(44001, (await this.PostUploadAsync([], $"key={Key}&type=file")).ErrCode);
    }

    [Fact]
    public async Task The_first_file_among_other_sections_is_taken()
    {
        var body = Encoding.UTF8.GetBytes(
            $"--{Upload.Boundary}\r\nContent-Disposition: form-data; name=\"note\"\r\n\r\nhello\r\n"
            + $"--{Upload.Boundary}\r\n{Upload.Disposition}\r\n\r\nline 1\r\n--line 2\r\n"
            + $"--{Upload.Boundary}\r\n{Upload.Disposition}\r\n\r\nanother file\r\n--{Upload.Boundary}--");
        Assert.Equal(0, (await this.PostUploadAsync(body, $"key={Key}&type=file")).ErrCode);
        Assert.Equal("line 1\r\n--line 2".Length, Server.Media.Single().Size);
    }

    [Fact]
    public async Task Methods_other_than_post_are_refused()
    {
        var response = await Http.GetAsync(new Uri(Server.BaseAddress, $"cgi-bin/webhook/upload_media?key={Key}&type=file"));
        Assert.Equal(43002, (await ReadAsync(response)).ErrCode);
    }
}
