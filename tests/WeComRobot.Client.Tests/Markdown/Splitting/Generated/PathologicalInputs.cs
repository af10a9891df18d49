using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;

namespace WeComRobot.Client.Tests.Markdown.Splitting.Generated;

/// <summary>
/// Markdown that is known to make a parser take ever longer, made by the rules that the suites of CommonMark and cmark-gfm
/// describe, and lines that have made this splitter slow. Each has about as many characters as asked for.
/// </summary>
internal static class PathologicalInputs
{
    /// <summary>What people write, in lines as logs and mails have them: the measure of all others.</summary>
    public static string Ordinary(int length) => Fill(
        "The nightly backup ran for three hours and copied all files.\n两台主机没有在规定的时间内应答，请值班同事检查。\nTwo hosts did not answer.\n", length);

    public static IReadOnlyDictionary<string, Func<int, string>> All { get; } = new Dictionary<string, Func<int, string>>
    {
        // CommonMark's suite
        ["nested strong emphasis"] = n => Fill("*a **a ", n / 2) + "b" + Fill(" a** a*", n / 2),
        ["emphasis closers without openers"] = n => Fill("a_ ", n),
        ["emphasis openers without closers"] = n => Fill("_a ", n),
        ["link closers without openers"] = n => Fill("a]", n),
        ["link openers without closers"] = n => Fill("[a", n),
        ["mismatched openers and closers"] = n => Fill("*a_ ", n),
        ["openers and closers in threes"] = n => Fill("a***b", n),
        ["link openers and emphasis closers"] = n => Fill("[ a_", n),
        ["emphasis over a link"] = n => Fill("**x [a*b**c*](d) ", n),
        ["nested brackets"] = n => Fill("[", n / 2) + "a" + Fill("]", n / 2),
        ["nested block quotes"] = n => Fill("> ", n) + "a",
        ["nested lists on one line"] = n => Fill("- ", n) + "a",
        ["deeply nested lists"] = n => Concat(n, i => new string(' ', 2 * (i % 400)) + "* a\n"),
        ["U+0000"] = n => Fill("abc\0de\0 ", n),
        ["backticks of growing length"] = n => Concat(n, i => "e" + new string('`', i + 1)),
        ["unclosed links in angle brackets"] = n => Fill("[a](<b", n),
        ["unclosed links"] = n => Fill("[a](b", n),
        ["unclosed comments"] = n => "</" + Fill("<!--", n),
        ["empty lines in a list"] = n => "- a\n" + Fill("\n", n) + "b",
        ["references"] = n => Concat(n / 2, i => $"[{i}]: u\n") + Fill("[0] ", n / 2),
        ["unclosed instructions"] = n => "a " + Fill("<?", n),
        ["unclosed declarations"] = n => Fill("a <!A ", n),
        ["unclosed CDATA"] = n => Fill("a <![CDATA[", n),
        ["emphasis in a paragraph of asterisks"] = n => Fill("*", n / 2) + "a" + Fill("*", n / 2),
        ["nested emphasis"] = n => Fill("*a ", n / 2) + Fill("b* ", n / 2),
        ["image openers"] = n => Fill("![[]()", n),

        // cmark-gfm's suite
        ["a wide table"] = n => Fill("|a", n / 3) + "|\n" + Fill("|-", n / 3) + "|\n" + Fill("|y", n / 3) + "|",
        ["a wide table without rows"] = n => Fill("|a", n / 2) + "|\n" + Fill("|-", n / 2) + "|\n|x|",
        ["a long table"] = n => "|a|b|\n|-|-|\n" + Fill("|x|y|\n", n),
        ["rows shorter than the head"] = n => Fill("|a", n / 8) + "|\n" + Fill("|-", n / 8) + "|\n" + Fill("|x|\n", n * 3 / 4),
        ["heads of tables"] = n => Fill("a|b\n-|-\n", n),
        ["footnotes"] = n => Concat(n / 2, i => $"[^{i}]: u\n") + Concat(n / 2, i => $"[^{i}] "),
        ["strikethrough openers"] = n => Fill("~~a ", n),
        ["single tildes"] = n => Fill("~a~ ", n),
        ["addresses"] = n => Fill("https://a.b/c ", n),
        ["a long address"] = n => "https://" + Fill("a", n),
        ["angle brackets"] = n => Fill("<", n),
        ["tags that do not close"] = n => Fill("<a ", n),

        // Lines that were slow here
        ["="] = n => Fill("=", n),
        ["-"] = n => Fill("-", n),
        ["_"] = n => Fill("_", n),
        ["*"] = n => Fill("*", n),
        ["~"] = n => Fill("~", n),
        ["`"] = n => Fill("`", n),
        ["- _ * ~ `"] = n => Fill("- _ * ~ ` ", n),
        ["- - -"] = n => Fill("- ", n),
        ["_ _ _"] = n => Fill("_ ", n),
        ["* * *"] = n => Fill("* ", n),
        ["` ` `"] = n => Fill("` ", n),
        ["|-|-"] = n => Fill("|-", n),
        ["text before ="] = n => "a " + Fill("=", n),
        ["text before - - -"] = n => "a " + Fill("- ", n),
        ["one cluster"] = n => "a" + Fill("\u0301", n),
        ["blanks that bear marks"] = n => Fill(" \u0301", n),
        ["joined emoji"] = n => Fill("👩\u200D", n),
        ["flags"] = n => Fill("🇨", n),
        ["blanks"] = n => "a" + Fill(" ", n) + "b",
        ["blanks at line ends"] = n => Fill("a" + new string(' ', 1000) + "\n", n),
        ["headings"] = n => Fill("# a\n", n),
        ["underlined headings"] = n => Fill("a\n=\n", n),
        ["a long underlined heading"] = n => Fill("a b\n", n) + "===\n",
        ["fences"] = n => Fill("```\n", n),
        ["a fence's long first line"] = n => "```" + Fill("x", n) + "\nabc\n```\n",
        ["mentions that do not close"] = n => Fill("<@a", n),
        ["colours that do not close"] = n => Fill("<font ", n),
        ["backslashes"] = n => Fill("\\", n),
        ["lazy lines"] = n => "> a\n" + Fill("a\n", n),
        ["opening signs"] = n => Fill("（", n),
        ["closing signs"] = n => Fill("，。", n),
    };

    private static string Fill(string piece, int length) => string.Concat(Enumerable.Repeat(piece, Math.Max(1, length / piece.Length)));

    private static string Concat(int length, Func<int, string> piece)
    {
        var built = new StringBuilder();
        for (var i = 0; built.Length < length; i++)
        {
            built.Append(piece(i));
        }

        return built.ToString();
    }
}
