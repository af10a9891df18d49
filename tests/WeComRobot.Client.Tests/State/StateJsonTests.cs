using System;
using System.IO;
using System.Linq;
using System.Text;
using WeComRobot.RateLimiting;
using WeComRobot.State;
using Xunit;

namespace WeComRobot.Client.Tests.State;

/// <summary>State is read whoever wrote it, and what is no state is damaged: it never becomes one, and nothing is thrown.</summary>
public sealed class StateJsonTests : IDisposable
{
    private static readonly RateLimit Limit = new(7, TimeSpan.FromSeconds(30));
    private static readonly StateJson<RateLimit> Json = new(MachineLimitContext.Default.RateLimit, maxBytes: 200);

    private readonly TestFolder _folder = new();

    private string Path => _folder.PathOf("limit.json");

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    public void A_file_is_read_whatever_an_editor_made_of_it(string encoding)
    {
        Json.Replace(Path, Limit, new());
        Assert.Equal(Limit, Json.Read(Path));
        File.WriteAllText(Path, File.ReadAllText(Path), Encoding.GetEncoding(encoding));
        Assert.Equal(Limit, Json.Read(Path));
    }

    [Fact]
    public void A_file_is_damaged_if_it_is_no_such_JSON_no_text_empty_or_too_large()
    {
        Json.Replace(Path, Limit, new());
        var good = File.ReadAllBytes(Path);
        byte[][] damaged = [[], [.. "<html>"u8], [.. "null"u8], good[..^1], [0xFF, .. good], [.. good, .. new string(' ', 200).Select(c => (byte)c)]];
        foreach (var content in damaged)
        {
            File.WriteAllBytes(Path, content);
            Assert.Null(Json.Read(Path));
        }
    }

    [Fact]
    public void A_missing_file_is_not_a_damaged_one() => Assert.Throws<FileNotFoundException>(() => Json.Read(Path));

    [Fact]
    public void The_line_of_an_open_file_is_read_again_and_a_new_or_damaged_file_has_none()
    {
        using var file = StateFile.Open(Path, TimeSpan.Zero);
        Assert.Null(Json.ReadLine(file));
        Json.WriteLine(file, Limit);
        file.Position = 0;
        Assert.Equal(Limit, Json.ReadLine(file));
        StateFile.WriteLine(file, [.. "{"u8]);
        file.Position = 0;
        Assert.Null(Json.ReadLine(file));
    }
}
