using System;
using WeComRobot.Media;
using Xunit;

namespace WeComRobot.Client.Tests.Media;

/// <summary>"所有类型的文件大小均要求大于5个字节", "文件大小不超过20M", voice "不超过2M".</summary>
public sealed class MediaSizeTests : IDisposable
{
    private const int Mega = 1024 * 1024;

    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(6)]
    [InlineData(20 * Mega)]
    public void A_file_of_6_bytes_to_20_MiB_is_accepted(int size)
    {
        using var file = MediaFile.Open(_folder.WriteSparse("report.bin", size), MediaType.File);
        Assert.Equal(size, file.Size);
    }

    [Theory]
    [InlineData(MediaType.File, 1, 5)]
    [InlineData(MediaType.File, 5, 5)]
    [InlineData(MediaType.Voice, 5, 5)]
    [InlineData(MediaType.File, (20 * Mega) + 1, 20 * Mega)]
    [InlineData(MediaType.Voice, (2 * Mega) + 1, 2 * Mega)]
    public void A_smaller_or_larger_one_is_refused_with_its_size_and_the_limit(MediaType type, int size, int limit)
    {
        var path = _folder.WriteSparse("report.bin", size);
        var error = MediaErrors.Refuse(path, type);
        Assert.Contains(path, error.Message);
        Assert.Contains($" {size} bytes", error.Message);
        Assert.Contains($" {limit}.", error.Message);
    }

    [Fact]
    public void A_voice_of_2_MiB_is_not_too_large_but_too_long()
    {
        var start = AmrBytes.Narrow(0);
        var whole = AmrBytes.Narrow((2 * Mega - start.Length) / 32);
        Assert.Contains("plays", MediaErrors.Refuse(_folder.Write("long.amr", whole), MediaType.Voice).Message);
    }
}
