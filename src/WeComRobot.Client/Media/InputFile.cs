using System;
using System.IO;

namespace WeComRobot.Media;

/// <summary>Opens a user's file, with a clear error for each way in which that fails.</summary>
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
            // A log that its service still writes can be sent too
            return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
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

    public static WeComException Invalid(string what) => new(FailureCause.InvalidMedia, what);
}
