using System;
using System.IO;
using System.Linq;
using System.Text;

namespace WeComRobot.Media;

/// <summary>
/// How long an AMR recording plays, counted from its frames of 20 ms each (RFC 4867, section 5). A renamed file of another
/// format is recognised by its first bytes, or by a frame that cannot exist.
/// </summary>
internal static class AmrDuration
{
    private static readonly TimeSpan Frame = TimeSpan.FromMilliseconds(20);
    private static readonly byte[] NarrowBand = Encoding.ASCII.GetBytes("#!AMR\n");
    private static readonly byte[] WideBand = Encoding.ASCII.GetBytes("#!AMR-WB\n");

    // The number of bytes after a frame's header, by its type; -1 if the format has no such type (3GPP TS 26.101 and 26.201)
    private static readonly int[] NarrowBandSizes = [12, 13, 15, 17, 19, 20, 26, 31, 5, -1, -1, -1, -1, -1, -1, 0];
    private static readonly int[] WideBandSizes = [17, 23, 32, 36, 40, 46, 50, 58, 60, 5, -1, -1, -1, -1, 0, 0];

    public static bool IsAmr(FileStream file)
    {
        var start = new byte[WideBand.Length];
        InputFile.Read(file, start, 0, start.Length);
        return StartsWith(start, NarrowBand) || StartsWith(start, WideBand);
    }

    public static TimeSpan Read(Stream file, string path)
    {
        // At most 2 MiB: MediaFile has checked the size
        var bytes = InputFile.ReadAll(file);
        var (start, sizes) = StartsWith(bytes, NarrowBand) ? (NarrowBand.Length, NarrowBandSizes)
            : StartsWith(bytes, WideBand) ? (WideBand.Length, WideBandSizes)
            : throw InputFile.Invalid(Strings.VoiceNotAmr.With(path), Strings.VoiceAsFile);

        var duration = TimeSpan.Zero;
        for (var position = start; position < bytes.Length; duration += Frame)
        {
            var size = sizes[(bytes[position] >> 3) & 0xF];
            if (size < 0 || position + 1 + size > bytes.Length)
            {
                throw InputFile.Invalid(Strings.VoiceBroken.With(path, position), Strings.VoiceAsFile);
            }

            position += 1 + size;
        }

        return duration > TimeSpan.Zero ? duration : throw InputFile.Invalid(Strings.VoiceBroken.With(path, start), Strings.VoiceAsFile);
    }

    private static bool StartsWith(byte[] bytes, byte[] magic) => bytes.Take(magic.Length).SequenceEqual(magic);
}
