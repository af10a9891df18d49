using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace WeComRobot.Simulator.App.Tests;

/// <summary>The messages of the composer's gallery.</summary>
internal static class Gallery
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Gallery");

    /// <summary>In both languages.</summary>
    public static IEnumerable<string> All => Read("*.json");

    /// <summary>In Chinese.</summary>
    public static IEnumerable<string> Chinese => Read("*.zh.json");

    /// <summary>One of them in Chinese.</summary>
    public static string Find(string name) => File.ReadAllText(Path.Combine(Folder, $"{name}.zh.json"));

    private static IEnumerable<string> Read(string pattern) =>
        Directory.EnumerateFiles(Folder, pattern).Order(StringComparer.Ordinal).Select(File.ReadAllText);
}
