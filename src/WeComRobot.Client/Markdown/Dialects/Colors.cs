using System;
using System.Globalization;
using System.Linq;

namespace WeComRobot.Markdown.Dialects;

/// <summary>The three colours that markdown renders, and the one of them that is nearest to another colour.</summary>
internal static class Colors
{
    private const string Green = "info";
    private const string Gray = "comment";
    private const string Orange = "warning";
    private const int MaxGrayDifference = 32;

    private static readonly string[] Greens = ["green", "lime", "limegreen", "darkgreen", "forestgreen", "seagreen", "success"];
    private static readonly string[] Grays = ["gray", "grey", "silver", "darkgray", "darkgrey", "lightgray", "lightgrey", "dimgray", "dimgrey"];
    private static readonly string[] Oranges =
        ["red", "darkred", "crimson", "firebrick", "orangered", "tomato", "orange", "darkorange", "coral", "maroon", "danger", "error"];

    public static bool IsBuiltIn(string color) => color is Green or Gray or Orange;

    /// <summary>The built-in colour that is nearest to a name or a hexadecimal value, or null if none is near, as for blue.</summary>
    public static string? FindNearest(string color) =>
        Oranges.Contains(color) ? Orange
        : Greens.Contains(color) ? Green
        : Grays.Contains(color) ? Gray
        : ParseHex(color) is { } rgb ? FindNearest(rgb.R, rgb.G, rgb.B)
        : null;

    private static string? FindNearest(int r, int g, int b) =>
        Math.Max(r, Math.Max(g, b)) - Math.Min(r, Math.Min(g, b)) <= MaxGrayDifference ? (r is 0 or 255 ? null : Gray)
        : r > g && r > b ? Orange
        : g > r && g > b ? Green
        : null;

    private static (int R, int G, int B)? ParseHex(string color)
    {
        var digits = color.TrimStart('#');
        digits = digits.Length == 3 ? string.Concat(digits.Select(digit => new string(digit, 2))) : digits;
        return digits.Length == 6 && int.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var rgb)
            ? (rgb >> 16, (rgb >> 8) & 0xFF, rgb & 0xFF)
            : null;
    }
}
