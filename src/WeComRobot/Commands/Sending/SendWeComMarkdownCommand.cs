using System.Management.Automation;
using WeComRobot.Binding;
using WeComRobot.Delivery;
using WeComRobot.Errors;
using WeComRobot.Fitting;
using WeComRobot.Markdown.Writing;
using WeComRobot.Messages;

namespace WeComRobot.Commands;

/// <summary>
/// Sends a Markdown message (service.md#markdown, service.md#markdown-v2). Each pipeline input is one message of up to 4096 bytes of UTF-8,
/// mentions included.
/// </summary>
[Cmdlet(VerbsCommunications.Send, "WeComMarkdown", SupportsShouldProcess = true)]
[Makes(typeof(MarkdownMessage), typeof(MarkdownV2Message))]
[OutputType(typeof(Receipt))]
public sealed class SendWeComMarkdownCommand : SendContentCommand
{
    /// <summary>The user ids of members to mention, written as &lt;@userid&gt; below the content. An error with -V2, because markdown_v2 has no mentions.</summary>
    [Parameter]
    [MentionTransformation]
    public string[]? Mention { get; set; }

    /// <summary>Sends markdown_v2: tables, lists, fenced code and images, but no colours and no mentions.</summary>
    [Parameter]
    public SwitchParameter V2 { get; set; }

    /// <summary>
    /// Rewrites what the message type does not render as something that it does: lists, tables, fenced code, pictures and HTML for
    /// markdown, colours for markdown_v2. Without it, the first such construct is a warning. (service.md#markdown, service.md#markdown-v2)
    /// </summary>
    [Parameter]
    public SwitchParameter Adapt { get; set; }

    private protected override OverflowOptions Customize(OverflowOptions options) =>
        options with { MarkdownMention = MarkdownMention.For(CreateMessage(""), Mention), Adapt = Adapt };

    private protected override string LayOut(string formatted) => V2 ? MarkdownCode.Block(formatted) : MarkdownCode.Lines(formatted);

    private protected override ContentMessage CreateMessage(string content)
    {
        ContentMessage message = V2
            ? new MarkdownV2Message { Markdown = new() { Content = content } }
            : new MarkdownMessage { Markdown = new() { Content = content } };
        return message with { ByteLimit = ByteLimit };
    }
}
