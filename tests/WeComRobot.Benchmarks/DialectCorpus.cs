using System;
using System.IO;
using System.Linq;
using WeComRobot.Fitting;
using WeComRobot.Messages;

namespace WeComRobot.Benchmarks;

/// <summary>
/// Lists the warnings about a folder of Markdown documents, for a reader to judge: each document as both Markdown types, and each of
/// its lines as a text message. It makes no claim, for this repository has no such documents.
/// </summary>
internal static class DialectCorpus
{
    public static int Run(string folder)
    {
        var documents = Directory.EnumerateFiles(folder, "*.md", SearchOption.AllDirectories).Order().ToArray();
        var (v1, v2, lines, toldLines) = (0, 0, 0, 0);
        foreach (var path in documents)
        {
            var text = File.ReadAllText(path);
            v1 += Tell("markdown", path, new MarkdownMessage { Markdown = new() { Content = text } });
            v2 += Tell("markdown_v2", path, new MarkdownV2Message { Markdown = new() { Content = text } });
            foreach (var line in text.Split('\n').Where(line => !string.IsNullOrWhiteSpace(line)))
            {
                lines++;
                toldLines += Tell(line.Trim(), path, new TextMessage { Text = new() { Content = line } });
            }
        }

        Console.WriteLine($"{documents.Length} documents: {v1} with a warning as markdown, {v2} as markdown_v2; {toldLines} of {lines} lines as text");
        return documents.Length > 0 ? 0 : 1;
    }

    private static int Tell(string what, string path, ContentMessage message)
    {
        var notices = OverflowPlan.For(message, new() { Policy = OverflowPolicy.Error }).Notices;
        foreach (var notice in notices)
        {
            Console.WriteLine($"{path}\t{what}\t{notice.Text}");
        }

        return notices.Count > 0 ? 1 : 0;
    }
}
