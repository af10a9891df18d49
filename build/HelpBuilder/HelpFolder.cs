using System;
using System.IO;
using System.Linq;
using WeComRobot.HelpBuilder.Output;
using WeComRobot.HelpBuilder.Pages;

namespace WeComRobot.HelpBuilder;

/// <summary>The help of one culture: a MAML file for all cmdlets, and a text file for each topic.</summary>
internal static class HelpFolder
{
    /// <param name="pages">The folder with the pages, whose name is the culture.</param>
    /// <param name="output">Where the folder of the culture goes.</param>
    public static void Write(string pages, string output)
    {
        var culture = Path.GetFileName(pages);
        var maml = MamlFile.Write(Files(pages, "*-*.md").Select(p => new CommandPage(MarkdownPage.Read(p))));
        var topics = Files(pages, "about_*.md").ToDictionary(p => Path.GetFileNameWithoutExtension(p), p => Topic.Write(MarkdownPage.Read(p), culture));

        foreach (var name in Names(culture))
        {
            var folder = Directory.CreateDirectory(Path.Combine(output, name)).FullName;
            foreach (var old in Directory.EnumerateFiles(folder, "about_*.help.txt"))
            {
                File.Delete(old);
            }

            TextFile.Write(Path.Combine(folder, "WeComRobot.dll-Help.xml"), maml);
            foreach (var (topic, text) in topics)
            {
                TextFile.Write(Path.Combine(folder, topic + ".help.txt"), text);
            }
        }
    }

    // macOS names Chinese zh-Hans-CN, from where PowerShell goes on to zh-Hans and never comes to zh-CN
    private static string[] Names(string culture) => culture == "zh-CN" ? [culture, "zh-Hans"] : [culture];

    private static IOrderedEnumerable<string> Files(string folder, string pattern) => Directory.EnumerateFiles(folder, pattern).Order(StringComparer.Ordinal);
}
