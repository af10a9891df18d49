using System;

namespace WeComRobot.Markdown.Dialects;

/// <summary>The parentheses of a link or picture, with its address and perhaps a title.</summary>
/// <param name="Start">The index of the address.</param>
/// <param name="AddressEnd">The index after the address.</param>
/// <param name="End">The index after the parentheses.</param>
/// <param name="HasSpace">Whether the address has a space in it.</param>
internal readonly record struct LinkTarget(int Start, int AddressEnd, int End, bool HasSpace)
{
    /// <summary>Reads from the opening parenthesis to the index after the closing one.</summary>
    public static LinkTarget Read(string text, int open, int end)
    {
        var close = end - 1;
        var start = open + 1;
        while (start < close && char.IsWhiteSpace(text[start]))
        {
            start++;
        }

        var addressEnd = FindTitle(text, start, close);
        while (addressEnd > start && char.IsWhiteSpace(text[addressEnd - 1]))
        {
            addressEnd--;
        }

        return new(start, addressEnd, end, HasSpaceWithin(text, start, addressEnd));
    }

    /// <summary>The index of the title, which is in quotes after the address; the closing parenthesis if there is none.</summary>
    private static int FindTitle(string text, int start, int close)
    {
        var last = close;
        while (last > start && char.IsWhiteSpace(text[last - 1]))
        {
            last--;
        }

        var quote = last > start ? text[last - 1] : ' ';
        var first = quote is '"' or '\'' ? text.IndexOf(quote, start, last - 1 - start) : -1;
        return first > start && char.IsWhiteSpace(text[first - 1]) ? first : close;
    }

    /// <summary>Whether the text is an address with a space in it, not other text in parentheses.</summary>
    private static bool HasSpaceWithin(string text, int start, int end)
    {
        var space = start;
        while (space < end && !char.IsWhiteSpace(text[space]))
        {
            space++;
        }

        return space < end && (text[start] == '/' || text.IndexOf("://", start, space - start, StringComparison.Ordinal) > start);
    }
}
