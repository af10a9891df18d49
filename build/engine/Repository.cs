using System;
using System.IO;

namespace WeComRobot.Engine;

/// <summary>Finds the root of the clone, independent of the current directory.</summary>
public static class Repository
{
    /// <summary>The folder of WeComRobot.psd1.</summary>
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    private static string Find(string folder) =>
        File.Exists(Path.Combine(folder, "WeComRobot.psd1")) ? folder : Find(Path.GetDirectoryName(folder)!);
}
