using System;

namespace WeComRobot.Markdown.Splitting.Lines;

/// <summary>
/// Finds the next place of a kind, and remembers the stretch that it has scanned: queries that move through a text in one direction
/// cost one pass over it, however many there are.
/// </summary>
/// <param name="length">The text's length, which stands for none.</param>
/// <param name="search">The first such place from one index up to another; -1 where there is none.</param>
internal sealed class NextIndex(int length, Func<int, int, int> search)
{
    private int _from;
    private int _found = -1;

    public static NextIndex For(string text, char wanted) => new(text.Length, (start, stop) => text.IndexOf(wanted, start, stop - start));

    public static NextIndex For(string text, string wanted) => new(text.Length, (start, stop) =>
        text.IndexOf(wanted, start, Math.Min(text.Length, stop + wanted.Length - 1) - start, StringComparison.OrdinalIgnoreCase));

    public static NextIndex For(string text, Func<char, bool> isWanted) => new(text.Length, (start, stop) =>
    {
        while (start < stop && !isWanted(text[start]))
        {
            start++;
        }

        return start < stop ? start : -1;
    });

    /// <summary>The first at or after an index; the text's length where there is none.</summary>
    public int At(int index)
    {
        if (index >= length)
        {
            return length;
        }

        if (index < _from || index > _found)
        {
            var isBehind = index < _from;
            var found = search(index, isBehind ? _from : length);
            _found = found >= 0 ? found : isBehind ? _found : length;
            _from = index;
        }

        return _found;
    }
}
