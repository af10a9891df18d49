using System;
using System.IO;

namespace WeComRobot.Robots;

/// <summary>Files that are nobody else's business.</summary>
internal static class PrivateFile
{
    /// <summary>Writes the whole file anew: a reader, or a crash, meets the old or the new content, never half of one.</summary>
    public static void Replace(string path, byte[] content)
    {
        Shims.CreatePrivateFolder(Path.GetDirectoryName(path)!);
        var next = $"{path}.{Guid.NewGuid():N}";
        try
        {
            using (var file = Shims.CreatePrivateFile(next))
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
