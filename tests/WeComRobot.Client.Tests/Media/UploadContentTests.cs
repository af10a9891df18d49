using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Security.Cryptography;
using System.Text;
using System.Threading.Tasks;
using WeComRobot.Media;
using Xunit;

namespace WeComRobot.Client.Tests.Media;

/// <summary>The upload body against the official sample (请求示例).</summary>
public sealed class UploadContentTests : IDisposable
{
    private const string Boundary = "-------------------------acebdf13572468";

    private const string OfficialBody =
        """
        ---------------------------acebdf13572468
        Content-Disposition: form-data; name="media";filename="wework.txt"; filelength=6
        Content-Type: application/octet-stream

        mytext
        ---------------------------acebdf13572468--

        """;

    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_body_is_the_official_sample_byte_for_byte()
    {
        using var file = MediaFile.Open(_folder.Write("wework.txt", [.. "mytext"u8]), MediaType.File);
        using var body = new UploadContent(file, Boundary, _ => { });
        Assert.Equal(220, body.Headers.ContentLength);
        Assert.Equal(
            Encoding.UTF8.GetBytes(OfficialBody.ReplaceLineEndings("\r\n")), await body.ReadAsByteArrayAsync());
    }

    [Fact]
    public void The_boundary_is_not_quoted()
    {
        using var file = MediaFile.Open(_folder.Write("wework.txt", [.. "mytext"u8]), MediaType.File);
        using var body = new UploadContent(file, Boundary, _ => { });
        Assert.Equal("multipart/form-data; boundary=" + Boundary, body.Headers.NonValidated["Content-Type"].ToString());
    }

    [Fact]
    public void Every_upload_has_a_boundary_of_its_own() =>
        Assert.Equal(100, Enumerable.Range(0, 100).Select(_ => UploadContent.NewBoundary()).Distinct().Count());

    [Fact]
    public async Task A_second_writing_is_the_same_and_progress_ends_at_the_size()
    {
        var content = Enumerable.Range(0, 600_000).Select(n => (byte)(n / 251)).ToArray();
        using var file = MediaFile.Open(_folder.Write("a.bin", content), MediaType.File);
        var sent = new List<long>();
        using var body = new UploadContent(file, Boundary, sent.Add);
        var first = await WrittenAsync(body);
        Assert.Equal(first, await WrittenAsync(body));
        Assert.True(first.AsSpan().IndexOf(content) > 0);
        Assert.Equal(body.Headers.ContentLength, first.Length);
        Assert.Equal(600_000, sent[^1]);
        Assert.Equal(sent.Take(sent.Count / 2).Order(), sent.Take(sent.Count / 2));
    }

    [Theory]
    [InlineData(6)]
    [InlineData(256 * 1024)]
    [InlineData(600_000)]
    public async Task What_was_sent_is_known_by_the_hash_of_the_file(int size)
    {
        using var file = MediaFile.FromBytes(RandomNumberGenerator.GetBytes(size), "a.bin");
        using var body = new UploadContent(file, Boundary, _ => { });
        Assert.Null(body.ContentKey);
        await WrittenAsync(body);
        Assert.Equal(ContentHash.Compute(file), body.ContentKey);
    }

    [Fact]
    public async Task A_file_that_grows_after_its_check_is_sent_as_it_was_checked()
    {
        var path = _folder.Write("wework.txt", [.. "mytext"u8]);
        using var file = MediaFile.Open(path, MediaType.File);
        using var body = new UploadContent(file, Boundary, _ => { });
        try
        {
            File.AppendAllText(path, "later lines of a log");
        }
        catch (IOException)
        {
            // Windows keeps writers away
        }

        Assert.Equal(6, file.Size);
        Assert.Equal(220, body.Headers.ContentLength);
        Assert.Equal(Encoding.UTF8.GetBytes(OfficialBody.ReplaceLineEndings("\r\n")), await WrittenAsync(body));
    }

    private static async Task<byte[]> WrittenAsync(UploadContent body)
    {
        using var stream = new MemoryStream();
        await body.CopyToAsync(stream);
        return stream.ToArray();
    }
}
