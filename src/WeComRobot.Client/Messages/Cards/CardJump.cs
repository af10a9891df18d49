using System.Text.Json.Serialization;
using WeComRobot.Messages.Validation;

namespace WeComRobot.Messages.Cards;

/// <summary>What the clickable parts of a card share: the target of a click, and a type number that names its kind.</summary>
public abstract record CardJump : CardPart
{
    /// <summary>The type of a click that opens a URL.</summary>
    public const int ToUrl = 1;

    /// <summary>The type of a click that opens a mini program.</summary>
    public const int ToMiniProgram = 2;

    /// <summary>What a click opens: 1 the URL, 2 the mini program, 0 or absent nothing. A card_action allows only 1 and 2.</summary>
    [JsonPropertyName("type")]
    public int? Type { get; init; }

    /// <summary>The URL; required if the type is 1.</summary>
    [JsonPropertyName("url")]
    public string? Url { get; init; }

    /// <summary>The mini program's app id; required if the type is 2.</summary>
    [JsonPropertyName("appid")]
    public string? AppId { get; init; }

    /// <summary>The page within the mini program.</summary>
    [JsonPropertyName("pagepath")]
    public string? PagePath { get; init; }

    /// <summary>Chooses the type by the first of the arguments that is given; null if none is.</summary>
    public static int? TypeFor(string? url, string? appId) =>
        url is not null ? ToUrl : appId is not null ? ToMiniProgram : null;

    internal void CheckJump(RecordCheck check, int firstType)
    {
        check.InRange(nameof(Type), Type, firstType, ToMiniProgram);
        if (Type == ToUrl)
        {
            check.RequiredFor(nameof(Url), Url, nameof(Type), ToUrl);
            check.WebAddress(nameof(Url), Url);
        }
        else if (Type == ToMiniProgram)
        {
            check.RequiredFor(nameof(AppId), AppId, nameof(Type), ToMiniProgram);
        }
        else if (Type is null && firstType == 0)
        {
            check.NeedsType(nameof(Url), Url, nameof(Type), ToUrl);
            check.NeedsType(nameof(AppId), AppId, nameof(Type), ToMiniProgram);
        }
    }
}
