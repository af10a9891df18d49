using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;

namespace WeComRobot.Markdown.Dialects.Adapting;

/// <summary>Writes what a dialect renders in place of the constructs that it does not.</summary>
/// <param name="text">The text that the constructs are in.</param>
/// <param name="output">What has been written so far.</param>
/// <param name="dialect">The dialect.</param>
/// <param name="adapt">Rewrites a text within a construct, such as a cell of a table.</param>
internal sealed class ConstructWriter(string text, StringBuilder output, Dialect dialect, Func<string, string> adapt)
{
    private static readonly char[] QuoteAndBlanks = ['>', ' ', '\t', '\r'];

    private const string Rule = "────────";

    private readonly TableLines _table = new(adapt);
    private readonly HtmlWriter _html = new(text, output);
    private readonly Stack<bool> _fonts = new();

    /// <summary>
    /// Whether the construct has to be rewritten. Colours always have to be, because a closing tag depends on how its opening tag was
    /// written.
    /// </summary>
    public bool MustRewrite(Construct construct) =>
        (dialect.Lacks(construct) && CanRewrite(construct)) || construct.Kind is ConstructKind.Font or ConstructKind.FontEnd;

    /// <summary>Whether there is anything of the same meaning. Without its marks, struck-out text would mean the opposite.</summary>
    public static bool CanRewrite(Construct construct) => construct is not { Kind: ConstructKind.Emphasis, Detail: "~~" };

    /// <summary>Appends what replaces the construct to the output.</summary>
    /// <param name="construct">The construct.</param>
    /// <param name="isInRow">Whether it is in a row of a table, which stays one.</param>
    public void Write(Construct construct, bool isInRow)
    {
        switch (construct.Kind)
        {
            case ConstructKind.ListItem:
                WriteMarker(construct);
                break;
            case ConstructKind.TableHead:
                output.Length = FindLineStart();
                output.Append(_table.ReadHead(construct.GetText(text), HasRow(construct.End)));
                break;
            case ConstructKind.TableRow:
                output.Append(_table.FormatRow(construct.GetText(text)));
                break;
            case ConstructKind.FenceMark:
                output.Length = FindLineStart();
                output.Append(construct.Detail.Length > 0 && construct.End < text.Length && text[construct.End] is not ('\n' or '\r') ? "\n" : "");
                break;
            case ConstructKind.CodeLine:
                output.Append("> ").Append(QuotedCode.Write(construct.GetText(text)));
                break;
            case ConstructKind.Font or ConstructKind.FontEnd:
                WriteFont(construct);
                break;
            case ConstructKind.Mention:
                output.Append('@').Append(construct.Detail);
                break;
            case ConstructKind.LinkWithSpace:
                output.Append(PictureLink.EscapeSpaces(construct.GetText(text)));
                break;
            case ConstructKind.Picture:
                output.Append(PictureLink.FromMarkdown(construct.GetText(text), isWithinLink: construct.Detail.Length > 0));
                break;
            case ConstructKind.Emphasis:
                WriteEmphasis(construct);
                break;
            case ConstructKind.Rule:
                output.Append(Rule);
                break;
            case ConstructKind.HeadingMark:
                output.Append(construct.GetText(text)).Append(' ');
                break;
            case ConstructKind.CodeOverLines:
                output.Append(string.Join(" ", construct.GetText(text).Split('\n').Select((line, i) => i == 0 ? line.TrimEnd() : line.Trim(QuoteAndBlanks))));
                break;
            case ConstructKind.Reference:
                output.Append('(').Append(construct.Detail).Append(')');
                break;
            case ConstructKind.MissingTableRule:
                var prefix = construct.GetText(text);
                output.Append(prefix).Append(construct.Detail).Append('\n').Append(prefix);
                break;
            case ConstructKind.NestedQuote or ConstructKind.UnclosedFont:
                // The text after it stays
                break;
            default:
                _html.Write(construct, isInRow);
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

        var marker = dialect == Dialect.V2 ? text.Substring(item.Start, digits + 1) : digits == 0 ? "•" : text.Substring(item.Start, digits) + ")";
        output.Append(marker).Append(item.Detail.Length > 0 ? " " + item.Detail : "");
    }

    private void WriteEmphasis(Construct emphasis)
    {
        var marks = emphasis.Detail;
        var rendered = marks.Length > 1 ? "**" : dialect == Dialect.V2 ? "*" : "";
        output.Append(rendered).Append(text, emphasis.Start + marks.Length, emphasis.End - emphasis.Start - (2 * marks.Length)).Append(rendered);
    }

    private void WriteFont(Construct font)
    {
        if (font.Kind == ConstructKind.Font)
        {
            var color = !dialect.Lacks(font) ? font.Detail : dialect == Dialect.V1 ? Colors.FindNearest(font.Detail) : null;
            output.Append(color is null ? "" : $"<font color=\"{color}\">");
            _fonts.Push(color is not null);
        }
        else if (_fonts.Count > 0 ? _fonts.Pop() : !dialect.Lacks(font))
        {
            output.Append(text, font.Start, font.End - font.Start);
        }
    }

    /// <summary>The index in the output where the current line begins, with its quote marks, so that the line can be removed.</summary>
    private int FindLineStart()
    {
        var start = output.Length;
        while (start > 0 && output[start - 1] is ' ' or '\t' or '>')
        {
            start--;
        }

        return start == 0 || output[start - 1] == '\n' ? start : output.Length;
    }

    private bool HasRow(int start) => start < text.Length && text[start] is not ('\n' or '\r');
}
