using System;
using System.IO;

namespace WeComRobot.Media;

/// <summary>The checks of an image before its base64 encoding (group-robot-api.md, 图片类型).</summary>
internal static class ImageBytes
{
    /// <summary>2 MiB.</summary>
    public const int MaxBytes = 2 * 1024 * 1024;

    private static readonly byte[] Png = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];
    private static readonly byte[] Jpg = [0xFF, 0xD8, 0xFF];

    /// <summary>What is wrong with the image, in words; null where it can be sent.</summary>
    public static string? Problem(string name, byte[] bytes) =>
        bytes.Length > MaxBytes ? TooLarge(name, bytes.Length)
        : !IsImage(bytes) ? Strings.ImageNotJpgOrPng.With(name)
        : null;

    /// <summary>Reads an image file, without loading one that is too large.</summary>
    public static byte[] ReadFile(string path)
    {
        using var file = InputFile.Open(path);
        if (file.Length > MaxBytes)
        {
            throw InputFile.Invalid(TooLarge(path, file.Length));
        }

        using var memory = new MemoryStream((int)file.Length);
        file.CopyTo(memory);
        return memory.ToArray();
    }

    private static string TooLarge(string name, long size) => Strings.ImageTooLarge.With(name, size, MaxBytes);

    private static bool IsImage(byte[] bytes) => bytes.AsSpan().StartsWith(Png) || bytes.AsSpan().StartsWith(Jpg);
}
