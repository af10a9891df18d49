using System;
using System.Collections.Generic;

namespace WeComRobot.Markdown.Dialects;

/// <summary>Tells tags, comments and mentions from other text with angle brackets, such as &lt;your name> and a &lt; b.</summary>
internal sealed class HtmlTagReader(string text)
{
    private const int MaxTagLength = 2048;
    private const int MaxNameLength = 12;
    private const int MaxMentionLength = 80;
    private const int MaxElementLength = 2048;
    private const string CommentStart = "<!--";
    private const string CommentEnd = "-->";

    private static readonly HashSet<string> Names = new(
        ("a abbr article aside b big blockquote body br caption center cite code col colgroup dd del details dfn div dl dt em figcaption figure "
        + "font footer h1 h2 h3 h4 h5 h6 head header hr html i iframe img ins kbd li main mark nav ol p picture pre q s samp script section small "
        + "source span strike strong style sub summary sup svg table tbody td tfoot th thead tr tt u ul var video")
        .Split(' '), StringComparer.OrdinalIgnoreCase);

    private bool _hasNoMoreCommentEnds;

    /// <summary>Reads the construct that begins at an angle bracket; null if it is other text.</summary>
    public Construct? Read(int start, int end) =>
        StartsWith(CommentStart, start) ? ReadComment(start)
        : start + 1 < end && text[start + 1] == '@' ? ReadMention(start, end)
        : ReadTag(start, end);

    private Construct? ReadComment(int start)
    {
        var close = _hasNoMoreCommentEnds ? -1 : text.IndexOf(CommentEnd, start, StringComparison.Ordinal);
        _hasNoMoreCommentEnds = close < 0;
        return close < 0 ? null : new(ConstructKind.Html, start, close + CommentEnd.Length, CommentStart);
    }

    private Construct? ReadMention(int start, int end)
    {
        var close = text.IndexOfAny(['>', '<', '\n'], start + 2, Math.Min(MaxMentionLength, end - start - 2));
        return close > start + 2 && text[close] == '>'
            ? new(ConstructKind.Mention, start, close + 1, text.Substring(start + 2, close - start - 2))
            : null;
    }

    private Construct? ReadTag(int start, int end)
    {
        var isEnd = start + 1 < end && text[start + 1] == '/';
        var nameStart = start + (isEnd ? 2 : 1);
        var nameEnd = nameStart;
        while (nameEnd < end && nameEnd - nameStart < MaxNameLength && text[nameEnd] < '\x7F' && char.IsLetterOrDigit(text[nameEnd]))
        {
            nameEnd++;
        }

        var name = text.Substring(nameStart, nameEnd - nameStart).ToLowerInvariant();
        var close = Names.Contains(name) ? FindTagEnd(nameEnd, Math.Min(end, start + MaxTagLength)) : -1;
        if (close < 0)
        {
            return null;
        }

        var attributes = text.Substring(nameEnd, close - nameEnd).TrimEnd('/').Trim();
        var hasAttribute = attributes.IndexOf('=') > 0;
        var isTag = isEnd || name is "br" or "hr" || hasAttribute || HasEndTag(text, name, close);
        return !isTag || (attributes.Length > 0 && !hasAttribute) ? null : CreateConstruct(name, isEnd, attributes, start, close + 1);
    }

    private static Construct CreateConstruct(string name, bool isEnd, string attributes, int start, int end) =>
        name != "font" ? new(ConstructKind.Html, start, end, isEnd ? "/" + name : name)
        : isEnd ? new(ConstructKind.FontEnd, start, end)
        : HtmlAttribute.Find(attributes, "color") is { } color ? new(ConstructKind.Font, start, end, color.ToLowerInvariant())
        : new(ConstructKind.Html, start, end, name);

    /// <summary>The index of the bracket that closes the tag; -1 if it is other text.</summary>
    private int FindTagEnd(int nameEnd, int end)
    {
        if (nameEnd < end && text[nameEnd] is not ('>' or '/') && !char.IsWhiteSpace(text[nameEnd]))
        {
            return -1;
        }

        var quote = '\0';
        for (var i = nameEnd; i < end; i++)
        {
            var c = text[i];
            if (quote != '\0')
            {
                quote = c == quote ? '\0' : quote;
            }
            else if (c is '"' or '\'')
            {
                quote = c;
            }
            else if (c is '>' or '<')
            {
                return c == '>' ? i : -1;
            }
        }

        return -1;
    }

    /// <summary>Whether the end tag of an element follows within the next characters.</summary>
    public static bool HasEndTag(string text, string name, int start) =>
        text.IndexOf("</" + name, start, Math.Min(MaxElementLength, text.Length - start), StringComparison.OrdinalIgnoreCase) >= 0;

    private bool StartsWith(string prefix, int start) => string.CompareOrdinal(text, start, prefix, 0, prefix.Length) == 0;
}
