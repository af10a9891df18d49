using System;

namespace WeComRobot.Markdown.Dialects;

/// <summary>Reads the attributes of a tag.</summary>
internal static class HtmlAttribute
{
    /// <summary>The value of an attribute, whether or not it is in quotes; null if the tag does not have the attribute.</summary>
    /// <param name="tag">The tag, or what follows its name.</param>
    /// <param name="name">The attribute's name.</param>
    public static string? Find(string tag, string name)
    {
        var at = tag.IndexOf(name, StringComparison.OrdinalIgnoreCase);
        while (at >= 0)
        {
            var equals = SkipWhiteSpace(tag, at + name.Length);
            var isWholeName = at == 0 || char.IsWhiteSpace(tag[at - 1]);
            if (isWholeName && equals < tag.Length && tag[equals] == '=')
            {
                return ReadValue(tag, SkipWhiteSpace(tag, equals + 1));
            }

            at = tag.IndexOf(name, at + 1, StringComparison.OrdinalIgnoreCase);
        }

        return null;
    }

    private static string ReadValue(string tag, int start)
    {
        var quote = start < tag.Length && tag[start] is '"' or '\'' ? tag[start] : '\0';
        var first = quote == '\0' ? start : start + 1;
        var end = first;
        while (end < tag.Length && (quote == '\0' ? !char.IsWhiteSpace(tag[end]) && tag[end] != '>' : tag[end] != quote))
        {
            end++;
        }

        return tag.Substring(first, end - first).Trim();
    }

    private static int SkipWhiteSpace(string tag, int i)
    {
        while (i < tag.Length && char.IsWhiteSpace(tag[i]))
        {
            i++;
        }

        return i;
    }
}
