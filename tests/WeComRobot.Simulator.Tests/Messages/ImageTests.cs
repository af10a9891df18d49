using System;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using System.Threading.Tasks;

namespace WeComRobot.Simulator.Tests.Messages;

/// <summary>The format, size and md5 of images.</summary>
public sealed class ImageTests : SimulatorTest
{
    private const int MaxBytes = 2 * 1024 * 1024;

    private static readonly byte[] Png = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];
    private static readonly byte[] Jpeg = [0xFF, 0xD8, 0xFF, 0xE0];

    [Fact]
    public async Task Png_and_jpeg_are_accepted()
    {
        await AcceptsAsync(Image(Png));
        await AcceptsAsync(Image(Jpeg));
    }

    [Fact]
    public async Task Another_format_is_refused()
    {
        await RefusesAsync(40004, Image("GIF89a"u8.ToArray()));
        await RefusesAsync(40004, Image(Png[..7]));
    }

    [Fact]
    public async Task The_decoded_size_is_limited()
    {
        await AcceptsAsync(Image(Padded(MaxBytes)));
        await RefusesAsync(40009, Image(Padded(MaxBytes + 1)));
    }

    [Fact]
    public async Task The_md5_is_that_of_the_decoded_bytes()
    {
        var base64 = Convert.ToBase64String(Png);
        await RefusesAsync(301019, Image(base64, Md5(System.Text.Encoding.ASCII.GetBytes(base64))));
        await RefusesAsync(301019, Image(base64, null));
        await AcceptsAsync(Image(base64, Md5(Png).ToUpperInvariant()));
    }

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("iVBORw0KGg")]
    [InlineData("data:image/png;base64,iVBORw0KGgo=")]
    public async Task Valid_base64_is_required(string? base64) =>
        await RefusesAsync(44001, Image(base64, Md5(Png)));

    private static byte[] Padded(int size)
    {
        var image = new byte[size];
        Png.CopyTo(image, 0);
        return image;
    }

    private static JsonObject Image(byte[] image) => Image(Convert.ToBase64String(image), Md5(image));

    private static JsonObject Image(string? base64, string? md5) =>
        new() { ["msgtype"] = "image", ["image"] = new JsonObject { ["base64"] = base64, ["md5"] = md5 } };

    private static string Md5(byte[] bytes) => Convert.ToHexStringLower(MD5.HashData(bytes));
}
