using System;
using System.Collections.Generic;
using System.Linq;
using Markdig.Extensions.Tables;
using Markdig.Syntax;

namespace WeComRobot.HelpBuilder.Text;

/// <summary>A table in columns where they have room; else each row as its first cell and, indented, the others.</summary>
internal static class PlainTable
{
    private const int TableWidth = 76;
    private const string Gap = "  ";

    public static IEnumerable<string> Lines(Table table, int width)
    {
        string[][] rows = [.. table.Cast<TableRow>().Select(r => r.Cast<TableCell>().Select(Text).ToArray())];
        var (head, body) = (rows[0], rows[1..]);
        var hasHead = head.Any(cell => cell.Length > 0);
        string[][] shown = hasHead ? rows : body;
        int[] widths = [.. head.Select((_, column) => shown.Max(cells => Columns.Count(cells[column])))];

        if (widths.Sum() + Gap.Length * (widths.Length - 1) > Math.Min(width, TableWidth))
        {
            return body.SelectMany(cells => ListLines(head, cells, width));
        }

        string[][] rule = hasHead ? [[.. widths.Select(w => new string('-', w))]] : [];
        return shown.Take(shown.Length - body.Length).Concat(rule).Concat(body)
            .Select(cells => string.Join(Gap, cells.Zip(widths, Columns.Pad)).TrimEnd());
    }

    private static IEnumerable<string> ListLines(string[] head, string[] cells, int width)
    {
        var labelled = head.Zip(cells).Skip(1).Where(c => c.Second.Length > 0)
            .Select(c => head.Length > 2 && c.First.Length > 0 ? Label(c.First) + c.Second : c.Second);
        return Columns.Wrap(cells[0], width)
            .Concat(labelled.SelectMany(text => Columns.Wrap(text, width - 4, "  ")).Select(line => "    " + line));
    }

    private static string Label(string head) => Columns.Count(head[^1..]) == 2 ? head + "：" : head + ": ";

    // A bar is escaped in a table's code, too, where Markdig leaves the backslash
    private static string Text(TableCell cell) => PlainText.Read((cell.FirstOrDefault() as ParagraphBlock)?.Inline).Replace(@"\|", "|");
}
