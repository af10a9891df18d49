using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using WeComRobot.Binding;
using WeComRobot.Delivery;
using WeComRobot.Fitting;
using WeComRobot.Media;
using WeComRobot.Messages;
using WeComRobot.Messages.Validation;
using WeComRobot.Outbox;
using WeComRobot.Targets;

namespace WeComRobot.Commands;

/// <summary>What all senders share: the messages of one content to the robot, and their receipts.</summary>
public abstract class SendCommand : RobotCommand
{
    /// <summary>Writes a receipt for each message that the service accepted: robot, type, part, time, how long it waited, media id.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <summary>
    /// Tries a post again also where it may have arrived, as after a time-out: members may then see the message twice. There is
    /// no id by which the service could tell. (server-behaviour.md, Limits)
    /// </summary>
    [Parameter]
    public SwitchParameter AtLeastOnce { get; set; }

    /// <summary>
    /// What becomes of a message that could not be delivered. Error, the default: an error. Outbox: it is written down before it
    /// is sent and stays in the outbox, with a warning, for Send-WeComOutbox; needs a registered robot. Where not given, the
    /// environment variable WECOM_ON_FAILURE says it. (about_WeComReliability)
    /// </summary>
    [Parameter]
    public FailurePolicy? OnFailure { get; set; }

    private protected void Send(Message message) => Send(OverflowPlan.For([message]));

    /// <summary>Sends the messages of one content, unless -WhatIf or -Confirm keep them; what cannot be sent is told before they ask.</summary>
    private protected void Send(OverflowPlan plan)
    {
        WriteWarnings(plan.Notices);
        ForEachRobot(plan.Whole, robot => Send(plan, robot));
    }

    private void Send(OverflowPlan plan, RobotTarget robot)
    {
        WriteWarnings(plan.Messages.SelectMany(MessageCheck.ThrowIfInvalid));
        using var file = plan.File is { } text ? MediaFile.FromBytes(text.Content, text.Name) : null;
        if (Confirm(robot, ActionOf(plan)))
        {
            Post(robot, file is null ? plan.Messages : [.. plan.Messages, new FileMessage()], file);
        }
    }

    private void WriteWarnings(IEnumerable<Finding> findings)
    {
        foreach (var finding in findings)
        {
            WriteWarning(finding.Text);
        }
    }

    /// <summary>Uploads a file and sends the message that carries it, unless -WhatIf or -Confirm keep it.</summary>
    private protected void UploadAndSend(MediaFile file, Message carrier, object target, string label) => ForEachRobot(target, robot =>
    {
        if (Confirm(robot, CommandStrings.SendFileAction.With(file.Type, label)))
        {
            Post(robot, [carrier], file);
        }
    });

    /// <summary>Posts messages; those that await a media id get it from the file.</summary>
    private protected void Post(RobotTarget robot, IReadOnlyList<Message> messages, MediaFile? file = null)
    {
        if ((OnFailure ??= FailurePolicies.OfEnvironment(this)) == FailurePolicy.Error)
        {
            Await(robot, (options, stop) => RobotClient.Shared.SendAsync(robot.Pool, messages, file, options, stop), WriteReceipt);
            return;
        }

        var name = robot.Name ?? throw new WeComException(FailureCause.OutboxNeedsName, CommandStrings.OutboxNeedsName, CommandStrings.OutboxNeedsNameRemedy);
        var outbox = new OutboxClient(RobotClient.Shared, OutboxFolder.OfUser());
        var result = Await(robot, (options, stop) => outbox.SendAsync(name, robot.Pool, messages, file, options, stop), WriteReceipt);
        if (result.Failure is { } failure)
        {
            // Its remedy would be to send again, which the outbox does
            WriteWarning((result.State == OutboxState.Unknown ? CommandStrings.KeptAside : CommandStrings.Kept).With(failure.What));
        }
    }

    private protected override DeliveryOptions Detail(DeliveryOptions options) => options with { AtLeastOnce = AtLeastOnce };

    private static string ActionOf(OverflowPlan plan)
    {
        var type = plan.Messages[0].MessageType;
        return plan.File is { } file ? CommandStrings.SendWithFileAction.With(type, file.Name)
            : plan.Messages.Count == 1 ? CommandStrings.SendAction.With(type)
            : CommandStrings.SendPartsAction.With(type, plan.Messages.Count);
    }

    private void WriteReceipt(Receipt receipt)
    {
        if (PassThru)
        {
            WriteObject(receipt);
        }
    }
}
