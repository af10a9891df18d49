using System.Text.Json.Serialization;
using WeComRobot.Messages.Validation;

namespace WeComRobot.Messages;

/// <summary>msgtype file (group-robot-api.md, 文件类型).</summary>
public sealed record FileMessage() : Message("file")
{
    /// <summary>The uploaded file. Required.</summary>
    [JsonPropertyName("file")]
    public MediaBody? File { get; init; }

    /// <summary>The message of an uploaded file.</summary>
    public static FileMessage FromMediaId(string mediaId) => new() { File = new() { MediaId = mediaId } };

    internal override string? MediaId => File?.MediaId;

    internal override void Check(RecordCheck check) => check.Body(nameof(File), File)?.Required(nameof(MediaBody.MediaId), File!.MediaId);
}

/// <summary>msgtype voice (group-robot-api.md, 语音类型).</summary>
public sealed record VoiceMessage() : Message("voice")
{
    /// <summary>The uploaded voice. Required.</summary>
    [JsonPropertyName("voice")]
    public MediaBody? Voice { get; init; }

    /// <summary>The message of an uploaded voice.</summary>
    public static VoiceMessage FromMediaId(string mediaId) => new() { Voice = new() { MediaId = mediaId } };

    internal override string? MediaId => Voice?.MediaId;

    internal override void Check(RecordCheck check) => check.Body(nameof(Voice), Voice)?.Required(nameof(MediaBody.MediaId), Voice!.MediaId);
}

/// <summary>The body of a file or voice message.</summary>
public sealed record MediaBody
{
    /// <summary>The media id from the upload; it lives three days and serves only the robot that uploaded it. Required.</summary>
    [JsonPropertyName("media_id")]
    public string? MediaId { get; init; }
}
