
using WeComRobot.Messages;

namespace WeComRobot.Delivery;

/// <summary>The messages that carry an uploaded file.</summary>
internal static class MediaParts
{
    /// <summary>The media id of a file or voice message; null for any other, and for one whose file has yet to go up.</summary>
    public static string? IdOf(Message message) => message switch
    {
        FileMessage file => file.File?.MediaId,
        VoiceMessage voice => voice.Voice?.MediaId,
        _ => null,
    };

    /// <summary>Whether its file has yet to go up.</summary>
    public static bool IsAwaited(Message message) => message is FileMessage or VoiceMessage && IdOf(message) is null;

    /// <summary>The message with the media id that it awaits; any other as it is.</summary>
    public static Message With(Message message, string mediaId) => !IsAwaited(message) ? message : message switch
    {
        FileMessage => FileMessage.FromMediaId(mediaId),
        _ => VoiceMessage.FromMediaId(mediaId),
    };
}
