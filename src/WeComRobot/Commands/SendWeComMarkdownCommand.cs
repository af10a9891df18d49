using System.Management.Automation;
using WeComRobot.Content;
using WeComRobot.Delivery;
using WeComRobot.Messages;

namespace WeComRobot.Commands;

/// <summary>Sends a Markdown message (group-robot-api.md, markdown类型, markdown_v2类型). Each pipeline input is one message.</summary>
[Cmdlet(VerbsCommunications.Send, "WeComMarkdown", DefaultParameterSetName = V1Set, SupportsShouldProcess = true)]
[OutputType(typeof(Receipt))]
public sealed class SendWeComMarkdownCommand : SendContentCommand
{
    private const string V1Set = "Markdown";
    private const string V2Set = "MarkdownV2";

    /// <summary>The Markdown. Up to 4096 bytes of UTF-8, mentions included, it is one message; what becomes of more, -Overflow says.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [AllowEmptyString]
    public string Content { get; set; } = "";

    /// <summary>The user ids of members to mention, written as &lt;@userid&gt; below the content; markdown_v2 knows no mention.</summary>
    [Parameter(ParameterSetName = V1Set)]
    public string[]? Mention { get; set; }

    /// <summary>Sends markdown_v2: tables, lists, fenced code and images, but no colours and no mentions.</summary>
    [Parameter(Mandatory = true, ParameterSetName = V2Set)]
    public SwitchParameter V2 { get; set; }

    /// <summary>Which parts mention them, where there are several: First, the default, Last or All.</summary>
    [Parameter(ParameterSetName = V1Set)]
    public MentionPlace MentionOn { get; set; }

    private protected override OverflowOptions Complete(OverflowOptions options) =>
        options with { MentionOn = MentionOn, MarkdownMention = Mention };

    /// <inheritdoc/>
    protected override void ProcessRecord() => SendContent(Content);

    private protected override ContentMessage MessageOf(string content)
    {
        ContentMessage message = V2
            ? new MarkdownV2Message { Markdown = new() { Content = content } }
            : new MarkdownMessage { Markdown = new() { Content = content } };
        return message with { ByteLimit = ByteLimit };
    }
}
