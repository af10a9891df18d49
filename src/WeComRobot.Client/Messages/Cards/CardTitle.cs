using System.Text.Json.Serialization;
using WeComRobot.Messages.Payloads;
using WeComRobot.Messages.Validation;

namespace WeComRobot.Messages.Cards;

/// <summary>The main title of a card (main_title).</summary>
public sealed record CardTitle
{
    /// <summary>The title; at most 26 characters are recommended. Required, unless a text_notice has a sub title.</summary>
    [JsonPropertyName("title")]
    public string? Title { get; init; }

    /// <summary>The text below the title; at most 30 characters are recommended.</summary>
    [JsonPropertyName("desc")]
    [Multiline]
    public string? Description { get; init; }

    internal void Check(Findings findings, string field)
    {
        findings.Recommended(field + ".title", Title, 26);
        findings.Recommended(field + ".desc", Description, 30);
    }
}
