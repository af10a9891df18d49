using System;
using System.Security.Cryptography;
using System.Text;

namespace WeComRobot.Media;

/// <summary>Hashes what members would get: a file's type, name and content.</summary>
internal sealed class ContentHash : IDisposable
{
    private const int BlockBytes = 64 * 1024;

    private readonly IncrementalHash _sha256 = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    /// <param name="file">Its type and name are hashed here; <see cref="Append"/> adds its content.</param>
    public ContentHash(MediaFile file) => _sha256.AppendData(Encoding.UTF8.GetBytes($"{file.Type}\n{file.Name}\n"));

    /// <exception cref="WeComException">InvalidMedia: the file cannot be read.</exception>
    public static string Compute(MediaFile file)
    {
        using var hash = new ContentHash(file);
        var block = new byte[Math.Min(BlockBytes, file.Size)];
        for (long hashed = 0; hashed < file.Size;)
        {
            var count = file.Read(block, hashed);
            hash.Append(block, count);
            hashed += count;
        }

        return hash.Finish();
    }

    /// <summary>Adds the next bytes of the content.</summary>
    public void Append(byte[] block, int count) => _sha256.AppendData(block, 0, count);

    /// <summary>The hash of all that was added.</summary>
    public string Finish() => HexHash.Format(_sha256.GetHashAndReset());

    public void Dispose() => _sha256.Dispose();
}
