using System;
using System.Linq;
using System.Security.Cryptography;
using System.Threading.Tasks;
using WeComRobot.Media;
using WeComRobot.Simulator;
using Xunit;

namespace WeComRobot.Client.Tests.Delivery;

/// <summary>Uploads arrive whole and under their names (文件上传接口).</summary>
public sealed class UploadTests : IDisposable
{
    private static readonly DateTimeOffset Now = new(2025, 6, 4, 12, 0, 0, TimeSpan.Zero);

    private readonly TestFolder _folder = new();

    public static TheoryData<string> Names => ["wework.txt", "测试报表.xlsx", "🙂 家 👩‍👩‍👧‍👦.png", "a;b=c,d's (1)%20#é.txt", new string('中', 255)];

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Members_see_the_name_as_it_is(string name)
    {
        await using var robot = await SimulatedRobot.StartAsync();
        var media = await robot.UploadAsync(_folder.Write("content", [.. "mytext"u8]), name: name);
        Assert.Equal(name, Assert.Single(robot.Server.Media).DisplayName);
        Assert.Equal(name, media.Name);
        Assert.Empty(robot.Observer.Warnings);
    }

    [Theory]
    [InlineData("say \"hi\".txt")]
    [InlineData("C:\\temp\\a.txt")]
    [InlineData("a\r\nX-Evil: b.txt")]
    public async Task A_name_that_no_header_can_carry_arrives_changed_and_the_sender_is_told(string name)
    {
        await using var robot = await SimulatedRobot.StartAsync();
        var media = await robot.UploadAsync(_folder.Write("content", [.. "mytext"u8]), name: name);
        var received = Assert.Single(robot.Server.Media);
        Assert.Equal(media.Name, received.DisplayName);
        Assert.Equal(6, received.FileLength);
        Assert.Contains($"'{received.DisplayName}'", Assert.Single(robot.Observer.Warnings));
    }

    [Fact]
    public async Task The_bytes_arrive_whole_with_progress_and_everything_known_of_them()
    {
        var content = RandomNumberGenerator.GetBytes(300_000);
        await using var robot = await SimulatedRobot.StartAsync(serverTime: new VirtualTime(Now));
        var media = await robot.UploadAsync(_folder.Write("报表.bin", content));

        var received = Assert.Single(robot.Server.Media);
        Assert.Equal((content.Length, Convert.ToHexStringLower(SHA256.HashData(content))), (received.Size, received.Sha256));
        Assert.Equal(
            new UploadedMedia
            {
                MediaId = received.MediaId,
                Type = MediaType.File,
                Name = "报表.bin",
                Size = content.Length,
                Robot = robot.Address.ToString(),
                CreatedAt = Now,
            },
            media);
        Assert.Equal(("报表.bin", content.Length, content.Length), robot.Observer.Uploads.Last());
        Keys.AssertAbsent(media.ToString());
    }

    [Fact]
    public async Task A_voice_arrives_as_a_voice()
    {
        await using var robot = await SimulatedRobot.StartAsync();
        var media = await robot.UploadAsync(_folder.Write("a.amr", AmrBytes.Narrow(AmrBytes.FramesOfAMinute)), MediaType.Voice);
        var received = Assert.Single(robot.Server.Media);
        Assert.Equal(("voice", 60d), (received.Type, received.Seconds));
        Assert.Equal(MediaType.Voice, media.Type);
    }

    [Fact]
    public async Task The_largest_file_arrives()
    {
        await using var robot = await SimulatedRobot.StartAsync();
        await robot.UploadAsync(_folder.WriteSparse("large.bin", 20 * 1024 * 1024));
        Assert.Equal(20 * 1024 * 1024, Assert.Single(robot.Server.Media).Size);
    }

    [Fact]
    public async Task The_time_of_the_official_answer_is_read()
    {
        var media = await UploadAnsweredAsync(
            """{"errcode":0,"errmsg":"ok","type":"file","media_id":"1G6nrLmr5EC3MMb_-zK1dDdzmd0p7cNliYu9V5w7o8K0","created_at":"1380000000"}""");
        Assert.Equal("1G6nrLmr5EC3MMb_-zK1dDdzmd0p7cNliYu9V5w7o8K0", media.MediaId);
        Assert.Equal(DateTimeOffset.FromUnixTimeSeconds(1380000000), media.CreatedAt);
        Assert.Equal(DateTimeOffset.FromUnixTimeSeconds(1380000000 + (3 * 24 * 60 * 60)), media.ExpiresAt);
    }

    [Theory]
    [InlineData("1380000000")]
    [InlineData("\"\"")]
    [InlineData("\"soon\"")]
    [InlineData("\"99999999999999\"")]
    [InlineData("null")]
    public async Task A_media_id_counts_whatever_the_time_says(string createdAt) => Assert.Equal(
        "MEDIA_ID", (await UploadAnsweredAsync($$"""{"errcode":0,"errmsg":"ok","media_id":"MEDIA_ID","created_at":{{createdAt}}}""")).MediaId);

    [Theory]
    [InlineData("""{"errcode":0,"errmsg":"ok"}""")]
    [InlineData("""{"errcode":0,"errmsg":"ok","media_id":null}""")]
    [InlineData("""{"errcode":0,"errmsg":"ok","media_id":""}""")]
    public async Task An_answer_without_a_media_id_is_no_upload(string answer)
    {
        await using var robot = await SimulatedRobot.StartAsync();
        robot.Server.Script(new Fault { Body = answer });
        var error = await robot.FailAsync(robot.UploadAsync(_folder.Write("a.txt", [.. "mytext"u8])));
        Assert.Equal(FailureCause.UnexpectedAnswer, error.Cause);
        Assert.Contains("media id", error.Message);
    }

    private async Task<UploadedMedia> UploadAnsweredAsync(string answer)
    {
        await using var robot = await SimulatedRobot.StartAsync();
        robot.Server.Script(new Fault { Body = answer });
        return await robot.UploadAsync(_folder.Write("a.txt", [.. "mytext"u8]));
    }
}
