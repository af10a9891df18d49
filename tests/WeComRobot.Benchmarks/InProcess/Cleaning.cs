using System;
using System.Linq;
using System.Text;
using System.Threading.Tasks;
using WeComRobot.Fitting;
using WeComRobot.Messages;
using WeComRobot.Text.Terminal;

namespace WeComRobot.Benchmarks;

/// <summary>What it costs to clean a text of 2 KB and to look at it before it is sent, against encoding it as UTF-8.</summary>
internal static class Cleaning
{
    private const int Bytes = 2000;
    private static readonly OverflowOptions Options = new();

    public static Task<Table> RunAsync()
    {
        var plain = Repeat("磁盘将满，请清理 /data/logs。Disk almost full.\n");
        var log = CheckText.Log();
        var markdown = Repeat("- **磁盘将满**，请清理 `/data/logs`，见 [手册](https://example.com)\n");
        return Task.FromResult(Comparison.Tabulate(
            "Cleaning and looking at 2 KB, against encoding it as UTF-8",
            Pair("cleaning a text", plain, () => TerminalText.Clean(plain)),
            Pair("cleaning a colored log", log, () => TerminalText.Clean(log)),
            Pair("looking at a text", plain, () => Plan(new TextMessage { Text = new() { Content = plain } })),
            Pair("looking at a colored log", log, () => Plan(new TextMessage { Text = new() { Content = log } })),
            Pair("looking at Markdown", markdown, () => Plan(new MarkdownMessage { Markdown = new() { Content = markdown } })),
            Pair("looking at Markdown of version 2", markdown, () => Plan(new MarkdownV2Message { Markdown = new() { Content = markdown } }))));
    }

    private static Pair Pair(string name, string text, Func<object> ours) => new(name, null, () => Encoding.UTF8.GetBytes(text), ours);

    private static object Plan(ContentMessage message) => OverflowPlan.For(message, Options);

    private static string Repeat(string line) => string.Concat(Enumerable.Repeat(line, Bytes / Encoding.UTF8.GetByteCount(line)));
}
