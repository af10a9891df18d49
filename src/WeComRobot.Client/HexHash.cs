using System;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Security.Cryptography;
using System.Text;

namespace WeComRobot;

/// <summary>Hashes in lower-case hexadecimal digits.</summary>
internal static class HexHash
{
    public static string Sha256(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        return Sha256(sink => sink.Write(bytes, 0, bytes.Length));
    }

    /// <param name="write">Writes what is to be hashed.</param>
    public static string Sha256(Action<Stream> write)
    {
        using var sha256 = SHA256.Create();
        using (var sink = new CryptoStream(Stream.Null, sha256, CryptoStreamMode.Write))
        {
            write(sink);
        }

        return Format(sha256.Hash!);
    }

    public static string Md5(byte[] bytes)
    {
        using var md5 = MD5.Create();
        return Format(md5.ComputeHash(bytes));
    }

    private static string Format(byte[] hash) => string.Concat(hash.Select(b => b.ToString("x2", CultureInfo.InvariantCulture)));
}
