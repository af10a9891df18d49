using Markdig.Syntax.Inlines;

namespace WeComRobot.Simulator.Drawing;

/// <summary>A tag that begins or ends a coloured text. It is shown as typed until its other tag is found, and if its colour is none of the three.</summary>
internal sealed class FontTag : LeafInline
{
    public required string Source { get; init; }

    public bool IsEnd { get; init; }

    /// <summary>The colour that the tag asks for; null if it is none of the three.</summary>
    public string? Color { get; set; }

    public bool HasPair { get; private set; }

    public void PairWith(FontTag end)
    {
        end.Color = Color;
        HasPair = end.HasPair = true;
    }
}
