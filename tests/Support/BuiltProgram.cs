using System;
using System.IO;
using WeComRobot.Engine;

namespace WeComRobot.Tests.Support;

/// <summary>Programs of tests/ that are built before the tests and run as processes of their own.</summary>
public static class BuiltProgram
{
    /// <summary>A file of the program, in the configuration of whoever asks: …/bin/Debug/net10.0/.</summary>
    /// <param name="project">The program's project, a folder of tests/.</param>
    /// <param name="framework">The framework that it is built for.</param>
    /// <param name="file">The file's name.</param>
    public static string PathOf(string project, string framework, string file) => Path.Combine(
        Repository.Root, "tests", project, "bin", new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name, framework, file);
}
