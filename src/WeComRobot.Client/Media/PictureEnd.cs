using System;

namespace WeComRobot.Media;

/// <summary>
/// Tells whether a picture is whole: a PNG ends with IEND (PNG specification, 5.3, Chunk layout), a JPG with EOI (ITU T.81, Annex B).
/// Data after the end does not matter: cameras and editors leave some there.
/// </summary>
internal static class PictureEnd
{
    private const int PngSignatureBytes = 8;
    private const int ChunkFrameBytes = 12; // length, type and check sum
    private const uint End = 0x49454E44; // "IEND"

    private const byte EndOfImage = 0xD9;
    private const byte StartOfScan = 0xDA;

    public static bool ExistsInPng(byte[] bytes)
    {
        for (long chunk = PngSignatureBytes; chunk + ChunkFrameBytes <= bytes.Length;)
        {
            var next = chunk + ChunkFrameBytes + UInt32At(bytes, (int)chunk);
            if (UInt32At(bytes, (int)chunk + 4) == End)
            {
                return next <= bytes.Length;
            }

            chunk = next;
        }

        return false;
    }

    public static bool ExistsInJpg(byte[] bytes)
    {
        var hasScan = false;

        // The first marker after the start of the image; each follows one or more bytes of 0xFF
        for (var at = NextMarker(bytes, 2); at < bytes.Length; at = NextMarker(bytes, at))
        {
            var marker = bytes[at++];
            if (marker == EndOfImage)
            {
                return hasScan;
            }

            if (StandsAlone(marker))
            {
                continue;
            }

            if (at + 2 > bytes.Length)
            {
                return false;
            }

            // The whole segment is skipped: a thumbnail in it has an end of its own
            hasScan |= marker == StartOfScan;
            at += (bytes[at] << 8) | bytes[at + 1];
        }

        return false;
    }

    /// <summary>
    /// The index of the next marker. It skips the data of a scan, in which 0 follows each 0xFF, and stray bytes, which decoders skip
    /// as well.
    /// </summary>
    private static int NextMarker(byte[] bytes, int at)
    {
        while (at < bytes.Length)
        {
            at = Array.IndexOf(bytes, (byte)0xFF, at);
            while (at >= 0 && at < bytes.Length && bytes[at] == 0xFF)
            {
                at++;
            }

            if (at < 0 || at >= bytes.Length || bytes[at] != 0)
            {
                return at < 0 ? bytes.Length : at;
            }
        }

        return bytes.Length;
    }

    /// <summary>TEM, restarts and the start of an image have no length.</summary>
    private static bool StandsAlone(byte marker) => marker is 0x01 or (>= 0xD0 and <= 0xD8);

    private static uint UInt32At(byte[] bytes, int at) =>
        ((uint)bytes[at] << 24) | ((uint)bytes[at + 1] << 16) | ((uint)bytes[at + 2] << 8) | bytes[at + 3];
}
