using System.Collections.Generic;
using System.Linq;
using WeComRobot.Markdown.Splitting.Lines;

namespace WeComRobot.Markdown.Dialects;

/// <summary>Finds tables without an alignment row: lines that begin and end with a pipe, and have as many cells.</summary>
internal sealed class TableRows(string text)
{
    private const int MinBorders = 3;
    private const string RuleCell = "---|";

    private readonly List<Construct> _found = [];
    private int _rows;
    private int _borders;
    private int _firstStart;
    private bool _hasLines;

    /// <summary>Reads a line of a paragraph.</summary>
    public void Read(in MarkdownLine line)
    {
        var start = LineSyntax.SkipBlanks(text, line.ContentStart, line.End);
        var isRow = text[start] == '|' && text[line.End - 1] == '|';
        _hasLines |= text[start] == '+' || (isRow && TableSyntax.IsRule(text, start, line.End));
        var borders = isRow ? TableSyntax.CountBorders(text, start, line.End) : 0;
        _rows = borders < MinBorders ? 0 : borders == _borders ? _rows + 1 : 1;
        _borders = borders;
        if (_rows == 1)
        {
            _firstStart = line.Start;
        }
        else if (_rows == 2 && string.CompareOrdinal(text, _firstStart, text, line.Start, start + 1 - line.Start) == 0)
        {
            _found.Add(new(ConstructKind.MissingTableRule, line.Start, start, "|" + string.Concat(Enumerable.Repeat(RuleCell, borders - 1))));
        }
    }

    /// <summary>Returns the places before the second rows of the tables in the paragraph that ends here. It has none if it has lines of its own, with + or -.</summary>
    public IReadOnlyList<Construct> End()
    {
        IReadOnlyList<Construct> found = _hasLines || _found.Count == 0 ? [] : [.. _found];
        _found.Clear();
        (_rows, _borders, _hasLines) = (0, 0, false);
        return found;
    }
}
