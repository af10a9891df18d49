using System;
using WeComRobot.Markdown.Splitting.Lines;
using WeComRobot.Markdown.Splitting.Parts;

namespace WeComRobot.Markdown.Splitting.Breaks;

/// <summary>
/// Finds the places between the lines of a part where it may end: before most lines, but not between lines that belong together. A place
/// is the number of the line below it; 0 means none.
/// </summary>
internal sealed class LineBreaks(PartLines lines)
{
    // More consecutive headings than this are a list rather than a title with its subtitles
    private const int FewHeadings = 8;

    /// <summary>The last place before a block, an item, a row or a line of code.</summary>
    public int Line { get; private set; }

    /// <summary>Begins with the lines of another part.</summary>
    public void Begin()
    {
        Line = lines.Count - 1;
        while (Line > 0 && BelongsToLineAbove(lines[Line]))
        {
            Line--;
        }
    }

    /// <summary>The last place before a block.</summary>
    public int FindBlock()
    {
        var block = Line;
        while (block > 0 && (IsOneOfMany(lines[block]) || BelongsToLineAbove(lines[block])))
        {
            block--;
        }

        return block;
    }

    /// <summary>
    /// Where to break when a part would end in headings. As many of the last few headings as possible move to the next part, together with
    /// what is below them; when none can, the part ends below all of them.
    /// </summary>
    /// <param name="hasRoom">Whether a part that begins at an index has room for some of the last line.</param>
    /// <returns>The place, and the place below all headings.</returns>
    public (int Place, int BelowHeadings) FindHeading(Func<int, bool> hasRoom)
    {
        var (place, below, few, isHeading) = (0, 0, FewHeadings, false);
        for (var i = lines.Count - 1; i > Line; i--)
        {
            ref readonly var line = ref lines[i];
            isHeading |= line.Kind is LineKind.Heading or LineKind.Underline;
            if (GoesWithLineAbove(line))
            {
                continue;
            }

            below = below > 0 ? below : i;
            if (isHeading)
            {
                if (few-- == 0 || !hasRoom(line.Start))
                {
                    break;
                }

                (place, isHeading) = (i, false);
            }
        }

        return (place > 0 ? place : below, below);
    }

    private static bool BelongsToLineAbove(in MarkdownLine line) =>
        GoesWithLineAbove(line) || line.Before.Last is LineKind.Heading or LineKind.Underline;

    private static bool GoesWithLineAbove(in MarkdownLine line) => line.Kind switch
    {
        LineKind.MoreText or LineKind.Underline or LineKind.TableRule or LineKind.FenceClose => true,
        LineKind.Code => line.Before.Last == LineKind.FenceOpen,
        LineKind.TableRow => line.Before.Last == LineKind.TableRule,
        _ => false,
    };

    private static bool IsOneOfMany(in MarkdownLine line) =>
        line.Kind == LineKind.Code
        || (!line.Before.AfterBlank && (line.StartsItem || line.Kind is LineKind.TableRow or LineKind.IndentedCode));
}
