using System.Collections.Generic;
using System.Text;

namespace WeComRobot.Client.Tests.Markdown.Splitting.Generated;

/// <summary>Paragraphs, headings and thematic breaks.</summary>
internal sealed class RandomLeaves(Dice dice, int limit)
{
    private static readonly string[] Rules = ["---", "***", "___", "* * *", "----------"];

    private readonly RandomInlines _inlines = new(dice, limit);

    public List<string> Paragraph(int bytes)
    {
        var lines = new List<string>();
        for (var size = 0; size < bytes;)
        {
            var line = _inlines.Line(dice.Chance(60) ? bytes - size : dice.Between(4, bytes));
            line = lines.Count == 0 ? "磁盘" + line : line;
            size += Encoding.UTF8.GetByteCount(line);
            lines.AddRange((Indent(lines.Count) + line + HardBreak()).Split('\n'));
        }

        return lines;
    }

    /// <summary>Mostly short; with the limit for its bytes, too long for a part.</summary>
    public List<string> Heading(int bytes)
    {
        var text = _inlines.Line(bytes).Replace('\n', ' ');
        return dice.Between(0, 19) switch
        {
            0 => ["磁盘" + text, dice.Pick("===", "---")],
            1 => ["## " + text + " ##"],
            _ => [new string('#', dice.Between(1, 6)) + " " + text],
        };
    }

    /// <summary>In a list item only the one whose signs are no bullets: with the item's own they would be a rule instead of it.</summary>
    public List<string> Rule(int depth) => [depth == 0 ? dice.Pick(Rules) : "___"];

    // The text of a paragraph may be indented at will after its first line
    private string Indent(int line) => line == 0 || dice.Chance(90) ? "" : new string(' ', dice.Between(1, 6));

    private string HardBreak() => dice.Between(0, 19) switch { 0 => "  ", 1 => "\\", _ => "" };
}
