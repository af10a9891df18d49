using System.Text.Json.Serialization;
using WeComRobot.Messages.Validation;

namespace WeComRobot.Messages.Cards;

/// <summary>The key figure of a text notice (emphasis_content).</summary>
public sealed record CardEmphasis : CardPart
{
    /// <summary>The figure; at most 10 characters are recommended.</summary>
    [JsonPropertyName("title")]
    public string? Title { get; init; }

    /// <summary>What the figure means; at most 15 characters are recommended.</summary>
    [JsonPropertyName("desc")]
    public string? Description { get; init; }

    internal void Check(Findings findings, string field)
    {
        findings.Recommended(field + ".title", Title, 10);
        findings.Recommended(field + ".desc", Description, 15);
    }
}
