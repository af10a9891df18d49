using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;

namespace WeComRobot.Benchmarks;

/// <summary>A table of docs/performance.md: what a benchmark measured, and the claims about it.</summary>
/// <param name="title">What was measured.</param>
/// <param name="columns">The heads of its columns. The first column names the rows; the others have numbers.</param>
internal sealed class Table(string title, params string[] columns)
{
    private readonly List<string[]> _rows = [];
    private readonly List<(string Text, bool Holds)> _claims = [];
    private readonly List<string> _notes = [];

    /// <summary>Whether all its claims hold.</summary>
    public bool Holds => _claims.TrueForAll(claim => claim.Holds);

    /// <summary>Adds a row with a cell for each column. NaN is what could not be measured.</summary>
    public void AddRow(params string[] cells) =>
        _rows.Add([.. cells.Select(cell => cell.StartsWith("NaN", StringComparison.Ordinal) ? "not measured" : cell)]);

    /// <summary>Adds a claim. One about NaN is missed.</summary>
    public void Claim(string what, double measured, double atMost)
    {
        var holds = measured <= atMost;
        var text = string.Create(CultureInfo.InvariantCulture, $"{what}: {measured:0.###}, at most {atMost:0.###}: {(holds ? "holds" : "**missed**")}");
        _claims.Add((text, holds));
    }

    /// <summary>Adds a sentence below the table.</summary>
    public void Note(string text) => _notes.Add(text);

    /// <summary>The table as GitHub shows it.</summary>
    public string ToMarkdown()
    {
        var text = new StringBuilder($"### {title}\n");
        AppendBlock(text, _rows.Count > 0 ? [Line(columns), Line(columns.Select((_, i) => i == 0 ? "---" : "---:")), .. _rows.Select(Line)] : []);
        AppendBlock(text, _claims.Select(claim => $"- {claim.Text}"));
        foreach (var note in _notes)
        {
            AppendBlock(text, [note]);
        }

        return text.ToString();
    }

    private static string Line(IEnumerable<string> cells) => $"| {string.Join(" | ", cells.Select(cell => cell.Replace("|", "\\|", StringComparison.Ordinal)))} |";

    /// <summary>Adds lines after an empty one.</summary>
    private static void AppendBlock(StringBuilder text, IEnumerable<string> lines)
    {
        foreach (var (i, line) in lines.Index())
        {
            text.Append(i == 0 ? "\n" : "").Append(line).Append('\n');
        }
    }
}
