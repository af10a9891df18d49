using System.IO;

namespace WeComRobot.Contract.Tests;

/// <summary>The module as the build leaves it for Import-Module.</summary>
internal static class BuiltModule
{
    /// <param name="edition">Core or Desktop.</param>
    public static string Folder(string edition) => Path.Combine(Repository.Root, "bin", edition);
}
