using System;
using System.Collections.Generic;
using System.Linq;

namespace WeComRobot.Fitting;

/// <summary>The parts of a content, each with its mark.</summary>
internal static class MarkedParts
{
    /// <summary>The parts, and whether a link had to be cut.</summary>
    public static (IReadOnlyList<string> Parts, bool HasCutLink) Split(PartComposer composer, string content, PartMark? mark)
    {
        if (mark is null)
        {
            return Take(composer, content, 0, int.MaxValue)!.Value;
        }

        // The marks' bytes come off first, and depend on how many digits the number of parts will have
        var most = 9;
        for (var digits = 1; ; digits++, most = (most * 10) + 9)
        {
            if (Take(composer, content, mark.MaxBytes(digits) + composer.Separator.Length, most) is { } taken)
            {
                var parts = taken.Parts;
                return parts.Count == 1 ? taken
                    : ([.. parts.Select((part, i) => Put(mark.Render(i + 1, parts.Count), part, composer.Separator, mark.Place))], taken.HasCutLink);
            }
        }
    }

    /// <summary>The parts; null if there are more than so many.</summary>
    private static (IReadOnlyList<string> Parts, bool HasCutLink)? Take(PartComposer composer, string content, int markBytes, int most)
    {
        var parts = new List<string>();
        var links = new CutLinks(content, composer.IsMarkdown);
        var size = PartComposer.Size(content);
        for (var source = composer.ReadParts(content); source.Next(composer.Room(size, markBytes, composer.MayMention(parts.Count))) is { } part;)
        {
            if (parts.Count == most)
            {
                return null;
            }

            parts.Add(part.Text);
            links.Note(part.Next);
        }

        return (parts, links.Any);
    }

    private static string Put(string mark, string part, string separator, PartMarkPlace place) =>
        place == PartMarkPlace.Start ? mark + separator + part : part + separator + mark;
}
