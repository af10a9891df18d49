using System;
using System.Linq;
using System.Security.Cryptography;
using System.Text;

namespace WeComRobot.Media;

/// <summary>Names texts and files by their content.</summary>
internal static class ContentHash
{
    private const int BufferBytes = 64 * 1024;

    /// <summary>Names a text.</summary>
    public static string Of(string text)
    {
        using var sha256 = SHA256.Create();
        return Hex(sha256.ComputeHash(Encoding.UTF8.GetBytes(text)));
    }

    /// <summary>Names a file by what members would get: content, type and name.</summary>
    /// <exception cref="WeComException">InvalidMedia: the file cannot be read.</exception>
    public static string Of(MediaFile file)
    {
        using var sha256 = SHA256.Create();
        var head = Encoding.UTF8.GetBytes($"{file.Type}\n{file.Name}\n");
        sha256.TransformBlock(head, 0, head.Length, null, 0);
        file.Content.Position = 0;
        var buffer = new byte[BufferBytes];
        for (long left = file.Size; left > 0;)
        {
            var read = InputFile.Read(file.Content, buffer, 0, (int)Math.Min(buffer.Length, left));
            if (read == 0)
            {
                break;
            }

            sha256.TransformBlock(buffer, 0, read, null, 0);
            left -= read;
        }

        sha256.TransformFinalBlock(buffer, 0, 0);
        return Hex(sha256.Hash!);
    }

    private static string Hex(byte[] hash) => string.Concat(hash.Select(b => b.ToString("x2")));
}
