using System;
using System.IO;
using System.Threading.Tasks;
using WeComRobot.Delivery;
using WeComRobot.Fitting;
using WeComRobot.Messages;
using WeComRobot.Outbox;
using WeComRobot.Robots;

namespace WeComRobot.Client.Probe;

/// <summary>Sends a text and a file through the outbox, lists what the outbox holds, and delivers it.</summary>
internal static class OutboxProbe
{
    private static readonly DeliveryOptions NoRetry = new() { MaxRetry = 0 };

    public static async Task RunAsync(string webhook, string folder)
    {
        using var client = new RobotClient(stateFolder: folder);
        var outbox = new MessageOutbox(Path.Combine(folder, "outbox"));
        var sender = new OutboxClient(client, outbox);
        var robot = RobotPool.Single(WebhookAddress.Parse(webhook));

        var text = await sender.SendAsync("ops", robot, Outgoing.For(new TextMessage { Text = new() { Content = "磁盘将满" } }), NoRetry);
        using (var file = Media.MediaFile.FromBytes(new byte[10], "报表.txt"))
        {
            var sent = await sender.SendAsync("ops", robot, Outgoing.For(file), NoRetry);
            Console.WriteLine($"text {text.State}, file {sent.State}");
        }

        foreach (var item in outbox.GetItems())
        {
            Console.WriteLine($"kept {item.State} {item.MessageType} {item.Media}");
        }

        await sender.DeliverAsync("ops", robot, null, (failure, _) => throw failure, NoRetry);
        Console.WriteLine($"left {outbox.GetItems().Count}, used {client.GetRateWindow(robot.Robots[0]).Used}");
    }
}
