using System;
using System.Security.Cryptography;
using WeComRobot.Simulator.Responses;

namespace WeComRobot.Simulator.Rules;

/// <summary>msgtype image. The order of the checks is inferred.</summary>
internal sealed class ImageRule : IMessageRule
{
    private const int MaxBytes = 2 * 1024 * 1024;

    private static readonly byte[] Jpeg = [0xFF, 0xD8, 0xFF];
    private static readonly byte[] Png = [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    public string MessageType => "image";

    public RuleResult Check(PayloadNode payload, Func<string, ReceivedMedia?> findMedia)
    {
        // Inferred: missing or invalid base64 counts as empty media data
        if (Decode(payload.Text("base64")) is not { Length: > 0 } image)
        {
            return new Refusal(ErrorCode.EmptyMedia);
        }

        if (image.Length > MaxBytes)
        {
            return new Refusal(ErrorCode.ImageSize);
        }

        // Inferred: 40004 is the code for an unsupported media type in the official table
        if (!image.AsSpan().StartsWith(Jpeg) && !image.AsSpan().StartsWith(Png))
        {
            return new Refusal(ErrorCode.MediaType);
        }

        // Inferred: a missing md5 is a mismatch, and upper case is accepted
        var md5 = Convert.ToHexStringLower(MD5.HashData(image));
        return string.Equals(md5, payload.Text("md5"), StringComparison.OrdinalIgnoreCase)
            ? RuleResult.Accepted
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
