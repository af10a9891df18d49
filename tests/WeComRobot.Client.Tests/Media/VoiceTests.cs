using System;
using System.Linq;
using System.Text;
using WeComRobot.Media;
using Xunit;

namespace WeComRobot.Client.Tests.Media;

/// <summary>"播放长度不超过60s，仅支持AMR格式".</summary>
public sealed class VoiceTests : IDisposable
{
    private readonly TestFolder _folder = new();

    public static TheoryData<string, byte[]> NotAmr => new()
    {
        { "mp3 with tags", [.. "ID3\u0003\0\0\0\0\0\0TIT2"u8] },
        { "mp3", [0xFF, 0xFB, 0x90, 0x64, 0, 0, 0, 0, 0, 0] },
        { "wav", [.. "RIFF\u0024\0\0\0WAVEfmt "u8] },
        { "magic without its line end", [.. "#!AMR\r\n\0\0\0"u8] },
        { "lower case", [.. "#!amr\n\0\0\0"u8] },
        { "multi-channel", [.. "#!AMR_MC1.0\n\0\0\0\0"u8] },
        { "text", Encoding.UTF8.GetBytes("你好，这不是录音") },
    };

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_voice_of_60_seconds_is_taken_and_one_frame_more_is_not(bool isWide)
    {
        Func<int, byte[]> frames = isWide ? AmrBytes.Wide : AmrBytes.Narrow;
        using (var voice = Open(frames(AmrBytes.FramesOfAMinute)))
        {
            Assert.Equal(MediaType.Voice, voice.Type);
        }

        var error = Refuse(frames(AmrBytes.FramesOfAMinute + 1));
        Assert.Contains(" 60.02 seconds", error.Message);
        Assert.Contains(" at most 60.", error.Message);
        Assert.Contains("59.9 seconds", error.Remedy);
    }

    [Fact]
    public void Silence_and_lost_frames_play_as_long_as_speech()
    {
        // TS 26.101: 8 is silence with 5 bytes, 15 is no data; TS 26.201: 9 is silence, 14 is lost speech, 15 is no data
        byte[] narrow = [.. AmrBytes.Frames(8, 5, 1500), .. AmrBytes.Frames(15, 0, 1500)];
        byte[] wide = [.. AmrBytes.Frames(9, 5, 1000), .. AmrBytes.Frames(14, 0, 1000), .. AmrBytes.Frames(15, 0, 1000)];
        Open([.. AmrBytes.NarrowMagic, .. narrow]).Dispose();
        Open([.. AmrBytes.WideMagic, .. wide]).Dispose();
        Refuse([.. AmrBytes.NarrowMagic, .. narrow, .. AmrBytes.Frames(15, 0, 1)]);
        Refuse([.. AmrBytes.WideMagic, .. wide, .. AmrBytes.Frames(15, 0, 1)]);
    }

    [Fact]
    public void Every_bit_rate_has_its_frame_size()
    {
        // RFC 4867 and TS 26.101 / 26.201: bits of speech by frame type, in whole bytes
        int[] narrow = [95, 103, 118, 134, 148, 159, 204, 244];
        int[] wide = [132, 177, 253, 285, 317, 365, 397, 461, 477];
        Open([.. AmrBytes.NarrowMagic, .. AllRates(narrow)]).Dispose();
        Open([.. AmrBytes.WideMagic, .. AllRates(wide)]).Dispose();

        static byte[] AllRates(int[] bits) =>
            [.. bits.SelectMany((bits, type) => AmrBytes.Frames(type, (bits + 7) / 8, 2))];
    }

    [Theory]
    [MemberData(nameof(NotAmr))]
    public void A_renamed_file_of_another_format_is_refused_with_a_way_out(string format, byte[] content)
    {
        var error = Refuse(content);
        Assert.Contains("AMR", error.Message);
        Assert.Contains("Convert", error.Message);
        Assert.NotEmpty(format);
    }

    [Fact]
    public void A_file_that_ends_within_a_frame_is_refused_with_the_place()
    {
        var error = Refuse(AmrBytes.Narrow(10)[..^1]);
        Assert.Contains($"byte {AmrBytes.NarrowMagic.Length + (9 * 32)} ", error.Message);
    }

    [Theory]
    [InlineData(9)]
    [InlineData(14)]
    public void A_frame_type_that_no_recording_has_is_refused_with_the_place(int type) => Assert.Contains(
        $"byte {AmrBytes.Narrow(3).Length} ", Refuse([.. AmrBytes.Narrow(3), .. AmrBytes.Frames(type, 40, 1)]).Message);

    [Fact]
    public void The_type_follows_the_first_bytes_not_the_name()
    {
        Assert.Equal(MediaType.Voice, MediaFile.DetectType(_folder.Write("a.bin", AmrBytes.Narrow(1))));
        Assert.Equal(MediaType.Voice, MediaFile.DetectType(_folder.Write("b.bin", AmrBytes.Wide(1))));
        Assert.Equal(MediaType.File, MediaFile.DetectType(_folder.Write("c.amr", [.. "RIFF1234WAVE"u8])));
    }

    private MediaFile Open(byte[] content) => MediaFile.Open(_folder.Write("voice.amr", content), MediaType.Voice);

    private WeComException Refuse(byte[] content) => MediaErrors.Refuse(_folder.Write("voice.amr", content), MediaType.Voice);
}
