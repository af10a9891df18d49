using System.Globalization;

namespace WeComRobot.Text.Terminal;

/// <summary>Measures how many columns of a terminal a character takes (the main ranges of Unicode Standard Annex 11).</summary>
internal static class ColumnWidth
{
    private const char FirstCombining = '\u0300';

    private static readonly (int First, int Last)[] Wide =
    [
        (0x1100, 0x115F), (0x2E80, 0x303E), (0x3041, 0xA4CF), (0xA960, 0xA97C), (0xAC00, 0xD7A3), (0xF900, 0xFAFF), (0xFE30, 0xFE6F),
        (0xFF00, 0xFF60), (0xFFE0, 0xFFE6), (0x1F1E6, 0x1F1FF), (0x1F300, 0x1F64F), (0x1F680, 0x1F6FF), (0x1F900, 0x1F9FF), (0x20000, 0x3FFFD),
    ];

    /// <summary>The number of <c>char</c>s in the text element at an index, which readers see as one character.</summary>
    public static int ElementLength(string text, int index) =>
        text[index] < FirstCombining && (index + 1 == text.Length || text[index + 1] < FirstCombining) ? 1 : TextElements.Length(text, index);

    /// <summary>The number of columns, 0 to 2, of the character at an index.</summary>
    public static int Measure(string text, int index)
    {
        if (text[index] < FirstCombining)
        {
            return 1;
        }

        var isPair = char.IsHighSurrogate(text[index]) && index + 1 < text.Length && char.IsLowSurrogate(text[index + 1]);
        var character = isPair ? char.ConvertToUtf32(text[index], text[index + 1]) : text[index];
        foreach (var (first, last) in Wide)
        {
            if (character >= first && character <= last)
            {
                return 2;
            }
        }

        return CharUnicodeInfo.GetUnicodeCategory(text, index) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format ? 0 : 1;
    }
}
