using System;
using System.Collections.Generic;
using System.Globalization;

namespace WeComRobot.Simulator.Media;

/// <summary>The parameters of a Content-Disposition line as the service parses them.</summary>
internal sealed class ContentDisposition
{
    private readonly Dictionary<string, string> _parameters = new(StringComparer.OrdinalIgnoreCase);

    private ContentDisposition()
    {
    }

    public string? Name => _parameters.GetValueOrDefault("name");

    // The service ignores filename*
    public string? FileName => _parameters.GetValueOrDefault("filename");

    public long? FileLength => long.TryParse(
        _parameters.GetValueOrDefault("filelength"), NumberStyles.None, CultureInfo.InvariantCulture, out var length) ? length : null;

    /// <summary>The name that members see. The service does not decode an RFC 2047 name and replaces its question marks.</summary>
    public string? DisplayName => FileName?.Replace('?', '_');

    public static ContentDisposition Parse(string line)
    {
        var disposition = new ContentDisposition();
        var rest = SkipSemicolon(line);
        while (rest.IndexOf('=') is >= 0 and var equals)
        {
            var name = rest[..equals].Trim();
            var (value, afterValue) = ReadValue(rest[(equals + 1)..].TrimStart());
            disposition._parameters.TryAdd(name, value);
            rest = SkipSemicolon(afterValue);
        }

        return disposition;
    }

    // Inferred: the next quote ends a quoted value; there are no escapes
    private static (string Value, string After) ReadValue(string text)
    {
        var quoted = text.StartsWith('"');
        var start = quoted ? 1 : 0;
        var end = text.IndexOf(quoted ? '"' : ';', start);
        return end < 0 ? (text[start..].TrimEnd(), "") : (text[start..end].TrimEnd(), text[end..]);
    }

    private static string SkipSemicolon(string text)
    {
        var semicolon = text.IndexOf(';');
        return semicolon < 0 ? "" : text[(semicolon + 1)..];
    }
}
