using System.Linq;

namespace WeComRobot.Tests.Support;

/// <summary>AMR files by RFC 4867, section 5: a magic, then frames of a header byte and speech; a frame plays 20 ms.</summary>
public static class AmrBytes
{
    public const int FramesOfAMinute = 60 * 1000 / 20;

    public static readonly byte[] NarrowMagic = [.. "#!AMR\n"u8];
    public static readonly byte[] WideMagic = [.. "#!AMR-WB\n"u8];

    /// <summary>The frames of AMR at 12.2 kbit/s (type 7, 31 bytes).</summary>
    public static byte[] Narrow(int frames) => [.. NarrowMagic, .. Frames(7, 31, frames)];

    /// <summary>The frames of AMR-WB at 23.85 kbit/s (type 8, 60 bytes).</summary>
    public static byte[] Wide(int frames) => [.. WideMagic, .. Frames(8, 60, frames)];

    /// <summary>Frames of one type; bit 2 of the header is the quality bit.</summary>
    public static byte[] Frames(int type, int speechBytes, int count) =>
        [.. Enumerable.Repeat((byte[])[(byte)((type << 3) | 4), .. new byte[speechBytes]], count).SelectMany(frame => frame)];
}
