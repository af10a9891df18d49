using System;
using System.Linq;
using System.Text;

namespace WeComRobot.Simulator.Media;

/// <summary>A section of a multipart body: header lines, a blank line, content.</summary>
internal sealed record MultipartSection(string[] Headers, byte[] Content)
{
    /// <summary>The Content-Disposition line as received.</summary>
    public string? Disposition =>
        Headers.FirstOrDefault(line => line.StartsWith("Content-Disposition:", StringComparison.OrdinalIgnoreCase));

    /// <returns>Null when no blank line ends the headers.</returns>
    public static MultipartSection? Parse(ReadOnlySpan<byte> section)
    {
        var blankLine = "\r\n\r\n"u8;
        var end = section.IndexOf(blankLine);
        return end < 0
            ? null
            : new MultipartSection(
                Encoding.UTF8.GetString(section[..end]).Split("\r\n"),
                section[(end + blankLine.Length)..].ToArray());
    }
}
