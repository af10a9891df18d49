using System.IO;

namespace WeComRobot.Contract.Tests;

/// <summary>The module as the build leaves it for Import-Module.</summary>
internal static class BuiltModule
{
    /// <param name="name">Core, Desktop, or a folder in one of them.</param>
    public static string Folder(string name) => Path.Combine(Repository.Root, "bin", name);
}
