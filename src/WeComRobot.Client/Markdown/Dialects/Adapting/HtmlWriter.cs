using System.Collections.Generic;
using System.Text;

namespace WeComRobot.Markdown.Dialects.Adapting;

/// <summary>Writes Markdown of the same meaning in place of a tag, or nothing.</summary>
internal sealed class HtmlWriter(string text, StringBuilder output)
{
    private readonly Stack<string> _links = new();

    /// <summary>Appends what replaces the tag to the output.</summary>
    /// <param name="tag">The tag.</param>
    /// <param name="isInRow">Whether it is in a row of a table, which a line break would end.</param>
    public void Write(Construct tag, bool isInRow)
    {
        switch (tag.Detail)
        {
            case "&nbsp;" or "/td" or "/th":
                output.Append(' ');
                break;
            case "br" or "/br" or "hr" or "/p" or "/div" or "/tr" or "/h1" or "/h2" or "/h3" or "/h4" or "/h5" or "/h6":
                output.Append(isInRow ? " " : IsAtLineEnd(tag.End) ? "" : "\n");
                break;
            case "b" or "strong" or "/b" or "/strong":
                output.Append("**");
                break;
            case "code" or "kbd" or "tt" or "/code" or "/kbd" or "/tt":
                output.Append('`');
                break;
            case "li":
                output.Append(isInRow || output.Length == 0 || output[output.Length - 1] == '\n' ? "• " : "\n• ");
                break;
            case "a":
                BeginLink(tag);
                break;
            case "/a" when _links.Count > 0:
                output.Append("](").Append(_links.Pop()).Append(')');
                break;
            case "img" when FindAttribute(tag, "src") is { } source:
                output.Append(PictureLink.Create(FindAttribute(tag, "alt") ?? "", source, isWithinLink: _links.Count > 0));
                break;
        }
    }

    private void BeginLink(Construct tag)
    {
        if (FindAttribute(tag, "href") is { Length: > 0 } address && HtmlTagReader.HasEndTag(text, "a", tag.End))
        {
            output.Append('[');
            _links.Push(PictureLink.EscapeSpaces(address));
        }
    }

    private string? FindAttribute(Construct tag, string name) => HtmlAttribute.Find(tag.GetText(text), name);

    private bool IsAtLineEnd(int end) => end == text.Length || text[end] is '\n' or '\r';
}
