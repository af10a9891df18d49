using System;
using System.Diagnostics;
using System.IO;
using System.Threading;

namespace WeComRobot.Robots;

/// <summary>Files that are nobody else's business.</summary>
internal static class PrivateFile
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(10);

    /// <summary>Waits for its turn among the processes of this machine that change the file; disposing passes it on, and so does a crash.</summary>
    /// <exception cref="IOException">Others do not let go of it.</exception>
    public static IDisposable Lock(string path)
    {
        Shims.CreatePrivateFolder(Path.GetDirectoryName(path)!);
        for (var clock = Stopwatch.StartNew(); ;)
        {
            try
            {
                return Shims.OpenPrivateFile(path + ".lock");
            }
            catch (IOException) when (clock.Elapsed < Patience)
            {
                Thread.Sleep(Pause);
            }
        }
    }

    /// <summary>Writes the whole file anew: a reader, or a crash, meets the old or the new content, never half of one.</summary>
    public static void Replace(string path, byte[] content)
    {
        var next = $"{path}.{Guid.NewGuid():N}";
        try
        {
            using (var file = Shims.OpenPrivateFile(next))
            {
                file.Write(content, 0, content.Length);
                file.Flush(flushToDisk: true);
            }

            Shims.ReplaceFile(next, path);
        }
        catch
        {
            File.Delete(next);
            throw;
        }
    }
}
