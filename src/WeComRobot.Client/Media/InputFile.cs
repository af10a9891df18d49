using System;
using System.IO;
using WeComRobot.State;

namespace WeComRobot.Media;

/// <summary>Opens a user's file, even a log that its service is still writing, with a clear error for each way in which that fails.</summary>
internal static class InputFile
{
    public static FileStream Open(string path)
    {
        if (Directory.Exists(path))
        {
            throw new WeComException(FailureCause.FileNotFound, Strings.PathIsFolder.With(path), Strings.FileRemedy);
        }

        try
        {
            return ReadableFile.Open(path) ?? throw Invalid(Strings.PathNotFile.With(path), Strings.PathNotFileRemedy);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new WeComException(FailureCause.FileNotFound, Strings.FileMissing.With(path), Strings.FileRemedy);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw Invalid(Strings.FileUnreadable.With(path, e.Message));
        }
    }

    /// <summary>Reads the next bytes. An error of the disk or share is reported as the file's, so that it is not mistaken for the network's.</summary>
    public static int Read(Stream file, byte[] buffer, int offset, int count)
    {
        try
        {
            return file.Read(buffer, offset, count);
        }
        catch (Exception e) when (PlatformExceptions.ShouldWrap(e))
        {
            throw Invalid(Strings.FileUnreadable.With((file as FileStream)?.Name, PlatformExceptions.Describe(e)));
        }
    }

    /// <summary>All bytes of an open file.</summary>
    public static byte[] ReadAll(Stream file)
    {
        var bytes = new byte[file.Length];
        var filled = 0;
        for (int read; (read = Read(file, bytes, filled, bytes.Length - filled)) > 0;)
        {
            filled += read;
        }

        Array.Resize(ref bytes, filled);
        return bytes;
    }

    public static WeComException Invalid(string what, string? remedy = null) => new(FailureCause.InvalidMedia, what, remedy);
}
