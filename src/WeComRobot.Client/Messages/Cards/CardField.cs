using System.Text.Json.Serialization;
using WeComRobot.Messages.Validation;

namespace WeComRobot.Messages.Cards;

/// <summary>A row of a name and a value (horizontal_content_list).</summary>
public sealed record CardField : CardPart, IChecked
{
    /// <summary>The type of a row that opens a URL.</summary>
    public const int ToUrl = 1;

    /// <summary>The type of a row that offers a file.</summary>
    public const int ToFile = 2;

    /// <summary>The type of a row that shows a member's details.</summary>
    public const int ToMember = 3;

    /// <summary>The name; at most 5 characters are recommended. Required.</summary>
    [JsonPropertyName("keyname")]
    public string? Name { get; init; }

    /// <summary>The value; with type 2, the file's name with its extension. At most 26 characters are recommended.</summary>
    [JsonPropertyName("value")]
    public string? Value { get; init; }

    /// <summary>What a click opens: 1 the URL, 2 the file, 3 the member's details; nothing if absent.</summary>
    [JsonPropertyName("type")]
    public int? Type { get; init; }

    /// <summary>The URL; required if the type is 1.</summary>
    [JsonPropertyName("url")]
    public string? Url { get; init; }

    /// <summary>The file's media id; required if the type is 2.</summary>
    [JsonPropertyName("media_id")]
    public string? MediaId { get; init; }

    /// <summary>The member's user id; required if the type is 3.</summary>
    [JsonPropertyName("userid")]
    public string? UserId { get; init; }

    /// <summary>Chooses the type by the first of the arguments that is given; null if none is.</summary>
    public static int? TypeFor(string? url, string? mediaId, string? userId) =>
        url is not null ? ToUrl : mediaId is not null ? ToFile : userId is not null ? ToMember : null;

    /// <summary>Creates a row that opens a URL.</summary>
    public static CardField Link(string name, string? value, string url) =>
        new() { Name = name, Value = value, Type = ToUrl, Url = url };

    /// <summary>Creates a row that offers an uploaded file.</summary>
    /// <param name="name">The row's name.</param>
    /// <param name="mediaId">The file's media id.</param>
    /// <param name="fileName">The file's name with its extension, which the row shows.</param>
    public static CardField Attachment(string name, string mediaId, string? fileName) =>
        new() { Name = name, Value = fileName, Type = ToFile, MediaId = mediaId };

    /// <summary>Creates a row that shows a member's details.</summary>
    public static CardField Member(string name, string? value, string userId) =>
        new() { Name = name, Value = value, Type = ToMember, UserId = userId };

    void IChecked.Check(RecordCheck check)
    {
        check.Required(nameof(Name), Name);
        check.InRange(nameof(Type), Type, 0, ToMember);
        switch (Type)
        {
            case ToUrl:
                check.RequiredFor(nameof(Url), Url, nameof(Type), ToUrl);
                check.WebAddress(nameof(Url), Url);
                break;
            case ToFile:
                check.RequiredFor(nameof(MediaId), MediaId, nameof(Type), ToFile);
                break;
            case ToMember:
                check.RequiredFor(nameof(UserId), UserId, nameof(Type), ToMember);
                break;
            case null:
                check.NeedsType(nameof(Url), Url, nameof(Type), ToUrl);
                check.NeedsType(nameof(MediaId), MediaId, nameof(Type), ToFile);
                check.NeedsType(nameof(UserId), UserId, nameof(Type), ToMember);
                break;
        }

        check.Recommended(nameof(Name), Name, 5);
        check.Recommended(nameof(Value), Value, 26);
    }
}
