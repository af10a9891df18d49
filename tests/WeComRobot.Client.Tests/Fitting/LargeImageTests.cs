using System;
using WeComRobot.Fitting;
using WeComRobot.Media;
using Xunit;

namespace WeComRobot.Client.Tests.Fitting;

/// <summary>An image that is too large for an image message can go as a file.</summary>
public sealed class LargeImageTests : IDisposable
{
    private const int Max = 2 * 1024 * 1024;
    private const int MaxFile = 20 * 1024 * 1024;

    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(Max + 1)]
    [InlineData(MaxFile)]
    public void A_large_image_is_a_file_with_its_own_name_or_a_given_one(int size)
    {
        var path = _folder.WriteSparse("图表.png", size, Pictures.Png);
        using var file = ImageContent.FileIfTooLarge(path, null);
        using var renamed = ImageContent.FileIfTooLarge(path, "a.png");
        Assert.Equal((MediaType.File, "图表.png", size, "a.png"), (file!.Type, file.Name, file.Size, renamed!.Name));
    }

    [Fact]
    public void Bytes_are_named_after_the_date_and_time()
    {
        var time = new VirtualTime();
        using var png = ImageContent.FileIfTooLarge(Large(Pictures.Png), "-Bytes", null, time);
        using var jpg = ImageContent.FileIfTooLarge(Large(Pictures.Jpg), "-Bytes", "a.jpg", time);
        Assert.Equal($"{time.GetLocalNow():yyyy-MM-dd HHmmss}.png", png!.Name);
        Assert.Equal("a.jpg", jpg!.Name);
    }

    [Fact]
    public void An_image_that_fits_into_an_image_message_is_not_a_file()
    {
        Assert.Null(ImageContent.FileIfTooLarge(_folder.WriteSparse("a.png", Max, Pictures.Png), null));
        Assert.Null(ImageContent.FileIfTooLarge(Pictures.Png, "-Bytes", null));
    }

    [Fact]
    public void An_image_that_is_broken_or_too_large_for_a_file_is_refused()
    {
        Assert.Contains("neither a JPG nor a PNG", Refuse(_folder.WriteSparse("a.png", Max + 1)));
        Assert.Contains("is cut off", Refuse(_folder.WriteSparse("b.png", Max + 1, Pictures.Png[..40])));
        Assert.Contains($"at most {MaxFile}", Refuse(_folder.WriteSparse("c.png", MaxFile + 1, Pictures.Png)));
        Assert.Contains("is cut off", Assert.Throws<WeComException>(() => ImageContent.FileIfTooLarge(Large(Pictures.Png[..40]), "-Bytes", null)).Message);
    }

    private static byte[] Large(byte[] start) => [.. start, .. new byte[Max]];

    private static string Refuse(string path)
    {
        var error = Assert.Throws<WeComException>(() => ImageContent.FileIfTooLarge(path, null));
        Assert.Equal(FailureCause.InvalidMedia, error.Cause);
        return error.Message;
    }
}
