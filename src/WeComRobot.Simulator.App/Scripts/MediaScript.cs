using System;
using WeComRobot.Messages;

namespace WeComRobot.Simulator.App.Scripts;

/// <summary>Writes calls of Send-WeComFile and Send-WeComVoice with the media id, and says how to upload the file again.</summary>
internal static class MediaScript
{
    public static string Write(Message message, Uri webhook)
    {
        var cmdlet = message is VoiceMessage ? "Send-WeComVoice" : "Send-WeComFile";
        return $"# {ScriptStrings.MediaId.With(cmdlet)}\n{new CmdletCall(cmdlet).With("Media", message.MediaId).To(webhook)}";
    }
}
