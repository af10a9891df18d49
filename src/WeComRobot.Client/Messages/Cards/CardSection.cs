using System.Text.Json.Serialization;
using WeComRobot.Messages.Payloads;
using WeComRobot.Messages.Validation;

namespace WeComRobot.Messages.Cards;

/// <summary>A title with text below, in a news notice (vertical_content_list).</summary>
public sealed record CardSection : CardPart
{
    /// <summary>The title; at most 26 characters are recommended. Required.</summary>
    [JsonPropertyName("title")]
    public string? Title { get; init; }

    /// <summary>The text; at most 112 characters are recommended.</summary>
    [JsonPropertyName("desc")]
    [Multiline]
    public string? Description { get; init; }

    internal void Check(Findings findings, string field)
    {
        findings.Required(field + ".title", Title);
        findings.Recommended(field + ".title", Title, 26);
        findings.Recommended(field + ".desc", Description, 112);
    }
}
