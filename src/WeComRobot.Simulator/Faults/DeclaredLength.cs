using System;
using System.Globalization;
using System.Linq;
using System.Text;

namespace WeComRobot.Simulator.Faults;

/// <summary>The Content-Length that a fault gives its response. If it is larger than the body, the response is truncated.</summary>
internal static class DeclaredLength
{
    /// <returns>Why no server could send it; null if one could, or if there is none.</returns>
    public static string? FindContradiction(Fault fault) => fault.Headers?
        .Where(header => header.Key.Equals("Content-Length", StringComparison.OrdinalIgnoreCase))
        .Select(header => FindContradiction(fault, header.Value))
        .FirstOrDefault(contradiction => contradiction is not null);

    private static string? FindContradiction(Fault fault, string value) =>
        !long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var length) ? $"Content-Length must be a number of bytes, not '{value}'"
        : fault.ErrCode is not null ? "give Content-Length with body, not with errcode"
        : fault.Status is 204 or 205 && length > 0 ? "this status has no body, so Content-Length must be 0"
        : length < Encoding.UTF8.GetByteCount(fault.Body ?? "") ? "Content-Length must not be smaller than the body"
        : null;
}
