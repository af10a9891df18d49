using System.Linq;

namespace WeComRobot.Simulator.Tests.Support;

/// <summary>AMR files of so many frames of 20 ms.</summary>
internal static class Amr
{
    /// <summary>Type 7: 31 bytes after the header byte.</summary>
    public static byte[] Narrow(int frames) => [.. "#!AMR\n"u8, .. Frames(frames, 7, 31)];

    /// <summary>Type 8: 60 bytes after the header byte.</summary>
    public static byte[] Wide(int frames) => [.. "#!AMR-WB\n"u8, .. Frames(frames, 8, 60)];

    public static byte[] Frames(int count, int type, int size) =>
        [.. Enumerable.Repeat<byte[]>([(byte)(type << 3), .. new byte[size]], count).SelectMany(frame => frame)];
}
