using System.Text.Json.Serialization;

namespace WeComRobot.Messages;

/// <summary>msgtype image (group-robot-api.md, 图片类型). Content/ImageContent looks into the bytes.</summary>
public sealed record ImageMessage() : Message("image")
{
    /// <summary>The image. Required.</summary>
    [JsonPropertyName("image")]
    public ImageBody? Image { get; init; }

    internal override void Check(Findings findings)
    {
        if (findings.Required("image", Image))
        {
            findings.Required("image.base64", Image!.Base64);
            findings.Required("image.md5", Image.Md5);
        }
    }
}

/// <summary>The body of an image message.</summary>
public sealed record ImageBody
{
    /// <summary>The image's bytes in base64: a JPG or PNG of at most 2 MiB before the encoding. Required.</summary>
    [JsonPropertyName("base64")]
    public string? Base64 { get; init; }

    /// <summary>The md5 of the bytes before the encoding, in hexadecimal. Required.</summary>
    [JsonPropertyName("md5")]
    public string? Md5 { get; init; }
}
