using System.Text;

namespace WeComRobot.Media;

/// <summary>Hashes what members would get: a file's content, type and name.</summary>
internal static class ContentHash
{
    /// <exception cref="WeComException">InvalidMedia: the file cannot be read.</exception>
    public static string Compute(MediaFile file) => HexHash.Sha256(sink =>
    {
        var head = Encoding.UTF8.GetBytes($"{file.Type}\n{file.Name}\n");
        sink.Write(head, 0, head.Length);
        file.CopyTo(sink);
    });
}
