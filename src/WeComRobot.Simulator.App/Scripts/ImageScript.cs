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
        var base64 = message.Image!.Base64!;
        var bytes = Convert.FromBase64String(base64);
        var call = new CmdletCall("Send-WeComImage");
        if (bytes.Length > MaxBytes)
        {
            var name = ImageBytes.IsPng(bytes) ? "image.png" : "image.jpg";
            return $"# {ScriptStrings.ImageFile.With(name, bytes.Length, HexHash.Md5(bytes))}\n{call.At("Path", "./" + name).To(webhook)}";
        }

        return MessageScript.AreSame(message, ImageContent.FromBytes(bytes, ""))
            ? call.WithExpression("Bytes", $"([Convert]::FromBase64String('{base64}'))").To(webhook).ToString()
            : null;
    }
}
