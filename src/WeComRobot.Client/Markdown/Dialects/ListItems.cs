using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using WeComRobot.Markdown.Splitting.Lines;

namespace WeComRobot.Markdown.Dialects;

/// <summary>The list items of a text, without those that a reader does not take for a list: a lone "- 5 °C" or "3. Quartal".</summary>
internal sealed class ListItems(string text)
{
    // Lines from one item of a list to the next: an item may have lines of its own
    private const int MaxLinesBetweenBullets = 2;
    private const int TaskMarkLength = 3;

    private readonly List<Item> _all = [];

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

    /// <summary>The markers of the items that a reader takes for such. The detail of a task is its box.</summary>
    public IEnumerable<Construct> Certain() =>
        _all.Where((item, i) => !IsDoubtful(item) || (i > 0 && AreTogether(_all[i - 1], item)) || (i + 1 < _all.Count && AreTogether(item, _all[i + 1])))
            .Select(Marker);

    private bool IsOrdered(Item item) => text[item.MarkerEnd - 1] == '.';

    private bool IsDoubtful(Item item) => IsOrdered(item) || text[item.Content] is >= '0' and <= '9';

    private bool AreTogether(Item first, Item second) => IsOrdered(first) && IsOrdered(second)
        ? Number(second) == Number(first) + 1 || Number(second) == 1
        : text[first.MarkerEnd - 1] == text[second.MarkerEnd - 1] && second.Line - first.Line <= MaxLinesBetweenBullets;

    private int Number(Item item) => int.Parse(text.Substring(item.Start, item.MarkerEnd - item.Start - 1), CultureInfo.InvariantCulture);

    private Construct Marker(Item item)
    {
        var box = string.CompareOrdinal(text, item.Content, "[ ] ", 0, TaskMarkLength + 1) == 0 ? "☐"
            : string.Compare(text, item.Content, "[x] ", 0, TaskMarkLength + 1, System.StringComparison.OrdinalIgnoreCase) == 0 ? "☑"
            : "";
        return new(ConstructKind.ListItem, item.Start, box.Length > 0 ? item.Content + TaskMarkLength : item.MarkerEnd, box);
    }

    private readonly record struct Item(int Start, int MarkerEnd, int Content, int Line);
}
