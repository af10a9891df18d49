using WeComRobot.Markdown.Splitting.Breaks;
using WeComRobot.Markdown.Splitting.Parts;
using WeComRobot.Text.Splitting;

namespace WeComRobot.Markdown.Splitting;

/// <summary>
/// Reads Markdown part by part, in three passes over each (splitting.md#passes): reads the lines that may fit, finds where the part may
/// end, and writes it.
/// </summary>
internal sealed class MarkdownPartReader : IPartReader
{
    private readonly PartLines _lines;
    private readonly PartWriter _writer;
    private BreakPoint _last;

    /// <summary>Begins at the start of a text.</summary>
    /// <param name="text">The whole text, well formed.</param>
    /// <param name="isTight">Whether a part takes as many lines as it can, rather than end where it reads best.</param>
    public MarkdownPartReader(string text, bool isTight = false)
    {
        _lines = new(text);
        _writer = new(text, _lines, new(text, _lines, isTight));
    }

    /// <inheritdoc/>
    public Part? Next(int maxBytes)
    {
        while (_lines.Read(_last.Next, _last.State, maxBytes))
        {
            _last = _writer.FindBest();
            var part = _writer.Write(_last);
            if (!part.IsBlank)
            {
                return part;
            }
        }

        return null;
    }
}
