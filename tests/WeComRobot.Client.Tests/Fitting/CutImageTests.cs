using System;
using System.Linq;
using WeComRobot.Client.Tests.Messages;
using WeComRobot.Fitting;
using WeComRobot.Messages;
using Xunit;

namespace WeComRobot.Client.Tests.Fitting;

/// <summary>A picture that was cut off, as by a download that broke or a chart that is still written, is not sent.</summary>
public sealed class CutImageTests
{
    public static TheoryData<string> Names => ["png", "png of many chunks", "jpg", "progressive jpg"];

    [Theory]
    [MemberData(nameof(Names))]
    public void Cut_at_any_byte_it_is_called_cut_off(string name)
    {
        var whole = PictureOf(name);
        for (var length = 9; length < whole.Length; length++)
        {
            var error = Assert.Throws<WeComException>(() => ImageContent.FromBytes(whole[..length], "chart"));
            Assert.Equal(FailureCause.InvalidMedia, error.Cause);
            Assert.Contains($"'chart' is cut off: after {length} bytes", error.Message);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_whole_picture_is_taken_whatever_follows_its_end(string name)
    {
        var whole = PictureOf(name);
        foreach (var tail in new byte[][] { [], [0], [0xFF], [0xFF, 0xD8, 0xFF], new byte[100], whole })
        {
            Rules.Allow(ImageContent.FromBytes([.. whole, .. tail], name));
        }
    }

    [Fact]
    public void A_cut_picture_in_a_payload_is_refused()
    {
        var message = ImageContent.FromBytes(Pictures.Png, "logo");
        var cut = new ImageMessage { Image = message.Image! with { Base64 = Convert.ToBase64String(Pictures.Png[..40]) } };
        Assert.Contains("cut off", Rules.Refuse(cut, "image.base64", FailureCause.InvalidMedia).Text);
    }

    [Fact]
    public void A_length_that_points_beyond_the_file_is_a_cut()
    {
        byte[] png = [.. Pictures.Png[..33], 0xFF, 0xFF, 0xFF, 0xF0, .. Pictures.Png[37..]];
        Assert.Contains("cut off", Assert.Throws<WeComException>(() => ImageContent.FromBytes(png, "a")).Message);
    }

    [Fact]
    public void An_end_without_a_picture_is_a_cut() =>
        Assert.Contains("cut off", Assert.Throws<WeComException>(() => ImageContent.FromBytes([0xFF, 0xD8, 0xFF, 0xD9], "a")).Message);

    private static byte[] PictureOf(string name) => name switch
    {
        "png" => Pictures.Png,
        "png of many chunks" => Pictures.PngOfManyChunks,
        "jpg" => Pictures.Jpg,
        _ => Pictures.ProgressiveJpg,
    };
}
