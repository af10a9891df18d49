using System;
using System.Collections.Generic;
using System.Linq;
using Markdig.Extensions.Tables;
using Markdig.Syntax;

namespace WeComRobot.HelpBuilder.Text;

/// <summary>Renders a table in columns if they fit, or else each row as its first cell followed by the other cells, indented.</summary>
internal static class PlainTable
{
    private const int TableWidth = 76;
    private const string Gap = "  ";

    public static IEnumerable<string> ToLines(Table table, int width)
    {
        string[][] rows = [.. table.Cast<TableRow>().Select(r => r.Cast<TableCell>().Select(Text).ToArray())];
        var (header, body) = (rows[0], rows[1..]);
        var hasHeader = header.Any(cell => cell.Length > 0);
        string[][] visibleRows = hasHeader ? rows : body;
        int[] widths = [.. header.Select((_, column) => visibleRows.Max(cells => Columns.Count(cells[column])))];

        if (widths.Sum() + Gap.Length * (widths.Length - 1) > Math.Min(width, TableWidth))
        {
            return body.SelectMany(cells => RowToList(header, cells, width));
        }

        string[][] top = hasHeader ? [header, [.. widths.Select(w => new string('-', w))]] : [];
        return top.Concat(body).Select(cells => string.Join(Gap, cells.Zip(widths, Columns.Pad)).TrimEnd());
    }

    private static IEnumerable<string> RowToList(string[] header, string[] cells, int width)
    {
        var labeled = header.Zip(cells).Skip(1).Where(c => c.Second.Length > 0)
            .Select(c => header.Length > 2 && c.First.Length > 0 ? Label(c.First) + c.Second : c.Second);
        return Columns.Wrap(cells[0], width)
            .Concat(labeled.SelectMany(text => Columns.Wrap(text, width - 4, "  ")).Select(line => "    " + line));
    }

    private static string Label(string heading) => Columns.Count(heading[^1..]) == 2 ? heading + "：" : heading + ": ";

    // Within code in a table, Markdig keeps the backslash of an escaped pipe
    private static string Text(TableCell cell) => PlainText.Read((cell.FirstOrDefault() as ParagraphBlock)?.Inline).Replace(@"\|", "|");
}
