using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace WeComRobot.Simulator.App.Tests.Browser;

/// <summary>The messages of the composer's gallery, in Chinese.</summary>
internal static class Gallery
{
    /// <summary>The payloads, in the order of their names.</summary>
    public static IEnumerable<string> Read() =>
        Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "Gallery"), "*.zh.json").Order(StringComparer.Ordinal).Select(File.ReadAllText);
}
