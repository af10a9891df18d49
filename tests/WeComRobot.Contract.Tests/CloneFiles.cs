using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace WeComRobot.Contract.Tests;

/// <summary>The files of the clone without what a build or a package brought.</summary>
internal static class CloneFiles
{
    private static readonly string[] Output = ["bin", "obj", "artifacts", "TestResults", ".git"];

    /// <summary>Their paths in the clone, with slashes.</summary>
    public static IEnumerable<string> All => In(Repository.Root).Select(file => Path.GetRelativePath(Repository.Root, file).Replace('\\', '/'));

    public static string Read(string path) => File.ReadAllText(Path.Combine(Repository.Root, path));

    private static IEnumerable<string> In(string folder) => Directory.EnumerateFiles(folder)
        .Concat(Directory.EnumerateDirectories(folder).Where(child => !Output.Contains(Path.GetFileName(child))).SelectMany(In));
}
