using System;
using System.Collections.Generic;
using System.Globalization;

namespace WeComRobot.Simulator.Media;

/// <summary>The parameters of a Content-Disposition line, as the service reads them.</summary>
internal sealed class Disposition
{
    private readonly Dictionary<string, string> _parameters = new(StringComparer.OrdinalIgnoreCase);

    private Disposition()
    {
    }

    public string? Name => _parameters.GetValueOrDefault("name");

    // filename* is another parameter, which the service does not know
    public string? FileName => _parameters.GetValueOrDefault("filename");

    public long? FileLength => long.TryParse(
        _parameters.GetValueOrDefault("filelength"), NumberStyles.None, CultureInfo.InvariantCulture, out var length) ? length : null;

    /// <summary>What members see: an RFC 2047 name stays encoded and loses its question marks.</summary>
    public string? DisplayName => FileName?.Replace('?', '_');

    public static Disposition Parse(string line)
    {
        var disposition = new Disposition();
        for (var rest = AfterField(line); rest.Length > 0;)
        {
            var equals = rest.IndexOf('=');
            if (equals < 0)
            {
                break;
            }

            var name = rest[..equals].Trim();
            var (value, after) = Value(rest[(equals + 1)..].TrimStart());
            disposition._parameters.TryAdd(name, value);
            rest = AfterField(after);
        }

        return disposition;
    }

    // Inferred: the first quote ends a quoted value, with no escape
    private static (string Value, string After) Value(string text)
    {
        var quoted = text.StartsWith('"');
        var start = quoted ? 1 : 0;
        var end = text.IndexOf(quoted ? '"' : ';', start);
        return end < 0 ? (text[start..].TrimEnd(), "") : (text[start..end].TrimEnd(), text[end..]);
    }

    private static string AfterField(string text)
    {
        var next = text.IndexOf(';');
        return next < 0 ? "" : text[(next + 1)..];
    }
}
