namespace WeComRobot.Markdown.Dialects;

/// <summary>Tells a heading that lacks the space after its # from other text that begins with #, such as #123, #define and #topic#.</summary>
internal static class HeadingMark
{
    private const int MaxLevel = 6;
    private const char FirstEastAsian = '\u2E80';

    /// <summary>Finds the mark of such a heading in a line.</summary>
    /// <param name="text">The text.</param>
    /// <param name="start">The first character of the line that is not blank.</param>
    /// <param name="end">Where the line ends.</param>
    public static Construct? Find(string text, int start, int end)
    {
        var words = start;
        while (words < end && text[words] == '#')
        {
            words++;
        }

        var level = words - start;
        return level is > 0 and <= MaxLevel && words < end && IsHeading(text, words, end, level) ? new(ConstructKind.HeadingMark, start, words) : null;
    }

    private static bool IsHeading(string text, int words, int end, int level) =>
        char.IsLetterOrDigit(text[words])
        && (level > 1 || text[words] >= FirstEastAsian)
        && text.IndexOf('#', words, end - words) < 0
        // ##[group] and ##vso[task] are commands in the logs of build servers
        && (text[words] >= FirstEastAsian || text.IndexOf('[', words, end - words) < 0);
}
