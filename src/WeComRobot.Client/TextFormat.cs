using System.Globalization;

namespace WeComRobot;

internal static class TextFormat
{
    /// <summary>Fills a resource string in the user's culture.</summary>
    public static string With(this string format, params object?[] values) =>
        string.Format(CultureInfo.CurrentCulture, format, values);

    /// <summary>Joins two sentences. A Chinese full stop or question mark needs no space after it.</summary>
    public static string Then(this string sentence, string next) => sentence.Length > 0 && sentence[sentence.Length - 1] is '。' or '？' ? sentence + next : $"{sentence} {next}";
}
