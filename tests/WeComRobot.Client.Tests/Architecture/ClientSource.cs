using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace WeComRobot.Client.Tests.Architecture;

/// <summary>The source of the library under test.</summary>
internal static class ClientSource
{
    public static string Folder { get; } = Path.Combine(Repository.Root, "src", "WeComRobot.Client");

    /// <summary>Its own C# files: their paths within its folder, and their text.</summary>
    public static IEnumerable<(string Path, string Text)> Files =>
        from file in Directory.EnumerateFiles(Folder, "*.cs", SearchOption.AllDirectories)
        let path = Path.GetRelativePath(Folder, file).Replace('\\', '/')
        where !path.StartsWith("obj/", StringComparison.Ordinal) && !path.StartsWith("bin/", StringComparison.Ordinal)
        select (path, File.ReadAllText(file));
}
