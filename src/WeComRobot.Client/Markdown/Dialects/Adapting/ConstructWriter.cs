using System;
using System.Collections.Generic;
using System.Text;

namespace WeComRobot.Markdown.Dialects.Adapting;

/// <summary>Replaces each construct by what the dialect renders.</summary>
/// <param name="text">The text that the constructs are in.</param>
/// <param name="written">What has been written so far.</param>
/// <param name="dialect">The dialect.</param>
/// <param name="adapt">Rewrites a text within a construct, as a cell of a table.</param>
internal sealed class ConstructWriter(string text, StringBuilder written, Dialect dialect, Func<string, string> adapt)
{
    private readonly TableLines _table = new(adapt);
    private readonly HtmlAsMarkdown _html = new(text, written);
    private readonly Stack<bool> _fonts = new();

    /// <summary>Whether the construct is to be rewritten. Colours always are: a closing tag depends on what became of its opening tag.</summary>
    public bool Changes(Construct construct) => dialect.Lacks(construct) || construct.Kind is ConstructKind.Font or ConstructKind.FontEnd;

    public void Write(Construct construct)
    {
        switch (construct.Kind)
        {
            case ConstructKind.ListItem:
                WriteMarker(construct);
                break;
            case ConstructKind.TableHead:
                written.Length = LineStart();
                written.Append(_table.Begin(text.Substring(construct.Start, construct.End - construct.Start), HasRow(construct.End)));
                break;
            case ConstructKind.TableRow:
                written.Append(_table.Row(text.Substring(construct.Start, construct.End - construct.Start)));
                break;
            case ConstructKind.FenceMark:
                written.Length = LineStart();
                written.Append(construct.Detail.Length > 0 && construct.End < text.Length && text[construct.End] is not ('\n' or '\r') ? "\n" : "");
                break;
            case ConstructKind.CodeLine:
                written.Append("> ").Append(QuotedCode.Write(text.Substring(construct.Start, construct.End - construct.Start)));
                break;
            case ConstructKind.Font or ConstructKind.FontEnd:
                WriteFont(construct);
                break;
            case ConstructKind.Mention:
                written.Append('@').Append(construct.Detail);
                break;
            case ConstructKind.LinkWithBlank:
                written.Append(PictureLink.WithoutBlanks(text.Substring(construct.Start, construct.End - construct.Start)));
                break;
            case ConstructKind.Picture:
                written.Append(PictureLink.FromMarkdown(text.Substring(construct.Start, construct.End - construct.Start), isWithinLink: construct.Detail.Length > 0));
                break;
            default:
                _html.Write(construct);
                break;
        }
    }

    private void WriteMarker(Construct item)
    {
        var digits = 0;
        while (text[item.Start + digits] is >= '0' and <= '9')
        {
            digits++;
        }

        written.Append(digits == 0 ? "•" : text.Substring(item.Start, digits) + ")").Append(item.Detail.Length > 0 ? " " + item.Detail : "");
    }

    private void WriteFont(Construct font)
    {
        if (font.Kind == ConstructKind.Font)
        {
            var color = !dialect.Lacks(font) ? font.Detail : dialect == Dialect.V1 ? Colors.Nearest(font.Detail) : null;
            written.Append(color is null ? "" : $"<font color=\"{color}\">");
            _fonts.Push(color is not null);
        }
        else if (_fonts.Count > 0 ? _fonts.Pop() : !dialect.Lacks(font))
        {
            written.Append(text, font.Start, font.End - font.Start);
        }
    }

    /// <summary>Where the line to be removed begins, its quote marks included.</summary>
    private int LineStart()
    {
        var start = written.Length;
        while (start > 0 && written[start - 1] is ' ' or '\t' or '>')
        {
            start--;
        }

        return start == 0 || written[start - 1] == '\n' ? start : written.Length;
    }

    private bool HasRow(int start) => start < text.Length && text[start] is not ('\n' or '\r');
}
