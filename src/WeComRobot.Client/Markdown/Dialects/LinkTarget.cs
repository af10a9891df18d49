using System;

namespace WeComRobot.Markdown.Dialects;

/// <summary>The parentheses of a link or picture: its address, and a title.</summary>
/// <param name="Start">The address's first index.</param>
/// <param name="AddressEnd">The index after the address.</param>
/// <param name="End">The index after the parentheses.</param>
/// <param name="HasBlank">Whether a blank cuts the address in two.</param>
internal readonly record struct LinkTarget(int Start, int AddressEnd, int End, bool HasBlank)
{
    /// <summary>Reads between the opening parenthesis and the index after the closing one.</summary>
    public static LinkTarget Read(string text, int open, int end)
    {
        var close = end - 1;
        var start = open + 1;
        while (start < close && char.IsWhiteSpace(text[start]))
        {
            start++;
        }

        var addressEnd = TitleStart(text, start, close);
        while (addressEnd > start && char.IsWhiteSpace(text[addressEnd - 1]))
        {
            addressEnd--;
        }

        return new(start, addressEnd, end, HasBlankWithin(text, start, addressEnd));
    }

    /// <summary>Where a title in quotes begins behind the address; else the end.</summary>
    private static int TitleStart(string text, int start, int close)
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

    /// <summary>Whether an address goes on behind a blank; other text in parentheses is none.</summary>
    private static bool HasBlankWithin(string text, int start, int end)
    {
        var blank = start;
        while (blank < end && !char.IsWhiteSpace(text[blank]))
        {
            blank++;
        }

        return blank < end && (text[start] == '/' || text.IndexOf("://", start, blank - start, StringComparison.Ordinal) > start);
    }
}
