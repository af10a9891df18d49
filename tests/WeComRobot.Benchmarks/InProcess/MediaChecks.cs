using System;
using System.IO;
using System.Security.Cryptography;
using System.Threading.Tasks;
using WeComRobot.Fitting;
using WeComRobot.Media;
using WeComRobot.Messages;
using WeComRobot.Tests.Support;

namespace WeComRobot.Benchmarks;

/// <summary>
/// Claims: hashing and encoding an image of 2 MiB takes at most 1.1 times as long as the two library calls, also with all checks of an
/// image; and a check takes no longer than adding up the bytes.
/// </summary>
internal static class MediaChecks
{
    private const double MaxImageRatio = 1.1;
    private const double MaxCheckRatio = 1;
    private const int MinutesOfVoice = 1;

    public static Task<Table> RunAsync()
    {
        var (png, jpg) = (Pictures.PngOf(ImageBytes.MaxBytes), Pictures.JpgOf(ImageBytes.MaxBytes));
        var voice = AmrBytes.Narrow(MinutesOfVoice * AmrBytes.FramesOfAMinute);
        return Task.FromResult(Comparison.Tabulate(
            "Images of 2 MiB against the two library calls; checks against adding up the bytes",
            new("MD5 and base64", MaxImageRatio, () => HashAndEncode(png), () => ImageBody.FromChecked(png, HexHash.Md5(png))),
            new("a PNG becomes a message", MaxImageRatio, () => HashAndEncode(png), () => ImageContent.FromBytes(png, "a.png")),
            new("a JPG becomes a message", MaxImageRatio, () => HashAndEncode(jpg), () => ImageContent.FromBytes(jpg, "a.jpg")),
            new("a PNG is whole", MaxCheckRatio, () => Sum(png), () => PictureEnd.ExistsInPng(png)),
            new("a JPG is whole", MaxCheckRatio, () => Sum(jpg), () => PictureEnd.ExistsInJpg(jpg)),
            new("a minute of AMR is whole", MaxCheckRatio, () => Sum(InputFile.ReadAll(new MemoryStream(voice))), () => AmrDuration.Read(new MemoryStream(voice), "a.amr"))));
    }

    private static object HashAndEncode(byte[] image) => (Convert.ToHexStringLower(MD5.HashData(image)), Convert.ToBase64String(image));

    private static object Sum(byte[] bytes)
    {
        var sum = 0;
        foreach (var value in bytes)
        {
            sum += value;
        }

        return sum;
    }
}
