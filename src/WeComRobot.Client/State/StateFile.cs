using System;
using System.Diagnostics;
using System.IO;
using System.Security;
using System.Threading;

namespace WeComRobot.State;

/// <summary>Files that several processes change. Each takes the permissions of its folder: private, or shared by several accounts.</summary>
internal static class StateFile
{
    private const int MaxLeftovers = 8 * 1024;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(1);

    /// <summary>Whether the cause is a file or its disk, and not the program.</summary>
    public static bool IsFileError(Exception e) =>
        e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException or SecurityException
            or ObjectDisposedException;

    /// <summary>Opens a file, or creates it, for this process alone: no other can open it until it is closed or this process ends.</summary>
    /// <param name="path">The file; a link or a device, which would lead elsewhere, is refused.</param>
    /// <param name="timeout">How long to wait while another process holds it.</param>
    /// <exception cref="IOException">It cannot be opened; UnauthorizedAccessException and others of <see cref="IsFileError"/> as well.</exception>
    public static FileStream Open(string path, TimeSpan timeout)
    {
        for (var clock = Stopwatch.StartNew(); ;)
        {
            try
            {
                return RequireFile(FileSystem.OpenExclusive(path));
            }
            catch (IOException e) when (IsHeld(e) && File.Exists(path) && clock.Elapsed < timeout)
            {
                Thread.Sleep(Pause);
            }
        }
    }

    /// <summary>Reads what <see cref="WriteLine"/> wrote; empty for a new file, null if it is damaged.</summary>
    public static byte[]? ReadLine(FileStream file, int maxBytes)
    {
        if (file.Length > maxBytes)
        {
            return null;
        }

        var content = new byte[file.Length];
        var filled = 0;
        for (int read; filled < content.Length && (read = file.Read(content, filled, content.Length - filled)) > 0;)
        {
            filled += read;
        }

        var end = Array.IndexOf(content, (byte)'\n', 0, filled);
        Array.Resize(ref content, Math.Max(end, 0));
        return end < 0 && filled > 0 ? null : content;
    }

    /// <summary>
    /// Writes one line over the start of the file in one step, so that a process that dies leaves the old or the new line. The rest of a
    /// longer old line remains after it, and is not read.
    /// </summary>
    public static void WriteLine(FileStream file, byte[] line)
    {
        Array.Resize(ref line, line.Length + 1);
        line[line.Length - 1] = (byte)'\n';
        file.Position = 0;
        file.Write(line, 0, line.Length);
        if (file.Length > MaxLeftovers + line.Length)
        {
            // Only now and then: shortening the file costs more than the write
            file.SetLength(line.Length);
        }
    }

    /// <summary>Replaces the whole file. Readers see the old or the new content, even after a crash, and never half of either.</summary>
    public static void Replace(string path, byte[] content, FileChanges changes)
    {
        var next = $"{path}.{Guid.NewGuid():N}";
        try
        {
            WriteThrough(next, file => file.Write(content, 0, content.Length));
            changes.Move(next, path);
        }
        catch
        {
            File.Delete(next);
            throw;
        }
    }

    /// <summary>
    /// Writes a file through to the disk. Each write returns when its bytes are there, and throws if the disk reports an error: .NET
    /// ignores the error of a flush on Linux.
    /// </summary>
    public static void WriteThrough(string path, Action<FileStream> write)
    {
        using var file = FileSystem.OpenExclusive(path, FileOptions.WriteThrough);
        write(file);
        file.Flush(flushToDisk: true);
    }

    /// <summary>Whether another process holds the file (a sharing or lock violation on Windows, EWOULDBLOCK on Unix) or created it first.</summary>
    public static bool IsHeld(IOException e) => (e.HResult & 0xFFFF) is 32 or 33 or 11 or 35 or 80 or 17;

    private static FileStream RequireFile(FileStream file)
    {
        if (file.CanSeek && (File.GetAttributes(file.Name) & FileAttributes.ReparsePoint) == 0)
        {
            return file;
        }

        file.Dispose();
        throw new IOException(Strings.StateNotFile.With(file.Name));
    }
}
