using System;
using System.IO;

namespace WeComRobot.Client.Tests;

/// <summary>A folder of one test's files, gone with the test.</summary>
public sealed class TestFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("wecom-client-tests-");

    public string FullName => _folder.FullName;

    public string PathOf(string name) => Path.Combine(FullName, name);

    public string Write(string name, byte[] content)
    {
        File.WriteAllBytes(PathOf(name), content);
        return PathOf(name);
    }

    /// <summary>A file of that length; what follows its first bytes is zeros that take no room on the disk.</summary>
    public string WriteSparse(string name, long length, params byte[] start)
    {
        using var file = File.Create(PathOf(name));
        file.Write(start);
        file.SetLength(length);
        return PathOf(name);
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
