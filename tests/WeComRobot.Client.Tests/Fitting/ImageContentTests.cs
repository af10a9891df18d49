using System;
using System.Security.Cryptography;
using WeComRobot.Client.Tests.Messages;
using WeComRobot.Fitting;
using WeComRobot.Messages;
using Xunit;

namespace WeComRobot.Client.Tests.Fitting;

/// <summary>"图片（base64编码前）最大不能超过2M，支持JPG,PNG格式".</summary>
public sealed class ImageContentTests : IDisposable
{
    private const int Max = 2 * 1024 * 1024;

    private static readonly byte[] Jpg = Pictures.Jpg;
    private static readonly byte[] Png = Pictures.Png;

    private readonly TestFolder _folder = new();

    public static TheoryData<string, byte[]> OtherTypes => new()
    {
        { "gif", [.. "GIF89a"u8, 1, 0, 1, 0] },
        { "bmp", [.. "BM"u8, 0, 0, 0, 0] },
        { "webp", [.. "RIFF\0\0\0\0WEBPVP8 "u8] },
        { "svg", [.. "<svg xmlns='http://www.w3.org/2000/svg'/>"u8] },
        { "png with a broken line end", [0x89, .. "PNG\n"u8, 0x1A, (byte)'\n', 0] },
        { "two bytes of a jpg", [0xFF, 0xD8] },
        { "nothing", [] },
    };

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void The_message_has_the_bytes_and_their_md5(bool isPng)
    {
        var bytes = isPng ? Png : Jpg;
        foreach (var message in new[] { ImageContent.FromBytes(bytes, "logo"), ImageContent.FromFile(_folder.Write("logo.txt", bytes)) })
        {
            Assert.Equal(Convert.ToBase64String(bytes), message.Image!.Base64);
            Assert.Equal(Convert.ToHexStringLower(MD5.HashData(bytes)), message.Image.Md5);
            Rules.Allow(message);
        }
    }

    [Fact]
    public void A_body_that_was_changed_afterwards_is_held_against_the_rules_again()
    {
        var body = ImageContent.FromBytes(Png, "logo").Image!;
        Rules.Refuse(new ImageMessage { Image = body with { Md5 = "00" } }, "image.md5");
        Rules.Refuse(new ImageMessage { Image = body with { Base64 = "no image" } }, "image.base64", FailureCause.InvalidMedia);
    }

    [Fact]
    public void A_body_equals_what_a_payload_says_the_same() => Assert.Equal(
        ImageContent.FromBytes(Png, "logo"), MessageJson.Parse(MessageJson.ToText(ImageContent.FromBytes(Png, "logo"), indented: false)));

    [Fact]
    public void An_image_of_2_MiB_is_accepted_and_one_more_byte_is_not()
    {
        Rules.Allow(ImageContent.FromFile(_folder.WriteSparse("logo.png", Max, Png)));
        var path = _folder.WriteSparse("photo.png", Max + 1, Png);
        foreach (var error in new[]
        {
            Assert.Throws<WeComException>(() => ImageContent.FromFile(path)),
            Assert.Throws<WeComException>(() => ImageContent.FromBytes([.. Png, .. new byte[Max + 1 - Png.Length]], path)),
        })
        {
            Assert.Equal(FailureCause.InvalidMedia, error.Cause);
            Assert.Contains($"'{path}' has {Max + 1} bytes", error.Message);
            Assert.Contains($"{Max}", error.Message);

            // It is a PNG already, so that converting it would not help
            Assert.DoesNotContain("Convert", error.Message);
        }
    }

    [Theory]
    [MemberData(nameof(OtherTypes))]
    public void Another_type_is_refused_with_a_remedy(string type, byte[] bytes)
    {
        var error = Assert.Throws<WeComException>(() => ImageContent.FromBytes(bytes, type));
        Assert.Equal(FailureCause.InvalidMedia, error.Cause);
        Assert.Contains($"'{type}' is neither a JPG nor a PNG", error.Message);
        Assert.Contains("Convert", error.Remedy);
    }

    [Theory]
    [MemberData(nameof(OtherTypes))]
    public void A_payload_of_another_type_is_refused_without_sizes(string type, byte[] bytes)
    {
        // No bytes at all count as an absent field, which is another cause
        var cause = type == "nothing" ? FailureCause.InvalidMessage : FailureCause.InvalidMedia;
        var finding = Rules.Refuse(Payload(Convert.ToBase64String(bytes), Md5Of(bytes)), "image.base64", cause);
        Assert.Equal((null, null), (finding.Limit, finding.Actual));
    }

    [Fact]
    public void A_payload_with_an_upper_case_md5_is_accepted() =>
        Rules.Allow(Payload(Convert.ToBase64String(Png), Md5Of(Png).ToUpperInvariant()));

    [Fact]
    public void A_payload_with_a_wrong_md5_is_refused()
    {
        Rules.Refuse(Payload(Convert.ToBase64String(Png), Md5Of(Jpg)), "image.md5");
        Rules.Refuse(Payload(Convert.ToBase64String(Png), ""), "image.md5");
    }

    [Theory]
    [InlineData("data:image/png;base64,iVBORw0KGgo=")]
    [InlineData("iVBORw0KGg")]
    [InlineData("图片")]
    public void A_payload_with_bad_base64_is_refused(string base64) =>
        Rules.Refuse(Payload(base64, Md5Of(Png)), "image.base64", FailureCause.InvalidMedia);

    [Fact]
    public void A_payload_that_is_too_large_is_refused_with_its_size()
    {
        byte[] bytes = [.. Png, .. new byte[Max + 1 - Png.Length]];
        Rules.RefuseSize(
            Payload(Convert.ToBase64String(bytes), Md5Of(bytes)), "image.base64", Max, Max + 1, FailureCause.InvalidMedia);
    }

    private static ImageMessage Payload(string? base64, string md5) => new() { Image = new() { Base64 = base64, Md5 = md5 } };

    private static string Md5Of(byte[] bytes) => Convert.ToHexStringLower(MD5.HashData(bytes));
}
