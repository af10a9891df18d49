using System;
using System.Collections.Generic;
using System.Management.Automation;
using WeComRobot.Binding;
using WeComRobot.Errors;
using WeComRobot.Fitting;
using WeComRobot.Messages;

namespace WeComRobot.Pipeline;

/// <summary>Sends pipeline input as content: each object on its own, or all joined as the lines of one content.</summary>
/// <param name="cmdlet">The cmdlet that reports the errors.</param>
/// <param name="reader">Reads the text of an input.</param>
/// <param name="createMessage">Creates a message with a content.</param>
/// <param name="options">What happens to content that is too long.</param>
/// <param name="join">Whether the inputs are the lines of one content.</param>
/// <param name="send">Sends a content that has been fitted into messages.</param>
internal sealed class ContentSender(
    Cmdlet cmdlet, ContentReader reader, Func<string, ContentMessage> createMessage, OverflowOptions options, bool join, Action<OverflowPlan> send)
{
    private readonly PipelineContent _content = new(cmdlet, reader);
    private readonly JoinedContent? _joined = join ? new(createMessage(""), options) : null;

    /// <summary>Sends the text of an input. Objects without an obvious text are one error for each type; joined content is then not sent at all.</summary>
    public void Add(PSObject input)
    {
        if (_joined is null || !_content.HasRefused)
        {
            Send(_content.Read(input));
        }
    }

    /// <summary>Sends what is left when there is no more input.</summary>
    public void Finish()
    {
        Send(_content.Finish());
        if (!_content.HasRefused)
        {
            Send(null, () => _joined?.Finish() ?? []);
        }
    }

    private void Send(string? content)
    {
        if (content is not null)
        {
            var message = createMessage(content);
            Send(message, () => _joined?.Add(content) ?? [OverflowPlan.For(message, options)]);
        }
    }

    private void Send(Message? target, Func<IReadOnlyList<OverflowPlan>> plans) => cmdlet.ReportFailures(target, () =>
    {
        foreach (var plan in plans())
        {
            send(plan);
        }
    });
}
