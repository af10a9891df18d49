using System.Collections.Generic;
using System.Linq;
using WeComRobot.Text;

namespace WeComRobot.Fitting;

/// <summary>Splits content into parts, each with its mark.</summary>
internal static class MarkedParts
{
    /// <summary>Splits the content. Also says whether a link had to be cut.</summary>
    public static (IReadOnlyList<string> Parts, bool HasCutLink) Split(PartComposer composer, string content, PartMark? mark)
    {
        if (mark is null)
        {
            return TrySplit(composer, content, 0, int.MaxValue)!.Value;
        }

        // The marks take up room, and how much depends on how many digits the number of parts has
        var maxParts = 9;
        for (var digits = 1; ; digits++, maxParts = (maxParts * 10) + 9)
        {
            if (TrySplit(composer, content, mark.MaxBytes(digits) + composer.Separator.Length, maxParts) is { } split)
            {
                var parts = split.Parts;
                return parts.Count == 1 ? split
                    : ([.. parts.Select((part, i) => AddMark(mark.Render(i + 1, parts.Count), part, composer.Separator, mark.Place))], split.HasCutLink);
            }
        }
    }

    /// <summary>Splits the content into parts that leave room for marks; null if there are more than <paramref name="maxParts"/>.</summary>
    private static (IReadOnlyList<string> Parts, bool HasCutLink)? TrySplit(PartComposer composer, string content, int markBytes, int maxParts)
    {
        var parts = new List<string>();
        var links = new CutLinks(content, composer.IsMarkdown);
        var size = Utf8Size.Count(content);
        for (var source = composer.ReadParts(content); source.Next(composer.MeasureRoom(size, markBytes, composer.MayMention(parts.Count))) is { } part;)
        {
            if (parts.Count == maxParts)
            {
                return null;
            }

            parts.Add(part.Text);
            links.CheckEnd(part.Next);
        }

        return (parts, links.Any);
    }

    private static string AddMark(string mark, string part, string separator, PartMarkPlace place) =>
        place == PartMarkPlace.Start ? mark + separator + part : part + separator + mark;
}
