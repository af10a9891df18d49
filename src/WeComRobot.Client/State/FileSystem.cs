using System;
using System.IO;

namespace WeComRobot.State;

/// <summary>
/// File operations that differ between Windows and Unix. They are in one file because net472, which runs on Windows alone, lacks what
/// Unix needs.
/// </summary>
internal static class FileSystem
{
#if !NETFRAMEWORK
    private const UnixFileMode ReadWrite = UnixFileMode.UserRead | UnixFileMode.UserWrite
        | UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.OtherRead | UnixFileMode.OtherWrite;

#endif
    /// <summary>Creates a folder that on Unix only its owner may open. On Windows the folders of a user are private anyway.</summary>
    public static void CreatePrivateFolder(string path)
    {
#if NETFRAMEWORK
        Directory.CreateDirectory(path);
#else
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(path);
        }
        else
        {
            Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
#endif
    }

    /// <summary>Creates a folder with the permissions of its parent. On Windows they are inherited anyway.</summary>
    public static void CreateFolderLike(string parent, string path)
    {
        Directory.CreateDirectory(path);
#if !NETFRAMEWORK
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, File.GetUnixFileMode(parent));
        }
#endif
    }

    /// <summary>
    /// Whether a path may lead to content. On Unix this must be checked before the file is opened, because opening a pipe waits for a
    /// writer: pipes, devices, sockets and files of /proc have no size. On Windows it can be checked once the file is open.
    /// </summary>
    public static bool MayHaveContent(string path)
    {
#if NETFRAMEWORK
        return true;
#else
        if (OperatingSystem.IsWindows())
        {
            return true;
        }

        // What a process holds open appears as a link that leads to no path, such as pipe:[4711]
        var full = Path.GetFullPath(path);
        var target = File.ResolveLinkTarget(full, returnFinalTarget: true) ?? new FileInfo(full);
        return target is not FileInfo file || (file.Exists ? file.Length > 0 : !file.Name.Contains(":["));
#endif
    }

    /// <summary>
    /// Opens a file, or creates it, so that nobody else can open it until it is closed. On Unix whoever may read and write in its folder
    /// may do so with the file, from the moment it exists. A file that exists is opened without asking to create it: Linux would refuse
    /// that for another account's file in a folder like /tmp.
    /// </summary>
    public static FileStream OpenExclusive(string path, FileOptions options = FileOptions.None)
    {
        if (File.Exists(path))
        {
            return new(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None, bufferSize: 1, options);
        }
#if NETFRAMEWORK
        return new(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, bufferSize: 1, options);
#else
        var creation = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            Share = FileShare.None,
            BufferSize = 0,
            Options = options,
        };
        if (OperatingSystem.IsWindows())
        {
            return new(path, creation);
        }

        var mode = File.GetUnixFileMode(Path.GetDirectoryName(Path.GetFullPath(path))!) & ReadWrite;
        creation.UnixCreateMode = mode;
        FileStream file = new(path, creation);
        File.SetUnixFileMode(file.SafeFileHandle, mode);
        return file;
#endif
    }

    /// <summary>
    /// Moves a file in one step, over another one if that exists. While somebody reads the other file, Windows refuses a move, but not a
    /// replacement, if the reader shares deletion.
    /// </summary>
    public static void Replace(string from, string to)
    {
#if !NETFRAMEWORK
        if (!OperatingSystem.IsWindows())
        {
            File.Move(from, to, overwrite: true);
            return;
        }

#endif
        if (File.Exists(to))
        {
            File.Replace(from, to, destinationBackupFileName: null);
        }
        else
        {
            File.Move(from, to);
        }
    }
}
