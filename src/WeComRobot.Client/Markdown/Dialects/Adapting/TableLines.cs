using System;
using System.Collections.Generic;
using System.Linq;

namespace WeComRobot.Markdown.Dialects.Adapting;

/// <summary>Writes the rows of a table as lines of names and values, as in <c>主机：web01；状态：down</c>.</summary>
/// <param name="adapt">Rewrites the text of a cell.</param>
internal sealed class TableLines(Func<string, string> adapt)
{
    private const char FirstEastAsian = '\u2E80';

    private IReadOnlyList<string> _names = [];
    private bool _isEastAsian;

    /// <summary>Reads the names in a table's head. Returns a line of them if no row follows to show them, otherwise nothing.</summary>
    public string ReadHead(string head, bool hasRow)
    {
        _names = SplitCells(head.Split('\n')[0]);
        _isEastAsian = _names.Any(name => name.Any(c => c >= FirstEastAsian));
        return hasRow ? "" : string.Join(Separator, _names) + "\n";
    }

    public string FormatRow(string row) => string.Join(Separator, SplitCells(row).Select(FormatPair).Where(pair => pair.Length > 0));

    private string Separator => _isEastAsian ? "；" : "; ";

    private string FormatPair(string value, int column) =>
        value.Length == 0 || column >= _names.Count || _names[column].Length == 0 ? value : _names[column] + (_isEastAsian ? "：" : ": ") + value;

    private List<string> SplitCells(string row)
    {
        var cells = new List<string>();
        var line = row.Trim().Trim('>').Trim();
        var start = line.StartsWith("|", StringComparison.Ordinal) ? 1 : 0;
        for (var i = start; i <= line.Length; i++)
        {
            if (i < line.Length && line[i] == '\\')
            {
                i++;
            }
            else if (i == line.Length ? i > start : line[i] == '|')
            {
                cells.Add(AdaptCell(line.Substring(start, i - start)));
                start = i + 1;
            }
        }

        return cells;
    }

    private string AdaptCell(string cell) => adapt(cell.Trim().Replace("\\|", "|")).Replace("\n", " ").Trim();
}
