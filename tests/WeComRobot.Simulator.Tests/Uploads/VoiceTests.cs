using System.Linq;
using System.Threading.Tasks;

namespace WeComRobot.Simulator.Tests.Uploads;

/// <summary>The header, frames and size of AMR files.</summary>
public sealed class VoiceTests : SimulatorTest
{
    private const int MaxBytes = 2 * 1024 * 1024;

    private static readonly int[] NarrowbandSizes = [12, 13, 15, 17, 19, 20, 26, 31, 5];
    private static readonly int[] WidebandSizes = [17, 23, 32, 36, 40, 46, 50, 58, 60, 5];

    [Fact]
    public async Task A_voice_lasts_at_most_sixty_seconds()
    {
        Assert.Equal(0, await CodeAsync(AmrBytes.Narrow(3000)));
        Assert.Equal(45007, await CodeAsync(AmrBytes.Narrow(3001)));
        Assert.Equal(0, await CodeAsync(AmrBytes.Wide(3000)));
        Assert.Equal(45007, await CodeAsync(AmrBytes.Wide(3001)));
        Assert.Equal([60, 60], Server.Media.Select(media => media.Seconds!.Value));
    }

    [Fact]
    public async Task Frames_of_every_type_last_20_ms()
    {
        byte[] narrow = [.. "#!AMR\n"u8, .. NarrowbandSizes.SelectMany((size, type) => AmrBytes.Frames(type, size, 1)), .. AmrBytes.Frames(15, 0, 1)];
        byte[] wide = [.. "#!AMR-WB\n"u8, .. WidebandSizes.SelectMany((size, type) => AmrBytes.Frames(type, size, 1)), .. AmrBytes.Frames(14, 0, 1), .. AmrBytes.Frames(15, 0, 1)];
        Assert.Equal(0, await CodeAsync(narrow));
        Assert.Equal(0, await CodeAsync(wide));
        Assert.Equal([0.2, 0.24], Server.Media.Select(media => media.Seconds!.Value));
    }

    [Theory]
    [InlineData("ID3 an mp3", 301016)]
    [InlineData("#!amr\n    ", 301016)]
    [InlineData("#!AMR_MC1.0\n    ", 301016)]
    [InlineData("#!AMR\n\u0060", 301017)]
    public async Task Only_amr_is_accepted_as_a_voice(string content, int errcode)
    {
        var file = System.Text.Encoding.ASCII.GetBytes(content);
        Assert.Equal(errcode, await CodeAsync(file));
        Assert.Equal(0, (await this.UploadAsync(file)).ErrCode);
    }

    [Fact]
    public async Task A_voice_has_at_most_two_mib()
    {
        Assert.Equal(45001, await CodeAsync(Padded(MaxBytes + 1)));
        // The largest file passes the size check and fails the check of its duration
        Assert.Equal(45007, await CodeAsync(Padded(MaxBytes)));
    }

    private static byte[] Padded(int size) => [.. "#!AMR\n"u8, .. AmrBytes.Frames(15, 0, size - 6)];

    private async Task<int> CodeAsync(byte[] voice) => (await this.UploadAsync(voice, "voice")).ErrCode;
}
