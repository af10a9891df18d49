using System;
using System.IO;

namespace WeComRobot.Contract.Tests;

/// <summary>The clone that these tests were built in.</summary>
internal static class Repository
{
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    public static string Bin(string framework) => Path.Combine(Root, "bin", framework);

    private static string Find(string folder) =>
        File.Exists(Path.Combine(folder, "WeComRobot.psd1")) ? folder : Find(Path.GetDirectoryName(folder)!);
}
