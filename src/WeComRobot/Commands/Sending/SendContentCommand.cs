using System.Management.Automation;
using WeComRobot.Errors;
using WeComRobot.Fitting;
using WeComRobot.Messages;
using WeComRobot.Pipeline;

namespace WeComRobot.Commands;

/// <summary>The parameters of Send-WeComText and Send-WeComMarkdown: content that may be longer than one message can be.</summary>
public abstract class SendContentCommand : SendCommand
{
    private ContentSender? _sender;

    /// <summary>The text or Markdown. -Overflow says what happens if it is longer than one message can be.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Sets(nameof(TextMessage.Text), nameof(MarkdownMessage.Markdown))]
    public PSObject Content { get; set; } = "";

    /// <summary>Which parts mention the members when there are several: First (the default), Last or All.</summary>
    [Parameter]
    public MentionPlace MentionOn { get; set; }

    /// <summary>
    /// What happens to content that is too long. Split, the default: it goes as several messages, its parts, with marks such as
    /// (1/3). Truncate: its beginning goes, with a last line that says how many bytes were left out. File: its first lines go,
    /// and the whole as a file. Error: nothing is sent. (service.md#text-limit)
    /// </summary>
    [Parameter]
    public OverflowPolicy Overflow { get; set; }

    /// <summary>The most parts of one message. More is an error, and nothing is sent. Defaults to 10.</summary>
    [Parameter]
    [ValidateRange(1, int.MaxValue)]
    public int MaxPart { get; set; } = OverflowOptions.DefaultMaxPart;

    /// <summary>The mark of each part: {0} stands for its number, {1} for the number of parts. Its bytes count towards the limit.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string PartMark { get; set; } = WeComRobot.Fitting.PartMark.DefaultFormat;

    /// <summary>Start, the default: the mark stands on a line above the part. End: below it.</summary>
    [Parameter]
    public PartMarkPlace PartMarkPlace { get; set; }

    /// <summary>Leaves the marks out.</summary>
    [Parameter]
    public SwitchParameter NoPartMark { get; set; }

    /// <summary>
    /// The most UTF-8 bytes of one message, 64 or more, for when the service takes more than its page says: an errmsg of it has
    /// named 5120 for text. Defaults to the page's limit. (service.md#text-limit)
    /// </summary>
    [Parameter]
    [ValidateRange(OverflowOptions.MinByteLimit, int.MaxValue)]
    public int? ByteLimit { get; set; }

    /// <summary>The file's name with -Overflow File. Defaults to the Markdown's first heading, else to date and time.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? FileName { get; set; }

    /// <summary>
    /// Joins all pipeline input as the lines of one content. With -Overflow Split they are packed into as few messages as the limit
    /// allows: each goes as soon as the next line no longer fits, without a mark, and -MaxPart does not count them.
    /// </summary>
    [Parameter]
    public SwitchParameter Join { get; set; }

    /// <summary>
    /// Sends the content as it is. Without it, what is meant for a terminal is removed: colours and other control sequences, control
    /// characters, a byte order mark, blank lines at start and end; of a line with carriage returns, its last state stays.
    /// </summary>
    [Parameter]
    public SwitchParameter Raw { get; set; }

    /// <summary>Lays out formatted output, such as Format-Table's, so that its columns stay columns in the message.</summary>
    private protected virtual string LayOut(string formatted) => formatted;

    /// <summary>Creates a message with this content. Mentions in Markdown, which are part of the content, follow later.</summary>
    private protected abstract ContentMessage CreateMessage(string content);

    /// <summary>Adds the options that only one of these cmdlets has as parameters.</summary>
    private protected virtual OverflowOptions Customize(OverflowOptions options) => options;

    private protected sealed override void Begin()
    {
        try
        {
            _sender = new(this, new(this, LayOut), CreateMessage, ReadOptions(), Join, Send);
        }
        catch (WeComException failure)
        {
            // With these parameters no input can succeed
            ThrowTerminatingError(ErrorRecords.Create(failure, PartMark));
        }
    }

    /// <inheritdoc/>
    protected sealed override void ProcessRecord() => _sender!.Add(Content);

    /// <inheritdoc/>
    protected sealed override void EndProcessing() => _sender!.Finish();

    private OverflowOptions ReadOptions() => Customize(new()
    {
        Policy = Overflow,
        MaxPart = MaxPart,
        Mark = NoPartMark ? null : new(PartMark, PartMarkPlace),
        FileName = FileName,
        IsRaw = Raw,
        MentionOn = MentionOn,
    });
}
