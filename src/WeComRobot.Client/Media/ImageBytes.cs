using System;

namespace WeComRobot.Media;

/// <summary>The checks of an image before its base64 encoding (service.md#image).</summary>
internal static class ImageBytes
{
    /// <summary>2 MiB.</summary>
    public const int MaxBytes = 2 * 1024 * 1024;

    private static readonly byte[] Png = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];
    private static readonly byte[] Jpg = [0xFF, 0xD8, 0xFF];

    /// <summary>Finds what is wrong with the image; null if it can be sent.</summary>
    public static ImageProblem? FindProblem(string name, byte[] bytes) =>
        bytes.Length > MaxBytes ? TooLarge(name, bytes.Length) : FindContentProblem(name, bytes);

    /// <summary>Finds what is wrong with the image, whatever its size.</summary>
    public static ImageProblem? FindContentProblem(string name, byte[] bytes)
    {
        var isPng = IsPng(bytes);
        return !isPng && !bytes.AsSpan().StartsWith(Jpg) ? new(Strings.ImageNotJpgOrPng.With(name), Strings.ImageConvert)
            : !(isPng ? PictureEnd.ExistsInPng(bytes) : PictureEnd.ExistsInJpg(bytes)) ? new(Strings.ImageCutOff.With(name, bytes.Length), Strings.ImageCutOffRemedy)
            : null;
    }

    public static bool IsPng(byte[] bytes) => bytes.AsSpan().StartsWith(Png);

    /// <summary>Reads an image file, without loading one that is too large.</summary>
    public static byte[] ReadFile(string path)
    {
        using var file = InputFile.Open(path);
        if (file.Length > MaxBytes)
        {
            throw TooLarge(path, file.Length).ToException();
        }

        return InputFile.ReadAll(file);
    }

    private static ImageProblem TooLarge(string name, long size) =>
        new(Strings.ImageTooLarge.With(name, size, MaxBytes), Advice.Get(nameof(Strings.AdviseSmallerImage)), MaxBytes, size);
}

/// <summary>A broken rule and its remedy; limit and actual size in bytes if the size is the problem.</summary>
internal sealed record ImageProblem(string Text, string Remedy, long? Limit = null, long? Actual = null)
{
    public WeComException ToException() => new(FailureCause.InvalidMedia, Text, Remedy);
}
