using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;

namespace WeComRobot.Client.Tests.Markdown.Splitting.Generated;

/// <summary>Pipe tables; no two of a document have the same header, so that a repeated one is known for what it is.</summary>
internal sealed class RandomTable(Dice dice, int limit)
{
    private readonly RandomInlines _inlines = new(dice, limit);
    private int _tables;

    public List<string> Table(int bytes)
    {
        _tables++;
        var columns = dice.Between(1, 4);
        var isOpen = columns > 1 && dice.Chance(15);
        List<string> lines = [Row(Cells(columns, Header), isOpen), Row(Cells(columns, _ => dice.Pick("---", ":---", "---:", ":-:")), isOpen)];
        for (var size = 0; size < bytes;)
        {
            // Without a bar before it the first cell could look like a list item
            lines.Add(Row(Cells(columns, column => (isOpen && column == 1 ? "行" : "") + Cell()), isOpen));
            size += Encoding.UTF8.GetByteCount(lines[^1]) + 1;
        }

        return lines;
    }

    private static IEnumerable<string> Cells(int columns, Func<int, string> cell) => Enumerable.Range(1, columns).Select(cell);

    private string Row(IEnumerable<string> cells, bool isOpen) =>
        isOpen ? string.Join(" | ", cells) : "|" + string.Concat(cells.Select(c => $" {c} |")) + (dice.Chance(5) ? "  " : "");

    private string Header(int column) => $"列{_tables}.{column}" + (dice.Chance(5) ? " " + Text(dice.Between(4, limit)) : "");

    private string Cell() => dice.Between(0, 39) switch
    {
        0 => Text(dice.Between(limit / 2, limit * 2)),
        < 4 => Text(dice.Between(4, 60)),
        < 30 => dice.Pick("张三", "S", "广州", "OK", "❌", "29%", "🇨🇳", "`ls`", "**好**", "1.2.3", "<font color=\"info\">绿</font>"),
        < 38 => Text(6),
        _ => dice.Pick("", "—", "#"),
    };

    // A bar would be one more column
    private string Text(int bytes) => _inlines.Line(bytes).Replace('\n', ' ').Replace('|', '/');
}
