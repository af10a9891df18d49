using System;
using System.IO;
using System.Linq;
using WeComRobot.HelpBuilder.Output;
using WeComRobot.HelpBuilder.Pages;

namespace WeComRobot.HelpBuilder;

/// <summary>The help of one culture: a MAML file for all cmdlets, and a text file for each topic.</summary>
internal static class HelpFolder
{
    /// <param name="pagesFolder">The folder with the pages, whose name is the culture.</param>
    /// <param name="outputRoot">The folder in which the culture's folder is created.</param>
    public static void Write(string pagesFolder, string outputRoot)
    {
        var culture = Path.GetFileName(pagesFolder);
        var maml = MamlFile.Write(Files(pagesFolder, "*-*.md").Select(p => new CommandPage(MarkdownPage.Read(p))));
        var topics = Files(pagesFolder, "about_*.md").ToDictionary(p => Path.GetFileNameWithoutExtension(p), p => Topic.Write(MarkdownPage.Read(p), culture));

        foreach (var name in FolderNames(culture))
        {
            var folder = Directory.CreateDirectory(Path.Combine(outputRoot, name)).FullName;
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

    // On macOS the culture is zh-Hans-CN, for which PowerShell falls back to zh-Hans, but not to zh-CN
    private static string[] FolderNames(string culture) => culture == "zh-CN" ? [culture, "zh-Hans"] : [culture];

    private static IOrderedEnumerable<string> Files(string folder, string pattern) => Directory.EnumerateFiles(folder, pattern).Order(StringComparer.Ordinal);
}
