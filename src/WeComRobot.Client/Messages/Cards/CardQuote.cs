using System.Text.Json.Serialization;
using WeComRobot.Messages.Payloads;
using WeComRobot.Messages.Validation;

namespace WeComRobot.Messages.Cards;

/// <summary>A quotation on a card (quote_area).</summary>
public sealed record CardQuote : CardJump, IChecked
{
    /// <summary>The quotation's title.</summary>
    [JsonPropertyName("title")]
    public string? Title { get; init; }

    /// <summary>The quoted text.</summary>
    [JsonPropertyName("quote_text")]
    [Multiline]
    public string? Text { get; init; }

    void IChecked.Check(RecordCheck check) => CheckJump(check, firstType: 0);
}
