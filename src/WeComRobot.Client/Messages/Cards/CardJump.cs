using System.Text.Json.Serialization;
using WeComRobot.Messages.Validation;

namespace WeComRobot.Messages.Cards;

/// <summary>What the clickable parts of a card share: a type number and where it leads.</summary>
public abstract record CardJump : CardPart
{
    /// <summary>The type that leads to a URL.</summary>
    public const int ToUrl = 1;

    /// <summary>The type that leads to a mini program.</summary>
    public const int ToMiniProgram = 2;

    /// <summary>Where a click leads: 1 the URL, 2 the mini program, 0 or absent nowhere (not in card_action).</summary>
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

    /// <summary>The type that follows from what is given, the URL first; null when nothing is.</summary>
    public static int? TypeFor(string? url, string? appId) =>
        url is not null ? ToUrl : appId is not null ? ToMiniProgram : null;

    internal void CheckJump(RecordCheck check, int firstType)
    {
        check.InRange(nameof(Type), Type, firstType, ToMiniProgram);
        if (Type == ToUrl)
        {
            check.RequiredFor(nameof(Url), Url, nameof(Type), ToUrl);
        }
        else if (Type == ToMiniProgram)
        {
            check.RequiredFor(nameof(AppId), AppId, nameof(Type), ToMiniProgram);
        }
    }
}
