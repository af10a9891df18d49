using System;
using System.Linq;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using WeComRobot.Messages.Payloads;
using WeComRobot.Messages.Validation;

namespace WeComRobot.Messages;

/// <summary>msgtype image (service.md#image). ImageContent, in Fitting, checks the bytes.</summary>
public sealed record ImageMessage() : Message("image")
{
    /// <summary>The image. Required.</summary>
    [JsonPropertyName("image")]
    public ImageBody? Image { get; init; }

    internal override void Check(RecordCheck check)
    {
        if (check.Body(nameof(Image), Image) is { } body)
        {
            body.Required(nameof(ImageBody.Base64), Image!.Base64);
            body.Required(nameof(ImageBody.Md5), Image.Md5);
        }
    }
}

/// <summary>The body of an image message.</summary>
public sealed record ImageBody
{
    private static readonly Regex DataUrlHead = new(@"\A\s*data:[^,]{0,100},", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase);

    private readonly string? _base64;
    private readonly string? _md5;

    /// <summary>Creates an empty body.</summary>
    public ImageBody()
    {
    }

    /// <summary>The body of an image whose bytes are checked: there is nothing to remove from what is made of them.</summary>
    private ImageBody(string base64, string md5) => (_base64, _md5, IsChecked) = (base64, md5, true);

    /// <summary>
    /// The image in base64: a JPG or PNG of at most 2 MiB before encoding. White space and the prefix of a data: URL are removed,
    /// because the service accepts neither. Required.
    /// </summary>
    [JsonPropertyName("base64")]
    [Multiline]
    public string? Base64
    {
        get => _base64;
        init => (_base64, IsChecked) = (value is null ? null : WithoutBlanks(value.Substring(DataUrlHead.Match(value).Length)), false);
    }

    /// <summary>The MD5 of the bytes before encoding, in hexadecimal; hyphens are removed. Required.</summary>
    [JsonPropertyName("md5")]
    public string? Md5
    {
        get => _md5;
        init => (_md5, IsChecked) = (value?.Replace("-", ""), false);
    }

    /// <summary>Whether both were made from an image that is checked, so that nobody needs to decode and hash it again.</summary>
    internal bool IsChecked { get; private init; }

    /// <summary>Two bodies are equal if they are posted as the same.</summary>
    public bool Equals(ImageBody? other) => other is not null && (_base64, _md5) == (other._base64, other._md5);

    /// <inheritdoc/>
    public override int GetHashCode() => (_base64, _md5).GetHashCode();

    /// <summary>The body of an image whose bytes are checked.</summary>
    internal static ImageBody FromChecked(byte[] bytes, string md5) => new(Convert.ToBase64String(bytes), md5);

    private static string WithoutBlanks(string text) =>
        text.Any(char.IsWhiteSpace) ? string.Concat(text.Where(c => !char.IsWhiteSpace(c))) : text;
}
