using System.Collections.Generic;
using System.Text;

namespace WeComRobot.Markdown.Dialects.Adapting;

/// <summary>Replaces a tag by the Markdown of the same meaning, or removes it.</summary>
internal sealed class HtmlAsMarkdown(string text, StringBuilder written)
{
    private readonly Stack<string> _links = new();

    public void Write(Construct tag)
    {
        switch (tag.Detail)
        {
            case "&nbsp;" or "/td" or "/th":
                written.Append(' ');
                break;
            case "br" or "/br" or "hr" or "/p" or "/div" or "/tr" or "/h1" or "/h2" or "/h3" or "/h4" or "/h5" or "/h6":
                written.Append(IsAtLineEnd(tag.End) ? "" : "\n");
                break;
            case "b" or "strong" or "/b" or "/strong":
                written.Append("**");
                break;
            case "code" or "kbd" or "tt" or "/code" or "/kbd" or "/tt":
                written.Append('`');
                break;
            case "li":
                written.Append(written.Length == 0 || written[written.Length - 1] == '\n' ? "• " : "\n• ");
                break;
            case "a":
                BeginLink(tag);
                break;
            case "/a" when _links.Count > 0:
                written.Append("](").Append(_links.Pop()).Append(')');
                break;
            case "img" when Attribute(tag, "src") is { } source:
                written.Append(PictureLink.Create(Attribute(tag, "alt") ?? "", source, isWithinLink: _links.Count > 0));
                break;
        }
    }

    private void BeginLink(Construct tag)
    {
        if (Attribute(tag, "href") is { Length: > 0 } address && HtmlTags.HasEnd(text, "a", tag.End))
        {
            written.Append('[');
            _links.Push(PictureLink.WithoutBlanks(address));
        }
    }

    private string? Attribute(Construct tag, string name) => HtmlAttribute.Find(text.Substring(tag.Start, tag.End - tag.Start), name);

    private bool IsAtLineEnd(int end) => end == text.Length || text[end] is '\n' or '\r';
}
