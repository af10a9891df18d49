using System;
using System.Management.Automation;
using WeComRobot.Errors;
using WeComRobot.Fitting;
using WeComRobot.Media;
using WeComRobot.Messages;
using WeComRobot.Messages.Validation;
using WeComRobot.Targets;

namespace WeComRobot.Commands;

/// <summary>The base of all cmdlets that send the messages or files that they are given.</summary>
public abstract class SendCommand : RobotCommand
{
    /// <summary>
    /// In the quiet hours that the robot was registered with, the message waits in the outbox, with a warning: Send-WeComOutbox sends it
    /// when they are over. (about_WeComReliability)
    /// </summary>
    [Parameter]
    public SwitchParameter RespectQuietHours { get; set; }

    private protected void Send(Message message) => Send(OverflowPlan.For([message]));

    /// <summary>Sends the messages of one content. Errors in them are reported before -WhatIf or -Confirm comes in.</summary>
    private protected void Send(OverflowPlan plan)
    {
        this.WriteWarnings(plan.Notices);
        Outgoing? outgoing = null;
        ForEachRobot(plan.Whole, robot =>
        {
            outgoing ??= Check(plan);
            this.WriteWarnings(outgoing.Recommendations);
            Send(robot, outgoing, ActionOf(plan));
        });
    }

    /// <summary>Uploads a file and sends it, subject to -WhatIf and -Confirm.</summary>
    private protected void UploadAndSend(MediaFile file, object target, string label) =>
        ForEachRobot(target, robot => Send(robot, Outgoing.For(file), CommandStrings.SendFileAction.With(file.Type, label)));

    /// <summary>Sends it, subject to -WhatIf and -Confirm; or keeps it until the quiet hours are over.</summary>
    private protected void Send(RobotTarget robot, Outgoing outgoing, string action)
    {
        if (RespectQuietHours && robot.QuietHours?.GetEnd(DateTimeOffset.UtcNow) is { } quietEnd)
        {
            if (Confirm(robot, CommandStrings.DeferAction.With(action, quietEnd)))
            {
                Defer(robot, outgoing, quietEnd);
            }
        }
        else if (Confirm(robot, action))
        {
            Post(robot, outgoing);
        }
    }

    private Outgoing Check(OverflowPlan plan)
    {
        try
        {
            return Outgoing.For(plan);
        }
        catch (InvalidMessageException invalid)
        {
            this.WriteWarnings(invalid.Recommendations);
            throw;
        }
    }

    private static string ActionOf(OverflowPlan plan)
    {
        var type = plan.Messages[0].MessageType;
        return plan.File is { } file ? CommandStrings.SendWithFileAction.With(type, file.Name)
            : plan.Messages.Count == 1 ? CommandStrings.SendAction.With(type)
            : CommandStrings.SendPartsAction.With(type, plan.Messages.Count);
    }
}
