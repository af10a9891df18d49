using System.Linq;
using System.Text.Json.Nodes;
using Markdig.Extensions.Tables;
using Markdig.Syntax;

namespace WeComRobot.Simulator.Drawing;

/// <summary>Draws tables.</summary>
internal sealed class TableDrawing(InlineDrawing inlines, int depth)
{
    public JsonObject Draw(Table table)
    {
        var rows = table.OfType<TableRow>().ToLookup(row => row.IsHeader, row => DrawRow(row, table));
        return Node.Element("div", [Node.Element("table", [
            Node.Element("thead", [.. rows[true]]),
            Node.Element("tbody", [.. rows[false]])])], "table");
    }

    private JsonObject DrawRow(TableRow row, Table table) =>
        Node.Element("tr", [.. row.OfType<TableCell>().Select((cell, i) => DrawCell(cell, row.IsHeader, table.ColumnDefinitions[i].Alignment))]);

    private JsonObject DrawCell(TableCell cell, bool isHeader, TableColumnAlign? alignment)
    {
        var text = cell.OfType<ParagraphBlock>().FirstOrDefault();
        return Node.Element(isHeader ? "th" : "td", inlines.Draw(text?.Inline, depth), alignment switch
        {
            TableColumnAlign.Center => "center",
            TableColumnAlign.Right => "right",
            _ => "left",
        });
    }
}
