using System;
using System.IO;

namespace WeComRobot.State;

/// <summary>Opens files for reading without ever waiting, as for a pipe that nobody writes to.</summary>
internal static class ReadableFile
{
    /// <summary>Opens a file that others may write, replace or remove meanwhile.</summary>
    /// <returns>The file, or null if it is empty, or is a pipe, a device or a socket.</returns>
    /// <exception cref="IOException">It cannot be opened; UnauthorizedAccessException and ArgumentException as well.</exception>
    public static FileStream? Open(string path)
    {
        var file = FileSystem.MayHaveContent(path) ? TryOpen(path) : null;
        try
        {
            if (file is { CanSeek: true, Length: > 0 })
            {
                return file;
            }
        }
        catch
        {
            file?.Dispose();
            throw;
        }

        file?.Dispose();
        return null;
    }

    private static FileStream? TryOpen(string path)
    {
        try
        {
            return new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        }
        catch (NotSupportedException)
        {
            // Windows PowerShell's answer to the devices NUL and CON
            return null;
        }
    }
}
