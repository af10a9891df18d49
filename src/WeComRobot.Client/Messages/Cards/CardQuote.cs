using System.Text.Json.Serialization;
using WeComRobot.Messages.Payloads;
using WeComRobot.Messages.Validation;

namespace WeComRobot.Messages.Cards;

/// <summary>A quotation on a card (quote_area).</summary>
public sealed record CardQuote : CardJump
{
    /// <summary>The quotation's title.</summary>
    [JsonPropertyName("title")]
    public string? Title { get; init; }

    /// <summary>The quoted text.</summary>
    [JsonPropertyName("quote_text")]
    [Multiline]
    public string? Text { get; init; }

    internal void Check(Findings findings, string field) => CheckJump(findings, field, firstType: 0);
}
