using System;
using System.Collections.Generic;
using System.Text;

namespace WeComRobot.Simulator.Media;

/// <summary>Parses a multipart body by hand, in order to misread it as the service does.</summary>
internal static class MultipartBody
{
    /// <returns>The sections; empty when the service would not understand the body.</returns>
    public static IReadOnlyList<MultipartSection> Parse(string contentType, ReadOnlySpan<byte> body)
    {
        if (FindBoundary(contentType) is not { } boundary)
        {
            return [];
        }

        var delimiter = Encoding.UTF8.GetBytes("--" + boundary);
        return body.StartsWith(delimiter) ? Split(body[delimiter.Length..], [.. "\r\n"u8, .. delimiter]) : [];
    }

    // A section ends at the next delimiter; what follows the last one is the closing "--" or the rest of a truncated body
    private static List<MultipartSection> Split(ReadOnlySpan<byte> rest, byte[] delimiter)
    {
        var sections = new List<MultipartSection>();
        for (int end; rest.StartsWith("\r\n"u8) && (end = rest.IndexOf(delimiter)) >= 0; rest = rest[(end + delimiter.Length)..])
        {
            if (MultipartSection.Parse(rest[2..end]) is { } section)
            {
                sections.Add(section);
            }
        }

        return sections;
    }

    // The service keeps the quotes of a quoted boundary and so never finds it in the body
    private static string? FindBoundary(string contentType)
    {
        var fields = contentType.Split(';', StringSplitOptions.TrimEntries);
        if (!fields[0].Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        const string name = "boundary=";
        var field = Array.Find(fields, field => field.StartsWith(name, StringComparison.OrdinalIgnoreCase));
        return field?.Length > name.Length ? field[name.Length..] : null;
    }
}
