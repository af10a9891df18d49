using System.Collections.Generic;
using System.Text;

namespace WeComRobot.Client.Tests.Markdown.Splitting.Generated;

/// <summary>Fenced and indented code whose lines look like any other block.</summary>
internal sealed class RandomCode(Dice dice, int limit)
{
    private static readonly string[] Languages = ["", "", "csharp", "powershell", "json", "c++", "log", "text title=\"日志\""];

    private static readonly string[] Lines =
    [
        "var x = 1; // 注释", "if (a < b) {", "    return \"中文 🎉\";", "name\tvalue", "}", "# no heading", "| a | b |",
        "> no quote", "- no list", "1. no list", "**no bold** `no code`", "<@nobody>", "        deep", "[x] no link", "",
        "2025-06-04 12:00:00 ERROR 磁盘已满", "👨‍👩‍👧‍👦 🇨🇳", "e\u0301te\u0301",
    ];

    private readonly RandomWords _words = new(dice);

    public List<string> Fenced(int bytes)
    {
        var fence = dice.Pick("```", "```", "```", "~~~", "````");
        var inner = fence[0] == '~' || fence.Length > 3 ? "```" : "~~~";
        var indent = dice.Chance(90) ? "" : dice.Pick("  ", "   ");
        List<string> block = [indent + fence + (dice.Chance(10) ? " " : "") + dice.Pick(Languages)];
        for (var size = 0; size < bytes;)
        {
            var line = dice.Chance(10) ? dice.Pick(inner, "===", "---", "|---|---|") : Line();
            size += Encoding.UTF8.GetByteCount(line) + 1;
            block.Add(line.Length == 0 ? "" : indent + line);
        }

        block.Add(indent + fence + (dice.Chance(5) ? fence[..1] : ""));
        return block;
    }

    public List<string> Indented(int bytes)
    {
        List<string> block = ["    first"];
        for (var size = 0; size < bytes;)
        {
            var line = Line();
            size += Encoding.UTF8.GetByteCount(line) + 1;
            block.Add(line.Length == 0 ? "" : "    " + line);
        }

        block.Add("    last");
        return block;
    }

    private string Line() => dice.Between(0, 29) switch
    {
        0 => LongLine(dice.Between(limit / 2, limit * 2)),
        < 4 => LongLine(dice.Between(20, 80)),
        _ => dice.Pick(Lines),
    };

    private string LongLine(int bytes)
    {
        var line = new StringBuilder(dice.Chance(50) ? "    " : "");
        for (var size = 0; size < bytes;)
        {
            var word = _words.Word() + (dice.Chance(70) ? " " : "");
            size += Encoding.UTF8.GetByteCount(word);
            line.Append(word);
        }

        return line.ToString();
    }
}
