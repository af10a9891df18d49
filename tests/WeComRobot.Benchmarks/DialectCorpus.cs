using System;
using System.IO;
using System.Linq;
using WeComRobot.Fitting;
using WeComRobot.Messages;

namespace WeComRobot.Benchmarks;

/// <summary>
/// Lists the warnings that a folder of Markdown documents causes, for a reader to judge: each document as both Markdown types, and
/// each of its lines as a text message. There is no claim, as this repository has no such documents.
/// </summary>
internal static class DialectCorpus
{
    public static int Run(string folder)
    {
        var documents = Directory.EnumerateFiles(folder, "*.md", SearchOption.AllDirectories).Order().ToArray();
        var (v1Count, v2Count, lineCount, warnedLineCount) = (0, 0, 0, 0);
        foreach (var path in documents)
        {
            var text = File.ReadAllText(path);
            v1Count += Report("markdown", path, new MarkdownMessage { Markdown = new() { Content = text } });
            v2Count += Report("markdown_v2", path, new MarkdownV2Message { Markdown = new() { Content = text } });
            foreach (var line in text.Split('\n').Where(line => !string.IsNullOrWhiteSpace(line)))
            {
                lineCount++;
                warnedLineCount += Report(line.Trim(), path, new TextMessage { Text = new() { Content = line } });
            }
        }

        Console.WriteLine($"{documents.Length} documents: {v1Count} with a warning as markdown, {v2Count} as markdown_v2; {warnedLineCount} of {lineCount} lines as text");
        return documents.Length > 0 ? 0 : 1;
    }

    /// <returns>1 if the message causes a warning, otherwise 0.</returns>
    private static int Report(string label, string path, ContentMessage message)
    {
        var notices = OverflowPlan.For(message, new() { Policy = OverflowPolicy.Error }).Notices;
        foreach (var notice in notices)
        {
            Console.WriteLine($"{path}\t{label}\t{notice.Text}");
        }

        return notices.Count > 0 ? 1 : 0;
    }
}
