using System;
using System.Linq;
using System.Text;

namespace WeComRobot.Tests.Support;

/// <summary>Pictures that are whole by their formats' structure.</summary>
public static class Pictures
{
    /// <summary>One pixel.</summary>
    public static readonly byte[] Png = Convert.FromBase64String(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==");

    /// <summary>PNG with a text chunk that speaks of IEND, an empty chunk and its data in two.</summary>
    public static readonly byte[] PngOfManyChunks =
        [.. Png.Take(33), .. Chunk("tEXt", [.. "Comment\0IEND"u8]), .. Chunk("IDAT", [.. "IEND"u8]), .. Chunk("IDAT", []), .. Png.Skip(33)];

    /// <summary>One scan.</summary>
    public static readonly byte[] Jpg =
        [.. Start, .. Segment(0xE0, [.. "JFIF\0"u8]), .. Segment(0xDB, new byte[65]), .. Segment(0xC0, new byte[9]), .. Scan(1, 2, 3), .. End];

    /// <summary>Progressive, with a thumbnail that has an end of its own, stuffed bytes, restarts, fill bytes and a comment between scans.</summary>
    public static readonly byte[] ProgressiveJpg =
    [
        .. Start, .. Segment(0xE1, [.. "Exif\0\0"u8, .. Jpg]), .. Segment(0xC2, new byte[9]), .. Scan(1, 0xFF, 0, 0xD9, 0xFF, 0xD0, 4, 0xFF, 0xD7, 5),
        .. Segment(0xFE, [0xFF, 0xD9]), 0xFF, 0xFF, .. Scan(6, 7), 0xFF, 0xFF, .. End,
    ];

    /// <summary>A PNG of at most that many bytes, with its pixels in chunks of 8 KiB, as libpng writes them.</summary>
    public static byte[] PngOf(int bytes)
    {
        var pixels = Chunk("IDAT", Noise(8 * 1024));
        return [.. Png.Take(33), .. Enumerable.Repeat(pixels, (bytes - Png.Length) / pixels.Length).SelectMany(chunk => chunk), .. Png.Skip(33)];
    }

    /// <summary>A JPG of that many bytes with one scan, in which 0 follows each 0xFF.</summary>
    public static byte[] JpgOf(int bytes)
    {
        var scan = Noise(bytes - Jpg.Length - 1);
        for (var i = 1; i < scan.Length; i++)
        {
            scan[i] = scan[i - 1] == 0xFF ? (byte)0 : scan[i];
        }

        return [.. Jpg.Take(Jpg.Length - End.Length), .. scan, 0, .. End];
    }

    private static byte[] Noise(int count)
    {
        var noise = new byte[count];
        new Random(1).NextBytes(noise);
        return noise;
    }

    private static byte[] Start => [0xFF, 0xD8];

    private static byte[] End => [0xFF, 0xD9];

    private static byte[] Scan(params byte[] data) => [.. Segment(0xDA, [1, 1, 0, 0, 63, 0]), .. data];

    private static byte[] Segment(byte marker, byte[] content) => [0xFF, marker, (byte)((content.Length + 2) >> 8), (byte)(content.Length + 2), .. content];

    /// <summary>A chunk; its check sum is of no interest here.</summary>
    private static byte[] Chunk(string type, byte[] data) =>
        [.. BitConverter.GetBytes(data.Length).AsEnumerable().Reverse(), .. Encoding.ASCII.GetBytes(type), .. data, 0, 0, 0, 0];
}
