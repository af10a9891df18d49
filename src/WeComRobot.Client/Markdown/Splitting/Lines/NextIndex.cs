using System;

namespace WeComRobot.Markdown.Splitting.Lines;

/// <summary>
/// Finds the next place of a kind, and remembers the range that it has scanned. However many queries move through a text in one
/// direction, they scan it only once.
/// </summary>
/// <param name="length">The text's length, which is the answer when there is no such place.</param>
/// <param name="search">Returns the first such place from one index up to another; -1 when there is none.</param>
internal sealed class NextIndex(int length, Func<int, int, int> search)
{
    private int _from;
    private int _found = -1;

    /// <summary>Finds a character.</summary>
    public static NextIndex For(string text, char wanted) => new(text.Length, (start, stop) =>
        text[start] == wanted ? start : text.IndexOf(wanted, start, stop - start));

    /// <summary>Finds a string, in whatever case it is written.</summary>
    public static NextIndex For(string text, string wanted) => new(text.Length, (start, stop) =>
        text.IndexOf(wanted, start, Math.Min(text.Length, stop + wanted.Length - 1) - start, StringComparison.OrdinalIgnoreCase));

    /// <summary>Finds a character of a kind.</summary>
    public static NextIndex For(string text, Func<char, bool> isWanted) => new(text.Length, (start, stop) =>
    {
        while (start < stop && !isWanted(text[start]))
        {
            start++;
        }

        return start < stop ? start : -1;
    });

    /// <summary>The first such place at or after an index; the text's length when there is none.</summary>
    public int At(int index)
    {
        if (index >= length)
        {
            return length;
        }

        if (index < _from || index > _found)
        {
            var isBefore = index < _from;
            var found = search(index, isBefore ? _from : length);
            _found = found >= 0 ? found : isBefore ? _found : length;
            _from = index;
        }

        return _found;
    }
}
