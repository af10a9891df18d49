using System;
using System.Linq;

namespace WeComRobot.Simulator.App.Tests.Scripts;

/// <summary>Texts that are hard to quote, the same for the same seed.</summary>
internal sealed class RandomText(Random random)
{
    private static readonly string[] Signs =
    [
        "磁盘", "web01", "95%", "é", "😀", "👩‍👩‍👧", " ", "  ", "\u3000", "\u00A0", "\u200B", "\n", "\n\n", "\n \n", "\t", "\u2028", "\u2029", "\u202E", "\u200F", "\uFFFD",
        "'", "''", "‘", "’", "‚", "‛", "\"", "\"\"", "“", "”", "„", "`", "`n", "$", "$(exit)", "${x}", "$env:PATH", "$null",
        "@'", "'@", "\n'@", "\n’@ | x", "\n'@\n", "\n '@", "\n'", "@\"", "\n\"@", "@{", "@(", "-Raw", "--%", "-1", "1kb", "0x1F", "1e3", "#", "<#", ";", "|", "&", "&&", "\\", "\\n", "\\u0027",
        "{0}", "}", "[0]", "%", "*", "~", "<font color=\"info\">", "</font>", "<@lisi>", "@all", "\n| a | b |\n|---|---|\n| 1 | 2 |\n", "\n> ", "\n# ", "**", "![](https://x)", "[x](y z)",
    ];

    private static readonly string[] Controls =
        ["\r", "\r\n", "\0", "\a", "\b", "\v", "\f", "\u001B[31m", "\u001B]0;x\a", "\u001B", "\u007F", "\u0085", "\u009B", "\uFEFF", "\n", " "];

    public bool Chance(int percent) => random.Next(100) < percent;

    public int Below(int count) => random.Next(count);

    public T Pick<T>(params T[] from) => from[random.Next(from.Length)];

    /// <summary>A text as most are.</summary>
    public string Plain() => Pick("主机", "it's", "95%", "“已用”", "a `b` $c", "两\n行", "-x", "12");

    /// <summary>A text of signs that mean something to PowerShell.</summary>
    public string Hostile() => "完" + string.Concat(Enumerable.Range(0, Below(8)).Select(_ => Pick(Signs))) + Pick("ok", "'", "”");

    /// <summary>A text with signs that are cleaned as well.</summary>
    public string Unclean() => string.Concat(Enumerable.Range(0, 4).SelectMany(_ => new[] { Pick(Signs), Pick(Controls) }).Append("x").OrderBy(_ => random.Next()));

    /// <summary>An address, now and then with what shells read in it.</summary>
    public string Url() => Pick("https://example.com/a?b=1&c=2", "https://example.com/it's", "https://example.com/‘$(x)`\"", "www.qq.com");
}
