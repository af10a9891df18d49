using System.IO;
using System.Threading.Tasks;
using WeComRobot.Delivery;
using WeComRobot.Fitting;
using WeComRobot.Outbox;
using WeComRobot.Robots;

namespace WeComRobot.Worker;

/// <summary>Sends through the outbox, and delivers what it holds.</summary>
internal static class OutboxWork
{
    public static async Task SendAsync(RobotClient client, Arguments arguments, IOutboxStore? fleet)
    {
        var outbox = OpenOutbox(client, arguments, fleet);
        foreach (var text in arguments.Texts)
        {
            arguments.Steps.Say("sending " + text);
            var result = await outbox.SendAsync(
                arguments.Name, RobotPool.Single(arguments.Robot), Outgoing.For(Texts.CreateMessage(text)), arguments.Options);
            arguments.Steps.Say(result.Failure is { } failure ? $"kept {text} {failure.ErrorId}" : $"sent {text}");
        }
    }

    public static async Task DeliverAsync(RobotClient client, Arguments arguments, IOutboxStore? fleet)
    {
        var hasDelivered = await OpenOutbox(client, arguments, fleet).DeliverAsync(
            arguments.Name, RobotPool.Single(arguments.Robot), null, (error, item) => arguments.Steps.Say($"failed {item.Id} {error.ErrorId} {error.Message}"), arguments.Options);
        if (!hasDelivered)
        {
            arguments.Steps.Say("another process delivers");
        }
    }

    private static OutboxClient OpenOutbox(RobotClient client, Arguments arguments, IOutboxStore? fleet)
    {
        var machine = new OutboxFolder(Path.Combine(arguments.StateFolder, "outbox"), new SteppedChanges(arguments.Steps));
        return new(client, new MessageOutbox(fleet is null ? [machine] : [fleet, machine], null));
    }
}
