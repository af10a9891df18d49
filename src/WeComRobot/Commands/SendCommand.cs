using System.Management.Automation;
using WeComRobot.Content;
using WeComRobot.Delivery;
using WeComRobot.Messages;
using WeComRobot.Robots;

namespace WeComRobot.Commands;

/// <summary>What all senders share: one message to the robot, and its receipt.</summary>
public abstract class SendCommand : RobotCommand
{
    /// <summary>Writes a receipt for each message that the service accepted: robot, type, time, how long it waited, media id.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <summary>Sends one message, unless -WhatIf or -Confirm keep it; what cannot be sent is told before they ask.</summary>
    private protected void Send(Message message) => Attempt(message, () =>
    {
        var robot = ResolveRobot();
        foreach (var recommendation in MessageCheck.ThrowIfInvalid(message))
        {
            WriteWarning(recommendation.Text);
        }

        if (Confirm(robot, CommandStrings.SendAction.With(message.MessageType)))
        {
            Post(robot, message);
        }
    });

    private protected void Post(WebhookAddress robot, Message message)
    {
        var receipt = Await((options, stop) => RobotClient.Shared.SendAsync(robot, message, options, stop));
        if (PassThru)
        {
            WriteObject(receipt);
        }
    }
}
