using System;
using System.Linq;
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
        var file = string.Concat((fileName ?? "").Select(c => NotInPath.Contains(c) || Literal.NeedsEscape(c) ? '_' : c));
        return file.Trim('.', ' ').Length == 0
            ? $"# {ScriptStrings.MediaId.With(cmdlet)}\n{new CmdletCall(cmdlet).With("Media", message.MediaId).To(webhook)}"
            : $"# {ScriptStrings.MediaFile.With(file)}\n{new CmdletCall(cmdlet).At("Path", "./" + file).With("Name", fileName == file ? null : fileName).To(webhook)}";
    }
}
