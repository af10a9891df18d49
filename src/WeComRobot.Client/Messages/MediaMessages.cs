using System.Text.Json.Serialization;
using WeComRobot.Messages.Validation;

namespace WeComRobot.Messages;

/// <summary>msgtype file (service.md#file).</summary>
public sealed record FileMessage() : Message("file")
{
    /// <summary>The uploaded file. Required.</summary>
    [JsonPropertyName("file")]
    public MediaBody? File { get; init; }

    /// <summary>Creates a message that sends an uploaded file.</summary>
    public static FileMessage FromMediaId(string mediaId) => new() { File = new() { MediaId = mediaId } };

    internal override string? MediaId => File?.MediaId;

    internal override void Check(RecordCheck check) => check.Body(nameof(File), File)?.Required(nameof(MediaBody.MediaId), File!.MediaId);
}

/// <summary>msgtype voice (service.md#voice).</summary>
public sealed record VoiceMessage() : Message("voice")
{
    /// <summary>The uploaded recording. Required.</summary>
    [JsonPropertyName("voice")]
    public MediaBody? Voice { get; init; }

    /// <summary>Creates a message that sends an uploaded recording.</summary>
    public static VoiceMessage FromMediaId(string mediaId) => new() { Voice = new() { MediaId = mediaId } };

    internal override string? MediaId => Voice?.MediaId;

    internal override void Check(RecordCheck check) => check.Body(nameof(Voice), Voice)?.Required(nameof(MediaBody.MediaId), Voice!.MediaId);
}

/// <summary>The body of a file or voice message.</summary>
public sealed record MediaBody
{
    /// <summary>The media id of an upload, valid for three days and only for the robot that uploaded the file. Required.</summary>
    [JsonPropertyName("media_id")]
    public string? MediaId { get; init; }
}
