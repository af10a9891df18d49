using System;
using System.Collections.Generic;
using System.Security.Cryptography;
using WeComRobot.Simulator.Responses;

namespace WeComRobot.Simulator.Rules;

/// <summary>msgtype image. The order of the checks is inferred.</summary>
internal sealed class ImageRule : IMessageRule
{
    public const string Type = "image";

    private const int MaxBytes = 2 * 1024 * 1024;

    private static readonly byte[] Jpeg = [0xFF, 0xD8, 0xFF];
    private static readonly byte[] Png = [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    public string MessageType => Type;

    public RuleResult Check(PayloadNode payload, Func<string, ReceivedMedia?> findMedia)
    {
        // Inferred: missing or invalid base64 counts as empty media data
        if (Decode(payload.Text("base64")) is not { Length: > 0 } image)
        {
            return new Refusal(ErrorCode.EmptyMedia) { Field = payload.Child("base64").Path };
        }

        if (image.Length > MaxBytes)
        {
            return new Refusal(ErrorCode.ImageSize) { Field = payload.Child("base64").Path };
        }

        // Inferred: 40004 is the code for an unsupported media type in the official table
        if (Read(payload) is null)
        {
            return new Refusal(ErrorCode.MediaType) { Field = payload.Child("base64").Path };
        }

        // Inferred: a missing md5 is a mismatch, and upper case is accepted
        var md5 = Convert.ToHexStringLower(MD5.HashData(image));
        return string.Equals(md5, payload.Text("md5"), StringComparison.OrdinalIgnoreCase)
            ? RuleResult.Accepted
            : new Refusal(ErrorCode.ImageMd5) { Field = payload.Child("md5").Path };
    }

    public IEnumerable<PayloadSize> Measure(PayloadNode payload, ReceivedMedia? media) =>
        Decode(payload.Text("base64")) is { } image
            ? [new(payload.Child("base64").Path, image.Length, MaxBytes, "bytes")]
            : [];

    /// <summary>The picture and its media type; null if it is not one that the service takes.</summary>
    public static (byte[] Bytes, string Type)? Read(PayloadNode payload) => Decode(payload.Text("base64")) switch
    {
        { } image when image.AsSpan().StartsWith(Jpeg) => (image, "image/jpeg"),
        { } image when image.AsSpan().StartsWith(Png) => (image, "image/png"),
        _ => null,
    };

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
