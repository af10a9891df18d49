using System.Collections.Generic;
using System.Linq;
using System.Text;

namespace WeComRobot.Client.Tests.Markdown.Splitting.Generated;

/// <summary>Markdown documents of all the blocks that a message can have, some times as long as the limit.</summary>
internal sealed class RandomMarkdown
{
    private readonly Dice _dice;
    private readonly int _limit;
    private readonly RandomLeaves _leaves;
    private readonly RandomCode _code;
    private readonly RandomTable _table;
    private readonly RandomContainers _containers;

    private RandomMarkdown(Dice dice, int limit)
    {
        (_dice, _limit) = (dice, limit);
        (_leaves, _code, _table) = (new(dice, limit), new(dice, limit), new(dice, limit));
        _containers = new(dice, Block);
    }

    public static string Document(Dice dice, int limit) => new RandomMarkdown(dice, limit).Document();

    private string Document()
    {
        var target = _dice.Between(_limit, _limit * 5);
        var text = new StringBuilder(_dice.Chance(5) ? "\n\n" : "");
        List<string> before = [];
        for (var bytes = 0; bytes < target;)
        {
            var block = Block(_dice.Spread(8, _limit * 3), 0);
            text.Append(before.Count == 0 ? "" : Separator(before, block)).AppendJoin('\n', block);
            bytes += block.Sum(Encoding.UTF8.GetByteCount) + block.Count;
            before = block;
        }

        text.Append(_dice.Between(0, 9) switch { 0 => "\n\n```\nnever closed", < 3 => "\n", _ => "" });
        return LoneSurrogates.Sprinkle(text.ToString(), _dice).Replace("\n", _dice.Chance(10) ? "\r\n" : "\n");
    }

    private string Separator(List<string> before, List<string> block) =>
        MayTouch(before, block) && _dice.Chance(30) ? "\n" : _dice.Chance(95) ? "\n\n" : "\n\n\n \n";

    /// <summary>Headings, quotes and fences need no blank line before them; but two quotes would be one.</summary>
    private static bool MayTouch(List<string> before, List<string> block) =>
        !Tables.Touch(before, block) && (block[0] is ['#' or '`', ..] || (block[0] is ['>', ..] && before[^1] is not ['>', ..]));

    private List<string> Block(int bytes, int depth) => _dice.Between(depth < 3 ? 0 : 30, 99) switch
    {
        < 13 => _containers.Quote(bytes, depth),
        < 30 => _containers.List(bytes, depth),
        < 45 => _code.Fenced(bytes),
        < 48 => _code.Indented(bytes),
        < 60 when depth < 2 => _table.Table(bytes),
        < 72 => _leaves.Heading(_dice.Chance(95) ? _dice.Between(4, 40) : bytes),
        < 76 => _leaves.Rule(depth),
        _ => _leaves.Paragraph(bytes),
    };
}
