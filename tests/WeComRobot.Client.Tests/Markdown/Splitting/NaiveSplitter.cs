using System.Collections.Generic;
using System.Text;

namespace WeComRobot.Client.Tests.Markdown.Splitting;

/// <summary>Fills parts with whole lines and knows nothing of Markdown: what the oracle must catch.</summary>
internal static class NaiveSplitter
{
    public static IReadOnlyList<string> Split(string text, int maxBytes)
    {
        var parts = new List<string>();
        var part = new StringBuilder();
        foreach (var line in text.Split('\n'))
        {
            foreach (var piece in Pieces(line, maxBytes))
            {
                if (part.Length > 0 && Bytes(part + "\n" + piece) > maxBytes)
                {
                    parts.Add(part.ToString());
                    part.Clear();
                }

                part.Append(part.Length > 0 ? "\n" : "").Append(piece);
            }
        }

        parts.Add(part.ToString());
        return parts;
    }

    private static IEnumerable<string> Pieces(string line, int maxBytes)
    {
        var piece = new StringBuilder();
        foreach (var rune in line.EnumerateRunes())
        {
            if (Bytes(piece.ToString() + rune) > maxBytes)
            {
                yield return piece.ToString();
                piece.Clear();
            }

            piece.Append(rune);
        }

        yield return piece.ToString();
    }

    private static int Bytes(string text) => Encoding.UTF8.GetByteCount(text);
}
