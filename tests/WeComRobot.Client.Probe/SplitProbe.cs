using System;
using System.IO;
using System.Linq;
using System.Text;
using System.Threading.Tasks;
using WeComRobot.Client.Tests.Markdown.Splitting;

namespace WeComRobot.Client.Probe;

/// <summary>Splits a file as text and as Markdown, and writes each part in Base64 on a line, to compare the frameworks.</summary>
internal static class SplitProbe
{
    private const int MaxBytes = 100;

    public static Task RunAsync(string path)
    {
        var text = File.ReadAllText(path);
        foreach (var part in TextSplitter.Split(text, MaxBytes).Concat(MarkdownSplitter.Split(text, MaxBytes)))
        {
            Console.WriteLine(Convert.ToBase64String(Encoding.UTF8.GetBytes(part)));
        }

        return Task.CompletedTask;
    }
}
