using System;
using System.IO;

namespace WeComRobot.Tests.Support;

/// <summary>A folder of one test's files, gone with the test.</summary>
public sealed class TestFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("wecom-tests-");

    /// <summary>Its path.</summary>
    public string FullName => _folder.FullName;

    /// <summary>The path of a file in it.</summary>
    public string PathOf(string name) => Path.Combine(FullName, name);

    /// <summary>Writes a file.</summary>
    /// <returns>Its path.</returns>
    public string Write(string name, byte[] content)
    {
        File.WriteAllBytes(PathOf(name), content);
        return PathOf(name);
    }

    /// <summary>Writes a file of that length; what follows its first bytes is zeros that take no room on the disk.</summary>
    /// <returns>Its path.</returns>
    public string WriteSparse(string name, long length, params byte[] start)
    {
        using var file = File.Create(PathOf(name));
        file.Write(start);
        file.SetLength(length);
        return PathOf(name);
    }

    /// <summary>Removes it and all that is in it.</summary>
    public void Dispose() => _folder.Delete(recursive: true);
}
