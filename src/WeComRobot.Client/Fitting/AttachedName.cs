using System;
using System.Globalization;
using System.Linq;
using WeComRobot.Markdown.Splitting.Lines;
using WeComRobot.Text;

namespace WeComRobot.Fitting;

/// <summary>Names the file that content is sent as.</summary>
internal static class AttachedName
{
    private const string DateFormat = "yyyy-MM-dd HHmmss";
    private const int MaxTitleBytes = 120;

    // The characters that no file name may contain on Windows
    private const string Forbidden = "\\/:*?\"<>|";

    /// <summary>The first heading of the Markdown, or the local date and time if there is none.</summary>
    public static string For(string content, bool isMarkdown, TimeProvider time)
    {
        var title = isMarkdown ? FindTitle(content) : "";
        return (title.Length > 0 ? title : FormatDate(time)) + (isMarkdown ? ".md" : ".txt");
    }

    /// <summary>The local date and time, for an image that has no name of its own.</summary>
    public static string ForImage(bool isPng, TimeProvider time) => FormatDate(time) + (isPng ? ".png" : ".jpg");

    private static string FormatDate(TimeProvider time) => time.GetLocalNow().ToString(DateFormat, CultureInfo.InvariantCulture);

    private static string FindTitle(string content)
    {
        var heading = content.Split('\n').FirstOrDefault(line => line.Length > 0 && LineSyntax.HeadingLevel(line, 0, line.Length) > 0) ?? "";
        var words = heading.Replace("*", "").Replace("`", "").Trim('#', ' ', '\r');
        var name = new string([.. words.Select(c => Forbidden.Contains(c) || char.IsControl(c) ? '_' : c)]);
        return name.Substring(0, TextElements.Fit(name, 0, MaxTitleBytes)).Trim(' ', '.');
    }
}
