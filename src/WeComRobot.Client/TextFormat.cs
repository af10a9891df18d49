using System.Globalization;

namespace WeComRobot;

internal static class TextFormat
{
    /// <summary>Fills a resource string in the user's culture.</summary>
    public static string With(this string format, params object?[] values) =>
        string.Format(CultureInfo.CurrentCulture, format, values);
}
