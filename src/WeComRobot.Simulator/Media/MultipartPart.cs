using System;
using System.Linq;
using System.Text;

namespace WeComRobot.Simulator.Media;

/// <summary>A part of a multipart body, cut out at its boundaries: header lines, a blank line, content.</summary>
internal sealed record MultipartPart(string[] Headers, byte[] Content)
{
    private const string DispositionName = "Content-Disposition:";

    /// <summary>The Content-Disposition line as it came.</summary>
    public string? Disposition =>
        Headers.FirstOrDefault(line => line.StartsWith(DispositionName, StringComparison.OrdinalIgnoreCase));

    /// <returns>Null where the header block never ends.</returns>
    public static MultipartPart? Parse(ReadOnlySpan<byte> part)
    {
        var blank = part.IndexOf("\r\n\r\n"u8);
        return blank < 0
            ? null
            : new MultipartPart(Encoding.UTF8.GetString(part[..blank]).Split("\r\n"), part[(blank + 4)..].ToArray());
    }
}
