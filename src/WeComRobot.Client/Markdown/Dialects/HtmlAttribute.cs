using System;

namespace WeComRobot.Markdown.Dialects;

/// <summary>Reads an attribute of a tag.</summary>
internal static class HtmlAttribute
{
    /// <summary>The attribute's value, with or without quotes, or null if the tag does not have it.</summary>
    /// <param name="tag">The tag, or what follows its name.</param>
    /// <param name="name">The attribute's name.</param>
    public static string? Find(string tag, string name)
    {
        var at = tag.IndexOf(name, StringComparison.OrdinalIgnoreCase);
        while (at >= 0)
        {
            var equals = Skip(tag, at + name.Length);
            var isWord = at == 0 || char.IsWhiteSpace(tag[at - 1]);
            if (isWord && equals < tag.Length && tag[equals] == '=')
            {
                return Value(tag, Skip(tag, equals + 1));
            }

            at = tag.IndexOf(name, at + 1, StringComparison.OrdinalIgnoreCase);
        }

        return null;
    }

    private static string Value(string tag, int start)
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

    private static int Skip(string tag, int i)
    {
        while (i < tag.Length && char.IsWhiteSpace(tag[i]))
        {
            i++;
        }

        return i;
    }
}
