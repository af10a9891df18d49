using Class = WeComRobot.Text.GraphemeClass;

namespace WeComRobot.Text;

/// <summary>
/// Characters as people see them, by Unicode's rules for extended grapheme clusters (UAX #29): a letter with its marks, an
/// emoji with its joiners, skin tone or flag.
/// </summary>
internal static class TextElements
{
    /// <summary>The last boundary between two characters at or before an index; <paramref name="start"/> when there is none after it.</summary>
    public static int Floor(string text, int start, int index)
    {
        while (index > start && !IsBoundary(text, index, start))
        {
            index--;
        }

        return index;
    }

    /// <summary>How far the text fits into a number of bytes: up to a boundary, or into the first character when that alone is longer.</summary>
    public static int Fit(string text, int start, int maxBytes)
    {
        var fits = Utf8Size.Fit(text, start, text.Length, maxBytes);
        return Floor(text, start, fits) is var floor && floor > start ? floor : fits;
    }

    /// <summary>The length of the character that begins at an index.</summary>
    public static int Length(string text, int index)
    {
        var next = index + 1;
        while (!IsBoundary(text, next, index))
        {
            next++;
        }

        return next - index;
    }

    /// <summary>Whether the text may be cut before an index.</summary>
    /// <param name="text">The text.</param>
    /// <param name="index">The index.</param>
    /// <param name="start">A boundary at or before the index, before which nothing need be looked at.</param>
    public static bool IsBoundary(string text, int index, int start = 0)
    {
        if (index <= start || index >= text.Length)
        {
            return true;
        }

        if (text[index - 1] < '\x80' && text[index] < '\x80')
        {
            return text[index - 1] != '\r' || text[index] != '\n';
        }

        if (char.IsLowSurrogate(text[index]) && char.IsHighSurrogate(text[index - 1]))
        {
            return false;
        }

        var after = GraphemeTable.GetClass(CodePointAt(text, index));
        var before = ClassBefore(text, index);
        return before == Class.Control || after == Class.Control || !IsJoined(text, index, start, before, after);
    }

    /// <summary>Whether nothing may come between two code points of these classes (rules GB6 to GB13).</summary>
    private static bool IsJoined(string text, int index, int start, Class before, Class after) => after switch
    {
        Class.Extend or Class.Linker or Class.Zwj or Class.SpacingMark => true,
        _ when before == Class.Prepend => true,
        Class.L or Class.LV or Class.LVT => before == Class.L,
        Class.V => before is Class.L or Class.V or Class.LV,
        Class.T => before is Class.V or Class.T or Class.LV or Class.LVT,
        Class.Pictographic => before == Class.Zwj && IsAfterPictographic(text, index - 1, start),
        Class.RegionalIndicator => before == Class.RegionalIndicator && IsSecondOfFlag(text, index, start),
        Class.Consonant => before is Class.Linker or Class.Extend or Class.Zwj && IsLinked(text, index, start),
        _ => false,
    };

    /// <summary>Whether a joiner follows an emoji and its marks.</summary>
    private static bool IsAfterPictographic(string text, int joiner, int start)
    {
        for (; joiner > start; joiner -= LengthBefore(text, joiner))
        {
            var before = ClassBefore(text, joiner);
            if (before is not (Class.Extend or Class.Linker))
            {
                return before == Class.Pictographic;
            }
        }

        return false;
    }

    /// <summary>Whether the letter of a flag at an index is the second of its pair.</summary>
    private static bool IsSecondOfFlag(string text, int index, int start)
    {
        var letters = 0;
        for (; index > start && ClassBefore(text, index) == Class.RegionalIndicator; index -= LengthBefore(text, index))
        {
            letters++;
        }

        return letters % 2 == 1;
    }

    /// <summary>Whether only marks, at least one of which links, are between a consonant and the one before it.</summary>
    private static bool IsLinked(string text, int index, int start)
    {
        var hasLinker = false;
        while (index > start && ClassBefore(text, index) is Class.Linker or Class.Extend or Class.Zwj)
        {
            hasLinker |= ClassBefore(text, index) == Class.Linker;
            index -= LengthBefore(text, index);
        }

        return hasLinker && index > start && ClassBefore(text, index) == Class.Consonant;
    }

    private static Class ClassBefore(string text, int index) => GraphemeTable.GetClass(
        LengthBefore(text, index) == 2 ? char.ConvertToUtf32(text[index - 2], text[index - 1]) : text[index - 1]);

    private static int LengthBefore(string text, int index) =>
        index > 1 && char.IsLowSurrogate(text[index - 1]) && char.IsHighSurrogate(text[index - 2]) ? 2 : 1;

    private static int CodePointAt(string text, int index) =>
        char.IsHighSurrogate(text[index]) && index + 1 < text.Length && char.IsLowSurrogate(text[index + 1])
            ? char.ConvertToUtf32(text[index], text[index + 1])
            : text[index];
}
