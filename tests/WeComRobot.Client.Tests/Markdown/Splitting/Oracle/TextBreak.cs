using System;
using System.Linq;
using System.Text;

namespace WeComRobot.Client.Tests.Markdown.Splitting.Oracle;

/// <summary>One break of a plain text: was there a better one that leaves the part at least half full?</summary>
/// <param name="whole">The text.</param>
/// <param name="limit">The most bytes of a part.</param>
/// <param name="start">Where the part before the break begins.</param>
/// <param name="end">Where it ends.</param>
/// <param name="next">Where the part after the break begins.</param>
internal sealed class TextBreak(string whole, int limit, int start, int end, int next)
{
    private const string Closing = "，。、；：！？）】》”";
    private const string Opening = "（【《“";

    // Whether half full means more than half or as much as half is no matter
    private const int Slack = 4;

    public string? Problem()
    {
        var gap = whole[end..next];
        var lines = gap.Count(c => c == '\n');
        return lines > 0 && !gap.EndsWith('\n') && IsRoomForIndentation() ? Report("indentation lost")
            : lines < 2 && Exists(IsParagraphEnd) ? Report("better break: paragraph")
            : lines < 1 && Exists(IsLineEnd) ? Report("better break: line")
            : gap.Length == 0 && IsInWord(end) && Exists(IsBlank) ? Report("better break: blank")
            : gap.Length == 0 && IsBadInChinese(end) && Exists(i => IsIdeograph(i - 1) && IsIdeograph(i)) ? Report("better break: ideographs")
            : null;
    }

    private string Report(string problem) =>
        $"{problem}: between \"{Literal.Escape(whole[start..end])}\" and \"{Literal.Escape(whole[next..Math.Min(whole.Length, next + 20)])}\"";

    /// <summary>Whether one of the places that leave the part between half full and full is of this kind.</summary>
    private bool Exists(Func<int, bool> isBreak)
    {
        var bytes = 0;
        for (var i = start; i < whole.Length - 1; i++)
        {
            if (bytes * 2 >= limit + Slack && bytes <= limit && !char.IsWhiteSpace(whole[i - 1]) && isBreak(i))
            {
                return true;
            }

            bytes += char.IsHighSurrogate(whole[i]) ? 4 : char.IsLowSurrogate(whole[i]) ? 0 : Encoding.UTF8.GetByteCount(whole.AsSpan(i, 1));
            if (bytes > limit)
            {
                return false;
            }
        }

        return false;
    }

    /// <summary>Not so where the word behind it fills the part.</summary>
    private bool IsRoomForIndentation() =>
        Encoding.UTF8.GetByteCount(whole.AsSpan(end, next - end)) + Encoding.UTF8.GetByteCount(whole[next..].Split()[0]) <= limit;

    private bool IsLineEnd(int i) => whole[i] == '\n' || (whole[i] == '\r' && whole[i + 1] == '\n') || (IsBlank(i) && IsLineEndAfterBlanks(i));

    private bool IsLineEndAfterBlanks(int i) => whole.AsSpan(i).TrimStart(' ').StartsWith("\n") || whole.AsSpan(i).TrimStart(' ').StartsWith("\r\n");

    private bool IsParagraphEnd(int i)
    {
        var rest = whole.AsSpan(i);
        var gap = rest[..(rest.Length - rest.TrimStart().Length)];
        return IsLineEnd(i) && gap.Length < rest.Length && gap.Count('\n') > 1;
    }

    // A mark over a blank makes it a sign
    private bool IsBlank(int i) => whole[i] == ' ' && whole.AsSpan(i).TrimStart(' ') is [var next, ..] && char.IsAscii(next);

    private bool IsInWord(int i) => char.IsAsciiLetterOrDigit(whole[i - 1]) && char.IsAsciiLetterOrDigit(whole[i]);

    private bool IsIdeograph(int i) => whole[i] is >= '\u4E00' and <= '\u9FFF';

    private bool IsBadInChinese(int i) => Closing.Contains(whole[i]) || Opening.Contains(whole[i - 1]);
}
