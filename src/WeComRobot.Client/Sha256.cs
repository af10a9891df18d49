using System;
using System.IO;
using System.Linq;
using System.Security.Cryptography;
using System.Text;

namespace WeComRobot;

/// <summary>Names keys and contents by their SHA-256, in lower-case hexadecimal digits.</summary>
internal static class Sha256
{
    public static string ComputeHex(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        return ComputeHex(sink => sink.Write(bytes, 0, bytes.Length));
    }

    /// <param name="write">Writes what is to be named.</param>
    public static string ComputeHex(Action<Stream> write)
    {
        using var sha256 = SHA256.Create();
        using (var sink = new CryptoStream(Stream.Null, sha256, CryptoStreamMode.Write))
        {
            write(sink);
        }

        return string.Concat(sha256.Hash!.Select(b => b.ToString("x2")));
    }
}
