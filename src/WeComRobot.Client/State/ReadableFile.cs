using System;
using System.IO;

namespace WeComRobot.State;

/// <summary>Opens files for reading without ever blocking, as a pipe that nobody writes to would.</summary>
internal static class ReadableFile
{
    /// <summary>Opens a file that others may write, replace or remove in the meantime.</summary>
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
            // Windows PowerShell throws this for the devices NUL and CON
            return null;
        }
    }
}
