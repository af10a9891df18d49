using System.Text;

namespace WeComRobot.Client.Tests.Markdown.Splitting.Generated;

/// <summary>One line of Markdown text, with spans that are to stay whole and words that would open a block at a line's start.</summary>
internal sealed class RandomInlines(Dice dice, int limit)
{
    // Harmless inside a line; a list, heading, quote, underline, rule, fence or table if a break brought them to its start
    private static readonly string[] Openers = ["-", "+", "*", "1.", "2)", "12.", "#", "###", ">", ">>", "|", "=", "==", "--", "---", "***", "~~~", "\\#", "\\*", "1\\."];

    private readonly RandomWords _words = new(dice);

    public string Line(int bytes)
    {
        var line = new StringBuilder();
        for (var size = 0; size < bytes;)
        {
            var piece = Piece();
            size += Encoding.UTF8.GetByteCount(piece);
            line.Append(piece);
        }

        // A fence's info that is longer than a part could not be kept
        var text = line.ToString().Trim().TrimStart('~').TrimStart();
        return text.Length > 0 ? text : _words.Word();
    }

    public string Words(int count)
    {
        var words = new StringBuilder(_words.Word());
        while (--count > 0)
        {
            words.Append(' ').Append(_words.Word());
        }

        return words.ToString();
    }

    private string Piece() => dice.Between(0, 99) switch
    {
        < 12 => Span() + _words.Gap(),
        < 15 => " " + dice.Pick(Openers) + " ",
        < 16 => " & < &amp; ",
        _ => _words.Word() + _words.Gap(),
    };

    // Between blanks, or of ideographs alone: in any other company a parser may not see an asterisk as its writer did
    private string Span() => dice.Between(0, 9) switch
    {
        0 => "**" + _words.Ideographs() + "**" + _words.Ideographs(),
        1 => " **" + Content() + "** ",
        2 => dice.Chance(50) ? " *" + Content() + "* " : "*" + _words.Ideographs() + "*" + _words.Ideographs(),
        3 => "`" + Code() + "`",
        4 => "``" + Code() + "`" + Code() + "``",
        5 => "[" + Content() + "](" + _words.Url() + ")",
        6 => "![" + Content() + "](" + _words.Url() + ")",
        7 => $"<font color=\"{dice.Pick("info", "comment", "warning")}\">{Content()}</font>",
        8 => $"<@{_words.UserId()}>",
        _ => dice.Chance(50) ? $" **{_words.Ideographs()} `{Code()}` *{_words.Ideographs()}*** " : $"<{_words.Url()}>",
    };

    // Most fit into any part, some only into most, a few into none
    private string Content() => dice.Between(0, 19) switch
    {
        < 15 => Words(dice.Between(1, 3)),
        < 17 => Words(dice.Between(3, 8)),
        17 => _words.Chinese() + "\n" + _words.Chinese(),
        18 => Words(dice.Between(1, limit / 10)),
        _ => _words.Chinese(),
    };

    private string Code() => dice.Pick("ls -l", "*x*", "<b>", "日志.txt", "$env:PATH", "x  y", "#1", "- no list");
}
