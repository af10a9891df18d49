using System;
using WeComRobot.Media;
using WeComRobot.Messages;
using WeComRobot.Messages.Validation;

namespace WeComRobot.Fitting;

/// <summary>Creates image messages from images, and checks the images of other image messages.</summary>
public static class ImageContent
{
    /// <summary>Creates the message for a JPG or PNG file of at most 2 MiB.</summary>
    /// <exception cref="WeComException">FileNotFound or InvalidMedia.</exception>
    public static ImageMessage FromFile(string path) => FromBytes(ImageBytes.ReadFile(path), path);

    /// <summary>Creates the message for the bytes of a JPG or PNG of at most 2 MiB.</summary>
    /// <param name="bytes">The image.</param>
    /// <param name="name">The name of the image in errors.</param>
    /// <exception cref="WeComException">InvalidMedia.</exception>
    public static ImageMessage FromBytes(byte[] bytes, string name) =>
        ImageBytes.FindProblem(name, bytes) is { } problem
            ? throw problem.ToException()
            : new ImageMessage { Image = ImageBody.FromChecked(bytes, HexHash.Md5(bytes)) };

    /// <summary>Opens an image that is too large for an image message as a file of up to 20 MiB; null if it is not too large.</summary>
    /// <param name="path">The image file.</param>
    /// <param name="name">The name to show. Defaults to the file's own.</param>
    /// <exception cref="WeComException">FileNotFound, or InvalidMedia: not a whole JPG or PNG, or too large even for a file.</exception>
    public static MediaFile? FileIfTooLarge(string path, string? name)
    {
        var file = MediaFile.Open(path, MediaType.File, name);
        if (file.Size <= ImageBytes.MaxBytes)
        {
            file.Dispose();
            return null;
        }

        return RequireValid(file, path, () => InputFile.ReadAll(file.Content));
    }

    /// <summary>The same for the bytes of an image.</summary>
    /// <param name="bytes">The image.</param>
    /// <param name="label">The name of the image in errors.</param>
    /// <param name="name">The name to show. Defaults to the date and time.</param>
    /// <param name="time">The clock. Defaults to the system's.</param>
    /// <exception cref="WeComException">InvalidMedia: not a whole JPG or PNG, or too large even for a file.</exception>
    public static MediaFile? FileIfTooLarge(byte[] bytes, string label, string? name, TimeProvider? time = null) =>
        bytes.Length <= ImageBytes.MaxBytes ? null
        : RequireValid(MediaFile.FromBytes(bytes, name ?? AttachedName.ForImage(ImageBytes.IsPng(bytes), time ?? TimeProvider.System)), label, () => bytes);

    /// <summary>Checks the image of a message that may have been parsed from a payload.</summary>
    internal static void Check(RecordCheck check, ImageMessage message)
    {
        if (message.Image is not { Base64.Length: > 0, Md5.Length: > 0, IsChecked: false } image || check.Body(nameof(message.Image), image) is not { } body)
        {
            return;
        }

        if (Decode(image.Base64) is not { } bytes)
        {
            body.Error(nameof(image.Base64), Strings.ImageNotBase64, FailureCause.InvalidMedia);
        }
        else if (ImageBytes.FindProblem(body.PathTo(nameof(image.Base64)), bytes) is { } problem)
        {
            body.Error(nameof(image.Base64), problem.Text, FailureCause.InvalidMedia, problem.Limit, problem.Actual);
        }
        else if (!string.Equals(HexHash.Md5(bytes), image.Md5, StringComparison.OrdinalIgnoreCase))
        {
            body.Error(nameof(image.Md5), Strings.ImageMd5Differs);
        }
    }

    private static MediaFile RequireValid(MediaFile file, string label, Func<byte[]> read)
    {
        try
        {
            return ImageBytes.FindContentProblem(label, read()) is { } problem ? throw problem.ToException() : file;
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    private static byte[]? Decode(string base64)
    {
        try
        {
            return Convert.FromBase64String(base64);
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
