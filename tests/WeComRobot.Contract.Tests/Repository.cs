using System;
using System.IO;

namespace WeComRobot.Contract.Tests;

/// <summary>The clone that these tests were built in.</summary>
internal static class Repository
{
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    /// <param name="edition">Core or Desktop.</param>
    public static string Bin(string edition) => Path.Combine(Root, "bin", edition);

    private static string Find(string folder) =>
        File.Exists(Path.Combine(folder, "WeComRobot.psd1")) ? folder : Find(Path.GetDirectoryName(folder)!);
}
