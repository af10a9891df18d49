using System;
using System.Collections.Generic;
using System.Management.Automation;
using WeComRobot.Alerts;
using WeComRobot.Binding;
using WeComRobot.Markdown.Writing;
using WeComRobot.Messages.Cards;
using WeComRobot.Pipeline;

namespace WeComRobot.Commands;

/// <summary>
/// Tells a group that something is wrong, once: what has the same key is only counted for a while, and the next message says how often
/// and since when. -Resolved tells that it is over. Several processes share the count. (architecture.md#alerts)
/// </summary>
[Cmdlet(VerbsCommunications.Send, "WeComAlert", SupportsShouldProcess = true)]
[OutputType(typeof(AlertReceipt))]
public sealed class SendWeComAlertCommand : AlertCommand
{
    private readonly List<string> _content = [];
    private PipelineContent? _input;
    private bool _hasInput;

    /// <summary>What is wrong, on one line.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [TextTransformation]
    public string Title { get; set; } = "";

    /// <summary>
    /// The details. All input is one message; what is longer than that goes as a file beside it. With -As Markdown, it is Markdown, in
    /// which lists, tables and the like are rewritten as something that the client shows. If a pipeline has no output, there is no alert.
    /// </summary>
    [Parameter(Position = 1, ValueFromPipeline = true)]
    public PSObject? Content { get; set; }

    /// <summary>Rows of a name and a value: a hashtable, the properties of an object, or from New-WeComCardField. A card shows 6; further ones stand above the details.</summary>
    [Parameter]
    [CardFieldTransformation]
    public CardField[] Field { get; set; } = [];

    /// <summary>What makes two alerts of a robot the same. Case does not matter. Defaults to the title.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(AlertKeyCompleter))]
    [TextTransformation]
    [ValidateNotNullOrEmpty]
    public string? Key { get; set; }

    /// <summary>
    /// For how long the same alert is only counted, from 0 (told each time) to 90 days. A graver one is told at once. Defaults to 1 hour.
    /// </summary>
    [Parameter]
    [ValidateDuration(AllowZero = true)]
    public TimeSpan RepeatAfter { get; set; } = Alert.DefaultRepeatAfter;

    /// <summary>Tells that the alert is over, how long it lasted and how often it fired. Sends nothing if the group was not told that it fires.</summary>
    [Parameter]
    public SwitchParameter Resolved { get; set; }

    /// <summary>From which severity on -Mention and its kin mention members. Defaults to Critical. An end mentions nobody.</summary>
    [Parameter]
    public AlertSeverity MentionFrom { get; set; } = AlertSeverity.Critical;

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        _hasInput = true;
        if (Content is not null)
        {
            Add(Input.Read(Content));
        }
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        Add(_input?.Finish());
        if (!_hasInput && !Resolved)
        {
            WriteVerbose(CommandStrings.AlertNoInput);
            return;
        }

        var alert = CreateAlert(Title, Key, MentionFrom) with
        {
            Content = _content.Count > 0 ? string.Join("\n", _content) : null,
            Fields = Field,
            RepeatAfter = RepeatAfter,
        };
        ForEachRobot(null, robot =>
        {
            if (Confirm(robot, (Resolved ? CommandStrings.ResolveAlertAction : CommandStrings.SendAlertAction).With(AlertText.Brief(alert.Title), alert.Severity)))
            {
                Report(Resolved ? Resolve(robot, alert) : Fire(robot, alert));
            }
        });
    }

    private PipelineContent Input => _input ??= new(this, new(this, formatted => As == AlertFormat.Markdown ? MarkdownCode.Lines(formatted) : formatted));

    private void Add(string? content)
    {
        if (content is not null)
        {
            _content.Add(content);
        }
    }
}
