using System;

namespace WeComRobot.Simulator.Media;

/// <summary>Reads the duration of an AMR file from its frames (RFC 4867, section 5).</summary>
internal static class AmrFile
{
    private const int Unused = -1;

    private static readonly TimeSpan FrameDuration = TimeSpan.FromMilliseconds(20);

    // Bytes of speech after the header byte of a frame, by frame type
    private static readonly int[] NarrowbandSizes =
        [12, 13, 15, 17, 19, 20, 26, 31, 5, Unused, Unused, Unused, Unused, Unused, Unused, 0];

    private static readonly int[] WidebandSizes =
        [17, 23, 32, 36, 40, 46, 50, 58, 60, 5, Unused, Unused, Unused, Unused, 0, 0];

    public static bool IsAmr(ReadOnlySpan<byte> file) => FrameSizes(file, out _) is not null;

    /// <returns>Null when the file is not AMR or has a frame of a type that AMR does not define.</returns>
    public static TimeSpan? ReadDuration(ReadOnlySpan<byte> file)
    {
        if (FrameSizes(file, out var start) is not { } sizes)
        {
            return null;
        }

        var count = 0;
        for (var position = start; position < file.Length; count++)
        {
            var size = sizes[(file[position] >> 3) & 0x0F];
            if (size == Unused)
            {
                return null;
            }

            position += 1 + size;
        }

        return count * FrameDuration;
    }

    private static int[]? FrameSizes(ReadOnlySpan<byte> file, out int start)
    {
        var narrowband = "#!AMR\n"u8;
        var wideband = "#!AMR-WB\n"u8;
        start = file.StartsWith(narrowband) ? narrowband.Length : wideband.Length;
        return file.StartsWith(narrowband) ? NarrowbandSizes : file.StartsWith(wideband) ? WidebandSizes : null;
    }
}
