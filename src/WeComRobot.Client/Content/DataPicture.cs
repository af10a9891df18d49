using System;
using System.Text.RegularExpressions;
using WeComRobot.Content.Splitting;
using WeComRobot.Messages;

namespace WeComRobot.Content;

/// <summary>Refuses pictures that are embedded in Markdown as a <c>data:</c> address: WeCom does not show them.</summary>
internal static class DataPicture
{
    private const string Scheme = "data:";

    // Of a picture, of a definition that pictures refer to, and of HTML, up to the address; bounded, so that time grows with the text
    private static readonly Regex PictureStart = new(
        @"\G(?:!\[(?:[^\]\n]|\](?!\()){0,300}\]\([ \t]*<?data:|\[[^\]\n]{1,300}\]:[ \t]*<?data:image/|<img\s(?:[^>\n]{0,300}?\s)?src\s*=\s*[""']?data:)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    /// <summary>Adds an error if the content has such a picture. The content need not be in the message yet.</summary>
    public static void Check(Findings findings, ContentMessage message, string? content)
    {
        var field = message.MessageType + ".content";
        if (message is not TextMessage && Has(content ?? ""))
        {
            findings.Error(field, Strings.DataPicture.With(field));
        }
    }

    /// <exception cref="InvalidMessageException">InvalidMessage: the Markdown has such a picture.</exception>
    public static void ThrowIfIn(ContentMessage message, string content)
    {
        var findings = new Findings();
        Check(findings, message, content);
        if (findings.All.Count > 0)
        {
            throw new InvalidMessageException(message.MessageType, findings.All);
        }
    }

    private static bool Has(string content)
    {
        if (content.IndexOf(Scheme, StringComparison.OrdinalIgnoreCase) < 0)
        {
            return false;
        }

        var reader = new LineReader(content);
        var spans = new SpanEnds(content);
        var state = default(BlockState);
        for (var start = 0; start < content.Length;)
        {
            var line = reader.Read(start, ref state);
            if (line.Kind is not (LineKind.Code or LineKind.IndentedCode) && HasOutsideOfCode(content, spans, line))
            {
                return true;
            }

            start = line.Next;
        }

        return false;
    }

    private static bool HasOutsideOfCode(string content, SpanEnds spans, in MarkdownLine line)
    {
        var end = line.End;
        spans.Begin(line.ContentStart, end);
        for (var i = line.ContentStart; i < end; i++)
        {
            var spanEnd = content[i] is '\\' or '`' ? spans.EndOf(i) : -1;
            if (spanEnd > 0)
            {
                i = spanEnd - 1;
            }
            else if ((content[i] is '!' or '<' || (content[i] == '[' && i == line.ContentStart)) && PictureStart.Match(content, i, end - i).Success)
            {
                return true;
            }
        }

        return false;
    }
}
