using System;
using System.IO;
using System.Security.Cryptography;
using System.Threading.Tasks;

namespace WeComRobot.Simulator.Tests;

/// <summary>The JSON samples of the official page, without the stray backslashes that its rendering leaves.</summary>
public sealed class SampleTests : SimulatorTest
{
    [Theory]
    [InlineData("text", "text")]
    [InlineData("markdown", "markdown")]
    [InlineData("markdown_v2", "markdown_v2")]
    [InlineData("news", "news")]
    [InlineData("text_notice", "template_card")]
    [InlineData("news_notice", "template_card")]
    public async Task A_sample_is_accepted_unchanged(string sample, string type)
    {
        var body = Read(sample);
        Assert.Equal(0, (await SendAsync(body)).ErrCode);
        Assert.Equal((type, body), (Server.Messages[0].MessageType, Server.Messages[0].Body));
    }

    [Fact]
    public async Task The_image_sample_is_accepted_with_its_placeholders_filled()
    {
        byte[] png = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];
        var sample = Read("image");
        Assert.Equal(40004, (await SendAsync(sample)).ErrCode);
        var filled = sample
            .Replace("DATA", Convert.ToBase64String(png), StringComparison.Ordinal)
            .Replace("MD5", Convert.ToHexStringLower(MD5.HashData(png)), StringComparison.Ordinal);
        Assert.Equal(0, (await SendAsync(filled)).ErrCode);
    }

    [Theory]
    [InlineData("file", "3a8asd892asd8asd")]
    [InlineData("voice", "MEDIA_ID")]
    public async Task A_media_sample_is_accepted_with_a_valid_id(string sample, string placeholder)
    {
        var body = Read(sample);
        Assert.Equal(40007, (await SendAsync(body)).ErrCode);
        var filled = body.Replace(placeholder, await this.MediaIdAsync(sample), StringComparison.Ordinal);
        Assert.Equal(0, (await SendAsync(filled)).ErrCode);
    }

    private static string Read(string sample) => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Samples", $"{sample}.json"));
}
