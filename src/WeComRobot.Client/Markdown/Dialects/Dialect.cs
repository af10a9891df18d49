using System;
using WeComRobot.Messages;

namespace WeComRobot.Markdown.Dialects;

/// <summary>What one of the two Markdown types does not render (service.md#markdown, service.md#markdown-v2).</summary>
internal sealed class Dialect
{
    /// <summary>The type markdown: headings, bold, links, inline code, quotes, three colours and mentions.</summary>
    public static readonly Dialect V1 = new("markdown", construct => construct.Kind switch
    {
        ConstructKind.Font => !Colors.IsBuiltIn(construct.Detail),
        ConstructKind.FontEnd or ConstructKind.Mention => false,
        _ => true,
    });

    /// <summary>The type markdown_v2: also lists, tables, fenced code and pictures, but neither colours nor mentions.</summary>
    public static readonly Dialect V2 = new(
        "markdown_v2",
        construct => construct.Kind is ConstructKind.Font or ConstructKind.FontEnd or ConstructKind.Mention or ConstructKind.LinkWithSpace);

    private readonly Func<Construct, bool> _lacks;

    private Dialect(string name, Func<Construct, bool> lacks)
    {
        Name = name;
        _lacks = lacks;
    }

    /// <summary>The msgtype.</summary>
    public string Name { get; }

    /// <summary>The dialect of a message, or null if it is not Markdown.</summary>
    public static Dialect? For(Message message) => message switch
    {
        MarkdownMessage => V1,
        MarkdownV2Message => V2,
        _ => null,
    };

    /// <summary>Whether the type shows the characters of the construct instead of rendering it.</summary>
    public bool Lacks(Construct construct) => _lacks(construct);
}
