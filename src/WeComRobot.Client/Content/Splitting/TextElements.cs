namespace WeComRobot.Content.Splitting;

/// <summary>Characters as people see them: a letter with its marks, an emoji with its joiners, skin tone or flag.</summary>
internal static class TextElements
{
    /// <summary>The last boundary between two of them at or before the index; <paramref name="start"/> where there is none after it.</summary>
    public static int Floor(string text, int start, int index)
    {
        if (index >= text.Length)
        {
            return text.Length;
        }

        var boundary = SureBoundary(text, start, index);
        for (var next = boundary; next <= index; next += Shims.TextElementLength(text, next))
        {
            boundary = next;
        }

        return boundary;
    }

    /// <summary>An ASCII character or an ideograph begins an element whatever stands before it; the LF of CR LF alone does not.</summary>
    private static int SureBoundary(string text, int start, int index)
    {
        while (index > start && !(text[index] is < '\x80' and not '\n' or >= '\u4E00' and <= '\u9FFF'))
        {
            index--;
        }

        return index;
    }
}
