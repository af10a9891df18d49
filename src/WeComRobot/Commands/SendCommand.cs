using WeComRobot.Errors;
using WeComRobot.Fitting;
using WeComRobot.Media;
using WeComRobot.Messages;
using WeComRobot.Messages.Validation;

namespace WeComRobot.Commands;

/// <summary>The base of all cmdlets that send the messages or files that they are given.</summary>
public abstract class SendCommand : RobotCommand
{
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
            if (Confirm(robot, ActionOf(plan)))
            {
                Post(robot, outgoing);
            }
        });
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

    /// <summary>Uploads a file and sends it, subject to -WhatIf and -Confirm.</summary>
    private protected void UploadAndSend(MediaFile file, object target, string label) => ForEachRobot(target, robot =>
    {
        if (Confirm(robot, CommandStrings.SendFileAction.With(file.Type, label)))
        {
            Post(robot, Outgoing.For(file));
        }
    });

    private static string ActionOf(OverflowPlan plan)
    {
        var type = plan.Messages[0].MessageType;
        return plan.File is { } file ? CommandStrings.SendWithFileAction.With(type, file.Name)
            : plan.Messages.Count == 1 ? CommandStrings.SendAction.With(type)
            : CommandStrings.SendPartsAction.With(type, plan.Messages.Count);
    }
}
