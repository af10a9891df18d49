using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace WeComRobot.Client.Tests;

/// <summary>The clone that these tests were built in, found upward from their output folder.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    /// <summary>The source of the library under test.</summary>
    public static string ClientFolder => Path.Combine(Root, "src", "WeComRobot.Client");

    /// <summary>Debug or Release, as these tests were built: …/bin/Debug/net10.0/.</summary>
    public static string Configuration => new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;

    /// <summary>The library's own C# files: their paths within its folder, and their text.</summary>
    public static IEnumerable<(string Path, string Text)> ClientSource =>
        from file in Directory.EnumerateFiles(ClientFolder, "*.cs", SearchOption.AllDirectories)
        let path = Path.GetRelativePath(ClientFolder, file).Replace('\\', '/')
        where !path.StartsWith("obj/", StringComparison.Ordinal) && !path.StartsWith("bin/", StringComparison.Ordinal)
        select (path, File.ReadAllText(file));

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "WeComRobot.psd1")))
        {
            folder = folder.Parent ?? throw new DirectoryNotFoundException("No clone around " + AppContext.BaseDirectory);
        }

        return folder.FullName;
    }
}
