using System.Security.Cryptography;
using System.Text;

namespace WeComRobot;

/// <summary>Hashes in lower-case hexadecimal digits.</summary>
internal static class HexHash
{
    public static string Sha256(string text)
    {
        using var sha256 = SHA256.Create();
        return Format(sha256.ComputeHash(Encoding.UTF8.GetBytes(text)));
    }

    public static string Md5(byte[] bytes)
    {
        using var md5 = MD5.Create();
        return Format(md5.ComputeHash(bytes));
    }

    public static string Format(byte[] hash)
    {
        const string digits = "0123456789abcdef";
        var text = new StringBuilder(2 * hash.Length);
        foreach (var value in hash)
        {
            text.Append(digits[value >> 4]).Append(digits[value & 0xF]);
        }

        return text.ToString();
    }
}
