using System;

namespace WeComRobot.Client.Tests.Markdown.Splitting.Oracle;

internal enum LeafKind
{
    Paragraph,
    Heading,
    Code,
    TableHeader,
    TableRow,
    Rule,
    Html,

    /// <summary>Not a block but the bullet or number of a list item.</summary>
    Marker,
}

/// <summary>A block without blocks in it, a row of a table, or the marker of a list item.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Detail">A heading's level, or the language of fenced code.</param>
/// <param name="QuoteDepth">In how many quotes it stands.</param>
/// <param name="Text">Its source, without what its containers put before each line, and without fences and #s.</param>
/// <param name="NeededBytes">What a part must hold to hold its first line, or all of it if it is a heading, or a row with its table's head.</param>
/// <param name="IsLast">Of a heading, whether it ends the quote, list item or document that it is in; of a marker, whether its item is empty.</param>
internal sealed record Leaf(LeafKind Kind, string Detail, int QuoteDepth, string Text, int NeededBytes, bool IsLast = false)
{
    public bool IsTable => Kind is LeafKind.TableHeader or LeafKind.TableRow;

    public bool IsBlank => string.IsNullOrWhiteSpace(Text);

    public override string ToString() =>
        (QuoteDepth > 0 ? $"quote{QuoteDepth}/" : "") + Kind + (Detail.Length > 0 ? ":" + Detail : "")
            + $" \"{Literal.Escape(Text.Length > 60 ? string.Concat(Text.AsSpan(0, 60), "…") : Text)}\"";
}
