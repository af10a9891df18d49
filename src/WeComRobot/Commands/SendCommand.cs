using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using WeComRobot.Binding;
using WeComRobot.Content;
using WeComRobot.Delivery;
using WeComRobot.Media;
using WeComRobot.Messages;

namespace WeComRobot.Commands;

/// <summary>What all senders share: the messages of one content to the robot, and their receipts.</summary>
public abstract class SendCommand : RobotCommand
{
    /// <summary>Writes a receipt for each message that the service accepted: robot, type, part, time, how long it waited, media id.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private protected void Send(Message message) => Send(OverflowPlan.Of(message));

    /// <summary>Sends the messages of one content, unless -WhatIf or -Confirm keep them; what cannot be sent is told before they ask.</summary>
    private protected void Send(OverflowPlan plan) => ForEachRobot(plan.Whole, robot =>
    {
        foreach (var recommendation in plan.Messages.SelectMany(MessageCheck.ThrowIfInvalid))
        {
            WriteWarning(recommendation.Text);
        }

        using var file = plan.File is { } text ? MediaFile.FromBytes(text.Content, text.Name) : null;
        if (!Confirm(robot, ActionOf(plan)))
        {
            return;
        }

        var attached = file is null ? null : Upload(robot, file);
        Post(robot, attached is null ? plan.Messages : [.. plan.Messages, FileMessage.Of(attached.MediaId)]);
    });

    private protected void Post(RobotTarget robot, IReadOnlyList<Message> messages) =>
        Await(robot, (options, stop) => RobotClient.Shared.SendAsync(robot.Address, messages, options, stop), WriteReceipt);

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
