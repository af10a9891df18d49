using System;
using System.Security.Cryptography;
using WeComRobot.Simulator.Answers;

namespace WeComRobot.Simulator.Rules;

/// <summary>msgtype image; the order of its checks is inferred.</summary>
internal sealed class ImageRule : IMessageRule
{
    private const int MostBytes = 2 * 1024 * 1024;

    private static readonly byte[] Jpeg = [0xFF, 0xD8, 0xFF];
    private static readonly byte[] Png = [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    public string MessageType => "image";

    public Judgement Judge(Part payload, Func<string, ReceivedMedia?> findMedia)
    {
        // Inferred: no base64, or none that can be decoded, is no media data
        if (Decode(payload.Text("base64")) is not { Length: > 0 } image)
        {
            return new Refusal(ErrorCode.EmptyMedia);
        }

        if (image.Length > MostBytes)
        {
            return new Refusal(ErrorCode.ImageSize);
        }

        // Inferred: 40004 is the official table's code for a wrong type of media
        if (!image.AsSpan().StartsWith(Jpeg) && !image.AsSpan().StartsWith(Png))
        {
            return new Refusal(ErrorCode.MediaType);
        }

        // Inferred: a missing md5 does not match either, and its letter case is free
        var md5 = Convert.ToHexStringLower(MD5.HashData(image));
        return string.Equals(md5, payload.Text("md5"), StringComparison.OrdinalIgnoreCase)
            ? Judgement.Fits
            : new Refusal(ErrorCode.ImageMd5);
    }

    private static byte[]? Decode(string? base64)
    {
        try
        {
            return base64 is null ? null : Convert.FromBase64String(base64);
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
