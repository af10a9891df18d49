using System;
using WeComRobot.Fitting;
using WeComRobot.Media;
using WeComRobot.Messages;

namespace WeComRobot.Simulator.App.Scripts;

/// <summary>Writes calls of Send-WeComImage: with the bytes if they are few, or else with a file that must be there.</summary>
internal static class ImageScript
{
    private const int MaxBytes = 32 * 1024;

    public static string? TryWrite(ImageMessage message, Uri webhook)
    {
        var bytes = new byte[(message.Image?.Base64?.Length ?? 0) / 4 * 3];
        if (!Convert.TryFromBase64String(message.Image?.Base64 ?? "", bytes, out var count))
        {
            return null;
        }

        var call = new CmdletCall("Send-WeComImage");
        if (count > MaxBytes)
        {
            var name = ImageBytes.IsPng(bytes) ? "image.png" : "image.jpg";
            return $"# {ScriptStrings.ImageFile.With(name, count, HexHash.Md5(bytes[..count]))}\n{call.At("Path", "./" + name).To(webhook)}";
        }

        return IsSame(message, bytes[..count])
            ? call.WithExpression("Bytes", $"([Convert]::FromBase64String('{message.Image!.Base64}'))").To(webhook).ToString()
            : null;
    }

    private static bool IsSame(ImageMessage message, byte[] bytes) =>
        ImageBytes.FindProblem("", bytes) is null && MessageScript.AreSame(message, ImageContent.FromBytes(bytes, ""));
}
