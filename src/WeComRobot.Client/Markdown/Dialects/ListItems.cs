using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using WeComRobot.Markdown.Splitting.Lines;

namespace WeComRobot.Markdown.Dialects;

/// <summary>
/// Collects the list items of a text, and leaves out those that readers would not take for a list, such as a lone "- 5 °C" or
/// "3. Quartal".
/// </summary>
internal sealed class ListItems(string text)
{
    // An item may have further lines before the next item
    private const int MaxLinesPerItem = 2;
    private const int TaskMarkLength = 3;

    private readonly List<Item> _all = [];

    /// <summary>Adds the item that a line begins.</summary>
    /// <param name="line">The line.</param>
    /// <param name="number">The number of the line in the text.</param>
    public void Add(in MarkdownLine line, int number)
    {
        var markerEnd = line.ContentStart;
        while (LineSyntax.IsBlank(text[markerEnd - 1]))
        {
            markerEnd--;
        }

        var start = markerEnd - 1;
        while (start > line.Start && !LineSyntax.IsBlank(text[start - 1]) && text[start - 1] != '>')
        {
            start--;
        }

        if (line.ContentStart < line.End && text[markerEnd - 1] != ')')
        {
            _all.Add(new(start, markerEnd, line.ContentStart, number));
        }
    }

    /// <summary>Finds the items that look like nothing but a list item, or that are beside another item.</summary>
    public IEnumerable<Construct> FindCertain() =>
        _all.Where((item, i) => !IsAmbiguous(item) || (i > 0 && AreNeighbours(_all[i - 1], item)) || (i + 1 < _all.Count && AreNeighbours(item, _all[i + 1])))
            .Select(CreateConstruct);

    private bool IsOrdered(Item item) => text[item.MarkerEnd - 1] == '.';

    private bool IsAmbiguous(Item item) => (IsOrdered(item) && ReadBox(item).Length == 0) || text[item.Content] is >= '0' and <= '9';

    private bool AreNeighbours(Item first, Item second) => IsOrdered(first) && IsOrdered(second)
        ? ReadNumber(second) == ReadNumber(first) + 1 || ReadNumber(second) == 1
        : text[first.MarkerEnd - 1] == text[second.MarkerEnd - 1] && second.Line - first.Line <= MaxLinesPerItem;

    private int ReadNumber(Item item) => int.Parse(text.Substring(item.Start, item.MarkerEnd - item.Start - 1), CultureInfo.InvariantCulture);

    private Construct CreateConstruct(Item item)
    {
        var box = ReadBox(item);
        return new(ConstructKind.ListItem, item.Start, box.Length > 0 ? item.Content + TaskMarkLength : item.MarkerEnd, box);
    }

    /// <summary>The sign for the box of a task; empty if the item has none.</summary>
    private string ReadBox(Item item) =>
        string.CompareOrdinal(text, item.Content, "[ ] ", 0, TaskMarkLength + 1) == 0 ? "☐"
        : string.Compare(text, item.Content, "[x] ", 0, TaskMarkLength + 1, System.StringComparison.OrdinalIgnoreCase) == 0 ? "☑"
        : "";

    private readonly record struct Item(int Start, int MarkerEnd, int Content, int Line);
}
