using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace WeComRobot.Client.Tests.Architecture;

/// <summary>The source of the library under test, and of what serves a fleet, which is seen as one more of its folders.</summary>
internal static class ClientSource
{
    public static string Folder { get; } = Path.Combine(Repository.Root, "src", "WeComRobot.Client");

    public static string RedisFolder { get; } = Path.Combine(Repository.Root, "src", "WeComRobot.Redis");

    /// <summary>The C# files: their paths within the folder, and their text.</summary>
    public static IEnumerable<(string Path, string Text)> Files =>
        FilesIn(Folder).Concat(FilesIn(RedisFolder).Select(file => ("Redis/" + file.Path, file.Text)));

    private static IEnumerable<(string Path, string Text)> FilesIn(string folder) =>
        from file in Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
        let path = Path.GetRelativePath(folder, file).Replace('\\', '/')
        where !path.StartsWith("obj/", StringComparison.Ordinal) && !path.StartsWith("bin/", StringComparison.Ordinal)
        select (path, File.ReadAllText(file));
}
