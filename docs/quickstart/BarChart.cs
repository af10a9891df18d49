using System;
using System.Buffers.Binary;
using System.Collections.Generic;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Text;

namespace WeComRobot.Quickstart;

/// <summary>Draws a small bar chart as PNG, the image that the tour sends.</summary>
internal static class BarChart
{
    private const int BarWidth = 40;
    private const int Height = 120;

    private static readonly byte[] Signature = [0x89, .. "PNG\r\n"u8, 0x1A, (byte)'\n'];
    private static readonly byte[] Background = [0xF4, 0xF6, 0xFA];
    private static readonly byte[] Bar = [0x2B, 0x7D, 0xE9];

    /// <param name="values">The heights of the bars, from 0 to 100.</param>
    public static byte[] ToPng(IReadOnlyList<int> values)
    {
        var width = values.Count * BarWidth;
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), Height);
        header[8] = 8; // bits per channel
        header[9] = 2; // RGB
        return [.. Signature, .. Chunk("IHDR", header), .. Chunk("IDAT", Deflate(Pixels(values, width))), .. Chunk("IEND", [])];
    }

    private static byte[] Pixels(IReadOnlyList<int> values, int width)
    {
        var rows = Enumerable.Range(0, Height).Select(y => Enumerable.Range(0, width).SelectMany(x => Color(values, x, y)));
        return [.. rows.SelectMany(row => row.Prepend((byte)0))]; // each row begins with its filter type, 0 for none
    }

    private static byte[] Color(IReadOnlyList<int> values, int x, int y) =>
        x % BarWidth is > 6 and < BarWidth - 6 && Height - y <= values[x / BarWidth] ? Bar : Background;

    private static byte[] Deflate(byte[] bytes)
    {
        using var memory = new MemoryStream();
        using (var zlib = new ZLibStream(memory, CompressionLevel.Optimal))
        {
            zlib.Write(bytes);
        }

        return memory.ToArray();
    }

    private static byte[] Chunk(string type, byte[] data)
    {
        byte[] body = [.. Encoding.ASCII.GetBytes(type), .. data];
        var frame = new byte[body.Length + 8];
        BinaryPrimitives.WriteInt32BigEndian(frame, data.Length);
        body.CopyTo(frame, 4);
        BinaryPrimitives.WriteUInt32BigEndian(frame.AsSpan(4 + body.Length), Crc32(body));
        return frame;
    }

    /// <summary>The checksum of PNG chunks (ISO 3309).</summary>
    private static uint Crc32(byte[] bytes)
    {
        var crc = uint.MaxValue;
        foreach (var b in bytes)
        {
            crc ^= b;
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc & 1) == 0 ? crc >> 1 : (crc >> 1) ^ 0xEDB88320;
            }
        }

        return ~crc;
    }
}
