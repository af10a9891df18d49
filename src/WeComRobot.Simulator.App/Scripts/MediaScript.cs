using System;
using System.Linq;
using System.Text;
using WeComRobot.Messages;

namespace WeComRobot.Simulator.App.Scripts;

/// <summary>
/// Writes calls of Send-WeComFile and Send-WeComVoice: with a file that must be there or, if its name is not known, with the media id.
/// </summary>
internal static class MediaScript
{
    // What no file on Windows may be called, and what -Path takes for a pattern
    private const string NotInPath = "\\/:*?\"<>|[]`";

    public static string Write(Message message, string? fileName, Uri webhook)
    {
        var cmdlet = message is VoiceMessage ? "Send-WeComVoice" : "Send-WeComFile";
        var file = string.Concat((fileName ?? "").EnumerateRunes().Select(rune => CanBeInPath(rune) ? rune.ToString() : "_"));
        return file.Trim('.', ' ').Length == 0
            ? $"# {ScriptStrings.MediaId.With(cmdlet)}\n{new CmdletCall(cmdlet).With("Media", message.MediaId).To(webhook)}"
            : $"# {ScriptStrings.MediaFile.With(file)}\n{new CmdletCall(cmdlet).At("Path", "./" + file).With("Name", fileName == file ? null : fileName).To(webhook)}";
    }

    private static bool CanBeInPath(Rune rune) => !NotInPath.Contains(rune.ToString(), StringComparison.Ordinal) && !Literal.NeedsEscape(rune);
}
