using System;
using System.Linq;
using WeComRobot.Client.Tests.Messages;
using WeComRobot.Fitting;
using WeComRobot.Messages;
using Xunit;

namespace WeComRobot.Client.Tests.Fitting;

/// <summary>A picture that is cut off, for example by an interrupted download or because a program is still writing it, is not sent.</summary>
public sealed class CutImageTests
{
    public static TheoryData<string> Names => ["png", "png of many chunks", "jpg", "progressive jpg"];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_picture_cut_at_any_byte_is_refused_as_cut_off(string name)
    {
        var whole = GetPicture(name);
        for (var length = 9; length < whole.Length; length++)
        {
            var error = Assert.Throws<WeComException>(() => ImageContent.FromBytes(whole[..length], "chart"));
            Assert.Equal(FailureCause.InvalidMedia, error.Cause);
            Assert.Contains($"'chart' is cut off: after {length} bytes", error.Message);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_whole_picture_is_accepted_whatever_follows_its_end(string name)
    {
        var whole = GetPicture(name);
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
    public void A_chunk_longer_than_the_file_counts_as_cut_off()
    {
        byte[] png = [.. Pictures.Png[..33], 0xFF, 0xFF, 0xFF, 0xF0, .. Pictures.Png[37..]];
        Assert.Contains("cut off", Assert.Throws<WeComException>(() => ImageContent.FromBytes(png, "a")).Message);
    }

    [Fact]
    public void An_end_without_a_picture_counts_as_cut_off() =>
        Assert.Contains("cut off", Assert.Throws<WeComException>(() => ImageContent.FromBytes([0xFF, 0xD8, 0xFF, 0xD9], "a")).Message);

    private static byte[] GetPicture(string name) => name switch
    {
        "png" => Pictures.Png,
        "png of many chunks" => Pictures.PngOfManyChunks,
        "jpg" => Pictures.Jpg,
        _ => Pictures.ProgressiveJpg,
    };
}
