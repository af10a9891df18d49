using System;

namespace WeComRobot.Simulator.Media;

/// <summary>An AMR file's playing time, counted from its frames (RFC 4867, section 5).</summary>
internal static class AmrVoice
{
    private const int Unused = -1;

    private static readonly TimeSpan Frame = TimeSpan.FromMilliseconds(20);

    // Bytes of speech after a frame's header byte, by frame type
    private static readonly int[] Narrow =
        [12, 13, 15, 17, 19, 20, 26, 31, 5, Unused, Unused, Unused, Unused, Unused, Unused, 0];

    private static readonly int[] Wide =
        [17, 23, 32, 36, 40, 46, 50, 58, 60, 5, Unused, Unused, Unused, Unused, 0, 0];

    public static bool IsAmr(ReadOnlySpan<byte> file) => Frames(file, out _) is not null;

    /// <returns>Null where a frame is of a type that AMR does not use, or where the file is no AMR.</returns>
    public static TimeSpan? Duration(ReadOnlySpan<byte> file)
    {
        if (Frames(file, out var start) is not { } sizes)
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

        return count * Frame;
    }

    private static int[]? Frames(ReadOnlySpan<byte> file, out int start)
    {
        var narrow = "#!AMR\n"u8;
        var wide = "#!AMR-WB\n"u8;
        start = file.StartsWith(narrow) ? narrow.Length : wide.Length;
        return file.StartsWith(narrow) ? Narrow : file.StartsWith(wide) ? Wide : null;
    }
}
