using System;
using WeComRobot.Messages;

namespace WeComRobot.Markdown.Dialects;

/// <summary>What a type does not render (service.md#text, service.md#markdown, service.md#markdown-v2).</summary>
internal sealed class Dialect
{
    /// <summary>The type markdown: headings, bold, links, inline code, quotes, three colours and mentions.</summary>
    public static readonly Dialect V1 = new("markdown", construct => construct.Kind switch
    {
        ConstructKind.Font => !Colors.IsBuiltIn(construct.Detail),
        ConstructKind.Emphasis => construct.Detail != Bold,
        ConstructKind.FontEnd or ConstructKind.Mention or ConstructKind.Link => false,
        _ => true,
    });

    /// <summary>
    /// The type markdown_v2: also italics, lists, tables, fenced code, rules, nested quotes and pictures, but neither colours nor mentions.
    /// </summary>
    public static readonly Dialect V2 = new("markdown_v2", construct => construct.Kind switch
    {
        ConstructKind.Emphasis => construct.Detail[0] != Bold[0],
        ConstructKind.ListItem => construct.Detail.Length > 0,
        ConstructKind.Font or ConstructKind.FontEnd or ConstructKind.UnclosedFont or ConstructKind.Mention or ConstructKind.Html => true,
        ConstructKind.LinkWithSpace or ConstructKind.Reference or ConstructKind.HeadingMark or ConstructKind.MissingTableRule => true,
        _ => false,
    });

    /// <summary>
    /// The type text, which renders nothing. It lacks only what is hardly meant as it is: logs and code have the rest.
    /// </summary>
    public static readonly Dialect Text = new("text", construct => construct.Kind switch
    {
        ConstructKind.Emphasis => construct.Detail == Bold,
        ConstructKind.Html => construct.Detail is "a" or "b" or "br",
        ConstructKind.Link or ConstructKind.Font or ConstructKind.UnclosedFont => true,
        _ => false,
    });

    private const string Bold = "**";

    private readonly Func<Construct, bool> _lacks;

    private Dialect(string name, Func<Construct, bool> lacks)
    {
        Name = name;
        _lacks = lacks;
    }

    /// <summary>The msgtype.</summary>
    public string Name { get; }

    /// <summary>The dialect of a message.</summary>
    public static Dialect For(ContentMessage message) => message switch
    {
        MarkdownMessage => V1,
        MarkdownV2Message => V2,
        _ => Text,
    };

    /// <summary>Whether the type shows the characters of the construct instead of rendering it.</summary>
    public bool Lacks(Construct construct) => _lacks(construct);
}
