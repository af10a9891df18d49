using System;
using System.Collections.Generic;
using System.Linq;

namespace WeComRobot.Markdown.Dialects.Adapting;

/// <summary>A table's rows as lines of names and values: <c>主机：web01；状态：down</c>.</summary>
/// <param name="adapt">Rewrites the text of a cell.</param>
internal sealed class TableLines(Func<string, string> adapt)
{
    private const char FirstEastAsian = '\u2E80';

    private IReadOnlyList<string> _names = [];
    private bool _isEastAsian;

    /// <summary>Keeps the names of a table's head; gives them where no row follows that would show them.</summary>
    public string Begin(string head, bool hasRow)
    {
        _names = Cells(head.Split('\n')[0]);
        _isEastAsian = _names.Any(name => name.Any(c => c >= FirstEastAsian));
        return hasRow ? "" : string.Join(Between, _names) + "\n";
    }

    public string Row(string row) => string.Join(Between, Cells(row).Select(Pair).Where(pair => pair.Length > 0));

    private string Between => _isEastAsian ? "；" : "; ";

    private string Pair(string value, int column) =>
        value.Length == 0 || column >= _names.Count || _names[column].Length == 0 ? value : _names[column] + (_isEastAsian ? "：" : ": ") + value;

    private List<string> Cells(string row)
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
                cells.Add(Cell(line.Substring(start, i - start)));
                start = i + 1;
            }
        }

        return cells;
    }

    private string Cell(string cell) => adapt(cell.Trim().Replace("\\|", "|")).Replace("\n", " ").Trim();
}
