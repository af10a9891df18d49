using System.Management.Automation;
using WeComRobot.Binding;
using WeComRobot.Delivery;
using WeComRobot.Fitting;
using WeComRobot.Markdown.Writing;
using WeComRobot.Messages;

namespace WeComRobot.Commands;

/// <summary>Sends a Markdown message (group-robot-api.md, markdown类型, markdown_v2类型). Each pipeline input is one message.</summary>
[Cmdlet(VerbsCommunications.Send, "WeComMarkdown", SupportsShouldProcess = true)]
[OutputType(typeof(Receipt))]
public sealed class SendWeComMarkdownCommand : SendContentCommand
{
    /// <summary>The Markdown. Up to 4096 bytes of UTF-8, mentions included, it is one message; what becomes of more, -Overflow says.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    public PSObject Content { get; set; } = "";

    /// <summary>The user ids of members to mention, written as &lt;@userid&gt; below the content. With -V2 it is an error: markdown_v2 knows no mention.</summary>
    [Parameter]
    [MentionTransformation]
    public string[]? Mention { get; set; }

    /// <summary>Sends markdown_v2: tables, lists, fenced code and images, but no colours and no mentions.</summary>
    [Parameter]
    public SwitchParameter V2 { get; set; }

    /// <summary>
    /// Rewrites what the message type does not render into what it does: lists, tables, fenced code, pictures and HTML for markdown,
    /// colours for markdown_v2. Without it the first such thing is a warning. (group-robot-api.md, markdown类型, markdown_v2类型)
    /// </summary>
    [Parameter]
    public SwitchParameter Adapt { get; set; }

    /// <summary>Which parts mention them, where there are several: First, the default, Last or All.</summary>
    [Parameter]
    public MentionPlace MentionOn { get; set; }

    private protected override OverflowOptions Complete(OverflowOptions options) =>
        options with { MentionOn = MentionOn, MarkdownMention = MarkdownMention.For(MessageOf(""), Mention), Adapt = Adapt };

    /// <inheritdoc/>
    protected override void ProcessRecord() => SendInput(Content);

    private protected override string LayOut(string formatted) => V2 ? MarkdownCode.Block(formatted) : MarkdownCode.Lines(formatted);

    private protected override ContentMessage MessageOf(string content)
    {
        ContentMessage message = V2
            ? new MarkdownV2Message { Markdown = new() { Content = content } }
            : new MarkdownMessage { Markdown = new() { Content = content } };
        return message with { ByteLimit = ByteLimit };
    }
}
