using System;
using System.Collections.Generic;
using System.Text;

namespace WeComRobot.Simulator.Media;

/// <summary>Takes a multipart body apart by hand, since what matters here is how the service misreads it.</summary>
internal static class MultipartBody
{
    /// <returns>The parts; none where the body is not understood.</returns>
    public static IReadOnlyList<MultipartPart> Parse(string contentType, ReadOnlySpan<byte> body)
    {
        if (Boundary(contentType) is not { } boundary)
        {
            return [];
        }

        var delimiter = Encoding.UTF8.GetBytes("--" + boundary);
        byte[] between = [.. "\r\n"u8, .. delimiter];
        if (!body.StartsWith(delimiter))
        {
            return [];
        }

        return Split(body[delimiter.Length..], between);
    }

    // A part lies between two delimiters; what follows the last one is the end mark or a body that was cut
    private static List<MultipartPart> Split(ReadOnlySpan<byte> rest, byte[] between)
    {
        var parts = new List<MultipartPart>();
        for (int end; rest.StartsWith("\r\n"u8) && (end = rest.IndexOf(between)) >= 0; rest = rest[(end + between.Length)..])
        {
            if (MultipartPart.Parse(rest[2..end]) is { } part)
            {
                parts.Add(part);
            }
        }

        return parts;
    }

    // The service does not unquote: a quoted boundary is never found in the body
    private static string? Boundary(string contentType)
    {
        var fields = contentType.Split(';', StringSplitOptions.TrimEntries);
        if (!fields[0].Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        const string name = "boundary=";
        var field = Array.Find(fields, field => field.StartsWith(name, StringComparison.OrdinalIgnoreCase));
        return field is { Length: > 9 } ? field[name.Length..] : null;
    }
}
