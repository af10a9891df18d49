using System;
using System.IO;
using System.Threading.Tasks;
using WeComRobot.Alerts;
using WeComRobot.Delivery;
using WeComRobot.Outbox;
using WeComRobot.Robots;
using WeComRobot.State;

namespace WeComRobot.Worker;

/// <summary>Tells a group of alerts. Each text is a call: a severity and a key, or "end" and a key.</summary>
internal static class AlertWork
{
    public static async Task RunAsync(RobotClient client, Arguments arguments)
    {
        var steps = arguments.Steps;
        var outbox = new MessageOutbox([new OutboxFolder(Path.Combine(arguments.StateFolder, "outbox"), new SteppedChanges(steps))], null);
        var books = new AlertBooks(new AlertFolder(arguments.StateFolder, new SteppedChanges(steps)), new());
        var alerts = new AlertClient(client, () => outbox, books, new(TimeProvider.System));
        var robot = new AlertTarget(RobotPool.Single(arguments.Robot), arguments.Name);
        var options = new AlertOptions { Delivery = arguments.Options, OnFailure = arguments.Keeps ? FailurePolicy.Outbox : FailurePolicy.Error };
        foreach (var text in arguments.Prefix.Split(','))
        {
            var words = text.Split(' ');
            var isEnd = words[0] == "end";
            var alert = new Alert
            {
                Title = words[1],
                Severity = isEnd ? AlertSeverity.Warning : Enum.Parse<AlertSeverity>(words[0]),
                Format = AlertFormat.Text,
            };
            steps.Say("calling " + text);
            try
            {
                var receipt = await (isEnd ? alerts.ResolveAsync(robot, alert, options) : alerts.FireAsync(robot, alert, options));
                steps.Say($"called {text} {receipt.Status}");
            }
            catch (WeComException error)
            {
                steps.Say($"failed {text} {error.ErrorId}");
            }
        }
    }
}
